namespace Reconcile.Modelling;

/// <summary>
/// Finds the claims that speak against the interest of their source: that of an understater which other roots contradict with less, or that of an overstater
/// which they contradict with more, and nobody the other way round. Looked at are claims on one quantity and day.
/// </summary>
internal static class AgainstInterest
{
    /// <summary>Intervals this near, in parts of their size, do not contradict each other.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>The positions of such claims among those of a component, where the claims on one state stand together.</summary>
    public static IEnumerable<int> Among(ModelledClaim[] claims)
    {
        for (var first = 0; first < claims.Length && claims[first].State >= 0;)
        {
            var end = first + 1;
            while (end < claims.Length && claims[end].State == claims[first].State) end++;
            for (var i = first; i < end; i++)
            {
                if (claims[i].Leaning is { } leaning && IsAgainst(claims[i], leaning.Tends, claims.AsSpan(first..end))) yield return i;
            }

            first = end;
        }
    }

    private static bool IsAgainst(ModelledClaim claim, Tendency tends, ReadOnlySpan<ModelledClaim> all)
    {
        var isContradicted = false;
        foreach (var other in all)
        {
            if (other.Root == claim.Root) continue;
            var saysLess = IsBelow(other.Tolerant.High, claim.Tolerant.Low);
            var saysMore = IsBelow(claim.Tolerant.High, other.Tolerant.Low);
            if (tends == Tendency.Understate ? saysMore : saysLess) return false;
            isContradicted |= saysLess || saysMore;
        }

        return isContradicted;
    }

    private static bool IsBelow(double high, double low) => low - high > Tolerance * Math.Max(Math.Abs(low), Math.Abs(high));
}
