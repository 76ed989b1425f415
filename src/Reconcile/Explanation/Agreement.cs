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
        var claims = supporting.ConvertAll(claim => claim with { Said = claim.Said.Intersect(within) }).FindAll(claim => claim.Said.Low <= claim.Said.High);
        if (claims.Count == 0) return [];
        var point = MostSharedPoint(claims);
        return [.. claims.Where(claim => claim.Said.Low <= point && claim.Said.High >= point).DistinctBy(claim => claim.Claim.Root)];
    }

    /// <summary>A sweep over the lower ends: the lowest point that the intervals of the most roots share.</summary>
    private static double MostSharedPoint(List<Support> claims)
    {
        Support[] byLow = [.. claims.OrderBy(claim => claim.Said.Low)], byHigh = [.. claims.OrderBy(claim => claim.Said.High)];
        var open = new Dictionary<int, int>();
        var (point, most, ended) = (byLow[0].Said.Low, 0, 0);
        for (var i = 0; i < byLow.Length; i++)
        {
            var low = byLow[i].Said.Low;
            open[byLow[i].Claim.Root] = open.GetValueOrDefault(byLow[i].Claim.Root) + 1;
            for (; byHigh[ended].Said.High < low; ended++)
            {
                if (--open[byHigh[ended].Claim.Root] == 0) open.Remove(byHigh[ended].Claim.Root);
            }

            if (open.Count > most) (point, most) = (low, open.Count);
        }

        return point;
    }
}

/// <summary>A claim that supports an estimate, and what it says of the day of the estimate.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Said">Its literal interval, of a rounded figure without its ends; of a claim on another day, moved by anything up to what the estimate moved since.</param>
internal readonly record struct Support(ModelledClaim Claim, Interval Said);
