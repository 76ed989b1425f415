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
        List<Support> most = [];
        var claims = supporting.ConvertAll(claim => claim with { Said = claim.Said.Intersect(within) }).FindAll(claim => claim.Said.Low <= claim.Said.High);
        foreach (var start in claims.OrderBy(claim => claim.Said.Low))
        {
            var sharing = claims
                .FindAll(claim => claim.Said.Low <= start.Said.Low && claim.Said.High >= start.Said.Low)
                .DistinctBy(claim => claim.Claim.Root)
                .ToList();
            if (sharing.Count > most.Count) most = sharing;
        }

        return most;
    }
}

/// <summary>A claim that supports an estimate, and what it says of the day of the estimate.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Said">Its literal interval, of a rounded figure without its ends; of a claim on another day, moved by anything up to what the estimate moved since.</param>
internal readonly record struct Support(ModelledClaim Claim, Interval Said);
