namespace Reconcile.Provenance;

/// <summary>
/// Who passes a figure on seldom says that its root had counted: a relay that leaves the basis out may pass on a count. One that says itself that something was counted passes on no estimate, and
/// projections stay apart.
/// </summary>
internal static class LostBasis
{
    /// <summary>Whether a claim may pass on what another says, for all that their bases tell.</summary>
    public static bool MayPassOn(Claim claim, Claim said) =>
        claim.Basis == said.Basis || (claim.Via.Count > 0 && claim.Basis == Basis.Estimate && said.Basis == Basis.Count);

    /// <summary>The basis by which claims are put together that may pass on one another.</summary>
    public static Basis BasisToCompare(Claim claim) => claim.Basis == Basis.Count ? Basis.Estimate : claim.Basis;
}
