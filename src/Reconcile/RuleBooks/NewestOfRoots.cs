using Reconcile.Provenance;

namespace Reconcile.RuleBooks;

/// <summary>Of the claims of one root on one quantity those that stand: the newest of its values, of its floors and of its ceilings.</summary>
/// <remarks>Of one day, or of none, those nearest to the root stand, all of them where they are equally near: nothing tells which of them it meant.</remarks>
internal static class NewestOfRoots
{
    /// <returns>The claims that stand, in an order that depends on what they say alone.</returns>
    public static Claim[] Of(IEnumerable<Claim> claims)
    {
        Claim[] standing = [.. claims.GroupBy(static claim => (claim.Source, OneDay.KindOf(claim.Figure))).SelectMany(static group => Newest([.. group]))];
        Array.Sort(standing, ClaimOrder.ByContent);
        return standing;
    }

    private static IEnumerable<Claim> Newest(Claim[] claims)
    {
        var newest = claims.Max(DayOf);
        var those = claims.Where(claim => DayOf(claim) == newest);
        var nearest = those.Min(static claim => claim.Via.Count);
        return those.Where(claim => claim.Via.Count == nearest);
    }

    /// <summary>The day of which it speaks, then that on which it was said; a claim without one is older than all that have one.</summary>
    private static (DateOnly, DateOnly) DayOf(Claim claim) => (claim.Day ?? DateOnly.MinValue, claim.Reported ?? DateOnly.MinValue);
}
