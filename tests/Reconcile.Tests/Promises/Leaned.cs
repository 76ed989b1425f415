using Reconcile.Tests.Generation;

namespace Reconcile.Tests.Promises;

/// <summary>An estimate before and after an interest was stated of a source that speaks of its quantity.</summary>
/// <param name="Source">The source.</param>
/// <param name="Before">Without the interest.</param>
/// <param name="After">With it.</param>
/// <param name="Tends">Which way the source was said to lean.</param>
/// <param name="IsUndisputed">Whether there was a dispute neither before nor after.</param>
internal sealed record Leaned(string Source, Estimate Before, Estimate After, Tendency Tends, bool IsUndisputed)
{
    /// <summary>Each source of a dossier with each interest that it has not yet, on each quantity that it speaks of itself.</summary>
    public static IEnumerable<Leaned> Of(Dossier dossier)
    {
        var before = dossier.Reconcile();
        foreach (var source in dossier.Claims.Select(claim => claim.Source).Distinct().Where(source => dossier.Interests.All(interest => interest.Source != source)))
        {
            foreach (var tends in Enum.GetValues<Tendency>())
            {
                var after = Holding.Again(dossier.Interest(new Interest { Source = source, Tends = tends }));
                var isUndisputed = before.Disputes.Count + after.Disputes.Count == 0;
                foreach (var quantity in dossier.Claims.Where(claim => claim.Source == source).Select(claim => claim.Quantity).Distinct())
                {
                    if (before.TryGetEstimate(quantity, out var estimate)) yield return new Leaned(source, estimate, after[quantity], tends, isUndisputed);
                }
            }
        }
    }

    /// <summary>By how much the estimate moved against the interest, in widths of the wider range: best value, lower and upper end, whichever is most; a side may open.</summary>
    public double Moved
    {
        get
        {
            var width = Math.Max(Width(Before), Width(After));
            return Math.Max(Against(Before.Best, After.Best), Math.Max(Against(Before.Low, After.Low), Against(Before.High, After.High))) / width;
        }
    }

    private double Against(double? before, double? after) => before is { } b && after is { } a ? (Tends == Tendency.Overstate ? a - b : b - a) : 0;

    private static double Width(Estimate estimate) => estimate is { Low: { } low, High: { } high } ? Math.Max(high - low, 1e-9 * Math.Abs(high)) : Math.Abs(estimate.Low ?? estimate.High ?? 1) + 1e-9;
}
