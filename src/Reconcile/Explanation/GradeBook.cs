using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>The reliability of the source of a claim.</summary>
internal sealed class GradeBook(Dossier dossier, Reliability whenUngraded) : Deferred<Dictionary<string, Source>>
{
    public Reliability Of(Claim claim) => Value.GetValueOrDefault(claim.Source)?.Reliability ?? whenUngraded;

    protected override Dictionary<string, Source> Work() => dossier.GradedSources();
}
