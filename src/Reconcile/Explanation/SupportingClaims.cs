using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Who speaks of an estimate: the claims on it, those of other days, and those on other quantities that tell of it.</summary>
internal sealed class SupportingClaims
{
    /// <summary>A root that brings less than this share of the information is no support of a quantity on which it says nothing itself.</summary>
    public const double LeastShare = 0.05;

    private SupportingClaims(List<Support> direct, List<Support> spoken, List<Support> beside, bool isOfOtherDays)
    {
        Direct = Witnesses(direct, static (_, _) => true);
        var credible = Credible(spoken);
        All = Direct.Count > 0 ? Direct : Witnesses(spoken, SpeakOfTheSame);
        Beside = beside;
        HasDoubted = HasOtherRoots(spoken, credible);
        HasForecasts = HasOtherRoots(credible, All);
        IsOfOtherDays = isOfOtherDays;
    }

    /// <summary>The claims that state it; empty where nobody does.</summary>
    public List<Support> Direct { get; }

    /// <summary>Those, or where nobody states it the claims that tell of it.</summary>
    public List<Support> All { get; }

    /// <summary>The claims of others on other quantities, or on what it grew by, where they weigh more than those that state it.</summary>
    public List<Support> Beside { get; }

    /// <summary>Whether there are other roots, which are doubted or left open.</summary>
    public bool HasDoubted { get; }

    /// <summary>Whether there are other roots, which only forecast what those report.</summary>
    public bool HasForecasts { get; }

    /// <summary>Whether nobody states it, but for what was said of other days that is no longer so.</summary>
    public bool IsOfOtherDays { get; }

    public static SupportingClaims Of(ComponentEstimate component, int state, List<FactorShare> shares)
    {
        var direct = DirectClaims(component, state, shares);
        var isOfOtherDays = direct.Count > 0 && direct.TrueForAll(static one => one.IsElsewhere);
        if (isOfOtherDays) direct = [];
        var stating = Witnesses(direct, static (_, _) => true);
        return new SupportingClaims(
            direct, direct.Count > 0 ? direct : IndirectClaims(component, shares), stating.Count > 0 ? Weightier(component, state, shares, stating) : [], isOfOtherDays);
    }

    /// <summary>The accepted claims on the state itself; of a moving quantity also those of other days.</summary>
    private static List<Support> DirectClaims(ComponentEstimate component, int state, List<FactorShare> shares)
    {
        var all = component.Component;
        var direct = new List<Support>();
        foreach (var claim in all.ClaimsOn(state))
        {
            if (component.Leading.Accepted[claim] && !all.Claims[claim].SaysNothing) direct.Add(Support.Of(all.Claims[claim]));
        }

        if (all.CourseOf(state) is not { } course) return direct;
        // What a root says of this day goes before what it said of others.
        var roots = direct.Where(static one => one is { GivesValue: true, IsCredible: true }).Select(static one => one.Claim.Root).ToHashSet();
        direct.AddRange(new OtherDays(component, course, state, shares).Except(roots));
        return direct;
    }

    private static List<Support> IndirectClaims(ComponentEstimate component, List<FactorShare> shares) =>
    [
        .. shares
            .Where(static share => share.Origin == Origin.Claim)
            .GroupBy(share => component.Component.Claims[share.Number].Root)
            .Where(static root => root.Sum(share => share.Share) >= LeastShare)
            .SelectMany(static root => root.OrderByDescending(share => share.Share).Where((share, i) => i == 0 || share.Share >= LeastShare))
            .Select(share => Support.Of(component.Component.Claims[share.Number])),
    ];

    /// <summary>
    /// The others who bring a part of what is known of a quantity, by what they say of its parts, of a sum, or of what it grew by, where that is more than those bring who speak of it.
    /// </summary>
    private static List<Support> Weightier(ComponentEstimate component, int state, List<FactorShare> shares, List<Support> direct)
    {
        var quantity = component.Component.States[state].Quantity.Id;
        var roots = direct.Select(static one => one.Claim.Root).ToHashSet();
        var others = Credible(IndirectClaims(component, shares).FindAll(one =>
            !roots.Contains(one.Claim.Root) && (!one.Claim.Claim.SpeaksOf(quantity) || one.Claim.Claim.During is not null) && one.Claim.Claim.Basis != Basis.Projection));
        var said = others.Select(static one => one.Claim).ToHashSet();
        double own = 0, theirs = 0;
        foreach (var share in shares)
        {
            if (share.Origin != Origin.Claim) continue;
            var claim = component.Component.Claims[share.Number];
            if (roots.Contains(claim.Root)) own += share.Share;
            else if (said.Contains(claim)) theirs += share.Share;
        }

        return own < theirs ? others : [];
    }

    private static bool HasOtherRoots(List<Support> all, List<Support> some) => all.Exists(one => !some.Exists(other => other.Claim.Root == one.Claim.Root));

    /// <summary>The credible claims. A forecast is no witness of what happened: it counts only where no report of the same, or of another day but with what is printed, does.</summary>
    private static List<Support> Witnesses(List<Support> claims, Func<ModelledClaim, ModelledClaim, bool> areOfTheSame)
    {
        var credible = Credible(claims);
        var reports = credible.FindAll(static one => one is { IsForecast: false, Said: not null });
        return credible.FindAll(one => !one.IsForecast || !reports.Exists(report => areOfTheSame(report.Claim, one.Claim)));
    }

    private static bool SpeakOfTheSame(ModelledClaim one, ModelledClaim other) =>
        Form.Comparer.Instance.Equals(one.Form, other.Form) && Form.Comparer.Instance.Equals(one.Denominator, other.Denominator);

    /// <summary>What is no second witness counts only where there is nothing else, and then agrees with nobody.</summary>
    private static List<Support> Credible(List<Support> claims)
    {
        var credible = claims.FindAll(static one => one.IsCredible);
        return credible.Count > 0 ? credible : claims;
    }
}
