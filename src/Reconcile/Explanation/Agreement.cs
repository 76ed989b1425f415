using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Which roots say the same, taken at their word.</summary>
internal static class Agreement
{
    /// <summary>One claim of each root of the largest set of roots whose literal intervals, rounded figures without their ends, share a point; of several such sets the one at the lowest point.</summary>
    /// <param name="supporting">The claims.</param>
    /// <param name="within">Where the point must lie: roots that agree on something else than the estimate do not support it.</param>
    public static List<Support> Most(List<Support> supporting, Interval within)
    {
        var claims = new List<(Support Support, int Root, Interval Said)>();
        foreach (var one in supporting)
        {
            if (one.Said?.Intersect(within) is { } said && said.Low <= said.High) claims.Add((one, one.Claim.Root, said));
        }

        if (claims.Count == 0) return [];
        var point = MostSharedPoint(claims);
        return [.. claims.Where(claim => claim.Said.Low <= point && claim.Said.High >= point).DistinctBy(static claim => claim.Root).Select(static claim => claim.Support)];
    }

    /// <summary>A sweep over the lower ends: the lowest point that the intervals of the most roots share.</summary>
    private static double MostSharedPoint(List<(Support Support, int Root, Interval Said)> claims)
    {
        (Support Support, int Root, Interval Said)[] byLow = [.. claims.OrderBy(static claim => claim.Said.Low)], byHigh = [.. claims.OrderBy(static claim => claim.Said.High)];
        var open = new Dictionary<int, int>();
        var (point, most, ended) = (byLow[0].Said.Low, 0, 0);
        for (var i = 0; i < byLow.Length; i++)
        {
            var low = byLow[i].Said.Low;
            open[byLow[i].Root] = open.GetValueOrDefault(byLow[i].Root) + 1;
            for (; byHigh[ended].Said.High < low; ended++)
            {
                if (--open[byHigh[ended].Root] == 0) open.Remove(byHigh[ended].Root);
            }

            if (open.Count > most) (point, most) = (low, open.Count);
        }

        return point;
    }
}
