namespace Reconcile.RuleBooks;

/// <summary>The least and the most that some claims say, and the claims that say it.</summary>
internal sealed record Span(double? Low, double? High, IReadOnlyList<Claim> Claims)
{
    /// <param name="claims">The claims.</param>
    /// <param name="words">What number words without a number mean; null: as they were read.</param>
    public static Span Of(IReadOnlyList<StatedClaim> claims, WordTable? words = null)
    {
        var quoted = claims.Select(claim => (claim.Claim, Said: Quoted.Of(claim, words ?? claim.Words))).ToList();
        var low = quoted.Min(static claim => claim.Said.Low);
        var high = quoted.Max(static claim => claim.Said.High);
        return new Span(low, high, [.. quoted.Where(claim => (low is not null && claim.Said.Low == low) || (high is not null && claim.Said.High == high)).Select(static claim => claim.Claim)]);
    }

    /// <summary>What is left to say where all claims are ceilings.</summary>
    public RuleBookFigure UpperBound() => new() { High = High, Because = "only upper bounds are stated", Claims = Claims };
}
