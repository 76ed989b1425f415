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
            double[] costs = [.. root.GroupBy(claim => claim.Quantity).Select(group => group.Max(claim => Of(dossier, claim)))];
            total += costs.Max() + (0.35 * (costs.Sum() - costs.Max()));
        }

        return total;
    }

    private static double Of(Dossier dossier, Claim claim)
    {
        var source = dossier.Sources.FirstOrDefault(source => source.Id == claim.Source);
        var accuracy = source?.Accuracy ?? (source?.Reliability ?? Reliability.C) switch
        {
            Reliability.A => 0.98,
            Reliability.B => 0.93,
            Reliability.C => 0.85,
            Reliability.D => 0.65,
            Reliability.E => 0.40,
            _ => 0.80,
        };
        var factor = claim.Credibility switch
        {
            Credibility.Confirmed or Credibility.ProbablyTrue => 1.5,
            Credibility.Doubtful => 0.4,
            Credibility.Improbable => 0.1,
            _ => 1,
        };
        return Math.Max(0.1, Math.Log(10 * accuracy / (1 - accuracy) * factor));
    }
}
