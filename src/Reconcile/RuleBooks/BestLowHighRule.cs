namespace Reconcile.RuleBooks;

/// <summary>The most reliable figure within the least and the most reported: see <see cref="RuleBook.Ucdp"/>.</summary>
internal sealed class BestLowHighRule : IRuleBook
{
    public string Name => "ucdp";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var span = Span.Of(Reliable(stated.Claims), WordTable.UcdpInferred);
        var entries = Entry.Of(stated, WordTable.UcdpInferred);
        if (entries.Count == 0) return span.High is null ? Worded.NothingFrom(stated) : span.UpperBound();
        var accuracy = entries.Max(static entry => entry.Stated.Accuracy);
        var leading = entries.FindAll(entry => entry.Stated.Accuracy == accuracy);
        var best = Entry.Lowest(leading, Because(leading.Count, stated.Claims.Count));
        HashSet<Claim> used = new([.. best.Claims, .. span.Claims], ReferenceEqualityComparer.Instance);
        return best with
        {
            Low = Math.Min(span.Low ?? best.Best!.Value, best.Best!.Value),
            High = Math.Max(span.High ?? best.Best.Value, best.Best.Value),
            Claims = [.. stated.Claims.Select(static claim => claim.Claim).Where(used.Contains)],
        };
    }

    private static string Because(int leading, int all) => all == 1
        ? Worded.OneOf("", 1)
        : $"the {(leading == 1 ? "most reliable" : "lowest of the most reliable")} of {Worded.Count(all, "figure")}, between the least and the most";

    private static IReadOnlyList<StatedClaim> Reliable(IReadOnlyList<StatedClaim> claims) =>
        claims.Any(static claim => !claim.IsQuestionable) ? [.. claims.Where(static claim => !claim.IsQuestionable)] : claims;
}
