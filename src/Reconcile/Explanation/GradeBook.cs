using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>The reliability of the source of a claim.</summary>
internal sealed class GradeBook(Dossier dossier, Reliability whenUngraded) : Deferred<Dictionary<string, Reliability?>>
{
    public Reliability Of(Claim claim) => Value.GetValueOrDefault(claim.Source) ?? whenUngraded;

    protected override Dictionary<string, Reliability?> Work()
    {
        var grades = new Dictionary<string, Reliability?>(StringComparer.Ordinal);
        foreach (var source in dossier.Sources) grades.TryAdd(source.Id, source.Reliability);
        return grades;
    }
}
