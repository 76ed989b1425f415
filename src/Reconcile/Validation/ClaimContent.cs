namespace Reconcile.Validation;

/// <summary>Claims are the same here when all but their ids and notes is; made for claims with missing parts too.</summary>
internal sealed class ClaimContent : IEqualityComparer<Claim>
{
    public static ClaimContent Comparer { get; } = new();

    public bool Equals(Claim? a, Claim? b) =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null
            && a.Quantity == b.Quantity && a.Source == b.Source && Equals(a.Figure, b.Figure)
            && a.Credibility == b.Credibility && a.Reliability == b.Reliability && a.Basis == b.Basis
            && a.AsOf == b.AsOf && a.Reported == b.Reported && a.During == b.During && a.Retracted == b.Retracted
            && a.Quote == b.Quote && a.Url == b.Url && a.Likelihood == b.Likelihood
            && Claim.AreEqual(a.Via, b.Via) && Claim.AreEqual(a.Supersedes, b.Supersedes));

    public int GetHashCode(Claim claim) =>
        HashCode.Combine(
            HashCode.Combine(claim.Quantity, claim.Source, claim.Figure, claim.AsOf, claim.Reported, claim.Quote, claim.Url, claim.Retracted),
            claim.Via is { Count: > 0 } relays ? relays[0] : null,
            claim.Supersedes is { Count: > 0 } superseded ? superseded[0] : null,
            claim.During, claim.Credibility, claim.Basis, claim.Likelihood);

    /// <summary>A phrase that was not understood says nothing that could be the same.</summary>
    private static bool Equals(Figure? a, Figure? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.Error is null && b.Error is null && a.Equals(b));
}
