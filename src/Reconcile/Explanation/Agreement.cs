using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Which roots say the same, taken at their word.</summary>
internal static class Agreement
{
    /// <summary>One claim of each root of the largest set of roots whose literal intervals share a point; of several such sets the one at the lowest point.</summary>
    public static List<ModelledClaim> Most(List<ModelledClaim> claims)
    {
        List<ModelledClaim> most = [];
        foreach (var start in claims.OrderBy(claim => claim.Literal.Low))
        {
            var sharing = claims
                .FindAll(claim => claim.Literal.Low <= start.Literal.Low && claim.Literal.High >= start.Literal.Low)
                .DistinctBy(claim => claim.Root)
                .ToList();
            if (sharing.Count > most.Count) most = sharing;
        }

        return most;
    }
}
