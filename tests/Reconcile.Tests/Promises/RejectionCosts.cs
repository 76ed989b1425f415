namespace Reconcile.Tests.Promises;

/// <summary>The cost of calling claims wrong, from the documented rule and table and apart from the engine.</summary>
internal static class RejectionCosts
{
    /// <summary>The dearest of each quantity of a root; of these, the root's dearest in full and the others at 35 %.</summary>
    public static double Of(Dossier dossier, IReadOnlyList<Claim> rejected)
    {
        var total = 0.0;
        foreach (var root in rejected.GroupBy(claim => claim.Source))
        {
            double[] costs = [.. root.GroupBy(claim => claim.Quantity).Select(group => group.Max(claim => DocumentedTables.CostOf(dossier, claim)))];
            total += costs.Max() + (0.35 * (costs.Sum() - costs.Max()));
        }

        return total;
    }
}
