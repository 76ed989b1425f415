namespace Reconcile.Explanation;

/// <summary>The reliability of the source of a claim.</summary>
internal sealed class GradeBook
{
    private readonly Dictionary<string, Reliability?> _grades = [];
    private readonly Reliability _default;

    public GradeBook(Dossier dossier, Reliability whenUngraded)
    {
        _default = whenUngraded;
        foreach (var source in dossier.Sources) _grades.TryAdd(source.Id, source.Reliability);
    }

    public Reliability Of(Claim claim) => _grades.GetValueOrDefault(claim.Source) ?? _default;
}
