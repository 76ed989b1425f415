namespace Reconcile.Tests.Promises;

/// <summary>An estimate before and after an interest was stated of a source that speaks of its quantity.</summary>
/// <param name="Before">Without the interest.</param>
/// <param name="After">With it.</param>
/// <param name="Tends">Which way the source was said to lean.</param>
/// <param name="IsLoosened">Whether the source speaks in bounds alone that the interest takes the edge off: ceilings that are understated, floors that are overstated.</param>
internal sealed record Leaned(Estimate Before, Estimate After, Tendency Tends, bool IsLoosened)
{
    /// <summary>Each source of a dossier without disputes with each interest, on each quantity that it speaks of itself, unless the interest brings a dispute.</summary>
    public static IEnumerable<Leaned> Of(Reconciliation before)
    {
        if (before.Disputes.Count > 0) yield break;
        var dossier = before.Dossier;
        foreach (var source in dossier.Claims.Select(claim => claim.Source).Distinct())
        {
            foreach (var tends in Enum.GetValues<Tendency>())
            {
                var after = Holding.Again(dossier.Interest(new Interest { Source = source, Tends = tends }));
                if (after.Disputes.Count > 0) continue;
                foreach (var said in dossier.Claims.Where(claim => claim.Source == source).GroupBy(claim => claim.Quantity))
                {
                    var isLoosened = said.All(claim => tends == Tendency.Overstate ? claim.Figure is { Low: not null, High: null } : claim.Figure is { Low: null, High: not null });
                    if (before.TryGetEstimate(said.Key, out var estimate)) yield return new Leaned(estimate, after[said.Key], tends, isLoosened);
                }
            }
        }
    }

    /// <summary>By how much the best value moved against the interest, in widths of the wider range.</summary>
    public double Best => Against(Before.Best, After.Best);

    /// <summary>The same of the end of the range that lies where the truth does if the source leans.</summary>
    public double NearEnd => Tends == Tendency.Overstate ? Against(Before.Low, After.Low) : Against(Before.High, After.High);

    /// <summary>The same of the other end.</summary>
    public double FarEnd => Tends == Tendency.Overstate ? Against(Before.High, After.High) : Against(Before.Low, After.Low);

    /// <summary>A side that was open, or opens, has not moved; whole numbers may be rounded away from each other.</summary>
    private double Against(double? before, double? after)
    {
        if (before is not { } b || after is not { } a) return 0;
        var moved = (Tends == Tendency.Overstate ? a - b : b - a) - (Before.Quantity.Whole ? 1 : 0);
        return moved <= 0 ? 0 : moved / Math.Max(Math.Max(Width(Before), Width(After)), 1e-9 * Math.Abs(b));
    }

    private static double Width(Estimate estimate) => estimate is { Low: { } low, High: { } high } ? high - low : 0;
}
