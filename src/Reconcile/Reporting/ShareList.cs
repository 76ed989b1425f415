using Reconcile.Results;

namespace Reconcile.Reporting;

/// <summary>The shares in one estimate as an explanation lists them, in whole per cent that add up to 100.</summary>
internal sealed class ShareList
{
    /// <summary>Other claims and the prior are listed from this share on.</summary>
    private const double Mentionable = 0.005;

    private readonly Dictionary<string, string> _byClaim = new(StringComparer.Ordinal);

    public ShareList(EstimateInFull full)
    {
        var others = full.Claims.Where(claim => !claim.IsOwn).OrderByDescending(claim => claim.Share).ToList();
        var (listed, rest) = (others.FindAll(claim => claim.Share >= Mentionable), others.FindAll(claim => claim.Share < Mentionable));
        var relations = full.Estimate.Influences.Where(influence => influence.Relation is not null && influence.Share > 0).ToList();
        var restShare = rest.Sum(claim => claim.Share);
        var prior = full.Estimate.Influences.Where(influence => influence.Relation is null && influence.Claim is null).Sum(influence => influence.Share);
        var own = full.Claims.Where(claim => claim.IsOwn);
        List<ClaimInFull> claims = [.. own, .. listed];
        var printed = NumberText.Weights([.. claims.Select(claim => claim.Share), .. relations.Select(influence => influence.Share), restShare, prior]);
        for (var i = 0; i < claims.Count; i++) _byClaim[claims[i].Claim.Id] = printed[i];
        Others = listed;
        Relations = [.. relations.Select((influence, i) => (influence.Relation!, printed[claims.Count + i]))];
        Rest = restShare >= Mentionable ? (rest.Count, printed[^2]) : null;
        Prior = prior >= Mentionable ? printed[^1] : null;
    }

    /// <summary>Claims on other quantities, the largest share first.</summary>
    public IReadOnlyList<ClaimInFull> Others { get; }

    /// <summary>Relations and bounds, the largest share first.</summary>
    public IReadOnlyList<(Relation Relation, string Share)> Relations { get; }

    /// <summary>The claims that are not listed, together; null where they hardly count.</summary>
    public (int Count, string Share)? Rest { get; }

    /// <summary>The share of the prior; null where it hardly counts.</summary>
    public string? Prior { get; }

    public string Of(ClaimInFull claim) => _byClaim[claim.Claim.Id];
}
