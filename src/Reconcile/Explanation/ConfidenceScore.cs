using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>
/// How far to trust an estimate: a sum of explained steps, a separate axis that never changes a range. Two or more: high; 0 or 1: moderate; below: low
/// (a convention of this library).
/// </summary>
internal sealed class ConfidenceScore
{
    /// <summary>A root that brings less than this share of the information is no support of a quantity on which it says nothing itself.</summary>
    private const double LeastSupport = 0.05;

    /// <summary>On other days a root counts with this part of the share of the weightiest one, too (convention).</summary>
    private const double LeastOfWeightiest = 0.2;

    /// <summary>Of more roots the first ones are named.</summary>
    private const int MostNamed = 4;

    /// <summary>A leading account lighter than this leaves an estimate contested.</summary>
    private const double LeastLead = 0.7;

    /// <summary>Accounts that differ on a quantity by no more than this part of its range do not contest it: a reader of the range would not see the difference (convention).</summary>
    private const double LeastMove = 0.1;

    /// <summary>More doubt than this leaves an estimate contested.</summary>
    private const double MostDoubt = 0.3;

    /// <summary>A total or stock of which nothing was said for more days than this may have moved (convention).</summary>
    private const int OldAfterDays = 180;

    private readonly List<string> _reasons = [];
    private int _score;

    private ConfidenceScore()
    {
    }

    public int Roots { get; private set; }

    public IReadOnlyList<string> Reasons => _reasons;

    public Confidence Confidence => _score >= 2 ? Confidence.High : _score >= 0 ? Confidence.Moderate : Confidence.Low;

    /// <param name="component">The component.</param>
    /// <param name="state">The state.</param>
    /// <param name="value">Its value as it is shown.</param>
    /// <param name="shares">The influences on it under the leading accounts.</param>
    /// <param name="byAccount">Its value under each account of the disputes that touch it.</param>
    /// <param name="asOf">The day of the dossier.</param>
    /// <param name="grades">The grades of sources.</param>
    /// <param name="wording">How sources are called.</param>
    public static ConfidenceScore Of(
        ComponentEstimate component, int state, AccountValue value, List<FactorShare> shares, IReadOnlyList<RangePart> byAccount, DateOnly? asOf, GradeBook grades, Wording wording)
    {
        var score = new ConfidenceScore();
        var spoken = DirectClaims(component, state, shares);
        var direct = Supporting(spoken);
        if (direct.Count == 0) spoken = IndirectClaims(component, shares);
        var support = direct.Count > 0 ? direct : Supporting(spoken);
        var beside = direct.Count > 0 ? Weightier(component, state, shares, direct) : [];
        score.AddRoots(support, beside, spoken.Exists(one => !support.Exists(other => other.Claim.Root == one.Claim.Root)), direct.Count > 0 ? RangeOf(component.States[state].Value) : null, grades, wording);
        if (direct.FindIndex(support => IsReliableCount(support.Claim, value, grades)) is var count and >= 0) score.Step(1, "counted by a reliable root: " + wording.Source(direct[count].Claim.Claim.Source));
        support = [.. support, .. beside];
        if (support.Count > 0 && support.TrueForAll(one => grades.Of(one.Claim.Claim) is Reliability.D or Reliability.E)) score.Step(-1, "no root is better than grade D");
        score.AddDisputes(component, state, byAccount);
        if (direct.Count == 0) score.Step(-1, WhyUnstated(component, state, support, shares));
        if (value.Best is not null && !IsWithinFactorOfTwo(value)) score.Step(-1, "the range spans more than a factor of 2");
        if (value.Best is null) score.Step(-1, "one side is open");
        if (support.Count > 0 && support.TrueForAll(one => one.Claim.Leaning is not null)) score.Step(-1, $"only interested parties speak: {Interested(support, wording)}");
        score.AddAge(component, state, asOf);
        return score;
    }

    private static Interval RangeOf(AccountValue value) => new(value.Low ?? double.NegativeInfinity, value.High ?? double.PositiveInfinity);

    /// <summary>Why no accepted claim speaks of a state.</summary>
    private static string WhyUnstated(ComponentEstimate component, int state, List<Support> support, List<FactorShare> shares)
    {
        if (component.Component.ClaimsOn(state).Length > 0) return "the leading account rejects what is said of it";
        if (support.Count == 0) return shares.Exists(share => share.Origin == Origin.Claim) || IsMentioned(component, state) ? "nobody states it, and what is said of others, of sums, shares, changes or limits tells little of it" : "nobody states it, and no claim bears on it";
        return Array.Exists(component.Component.Constraints, constraint => constraint.Form.States.Contains(state))
            ? "nobody states it: it follows from the relations"
            : "nobody states it: it follows from what is said of other days, changes, sums or shares";
    }

    /// <summary>Whether an accepted claim on several quantities, or on the change of one, has it among them.</summary>
    private static bool IsMentioned(ComponentEstimate component, int state)
    {
        var claims = component.Component.Claims;
        for (var claim = 0; claim < claims.Length; claim++)
        {
            if (component.Leading.Accepted[claim] && (claims[claim].Form.States.Contains(state) || claims[claim].Denominator?.States.Contains(state) == true)) return true;
        }

        return false;
    }

    /// <summary>For example <c>General Staff (tends to overstate) and Ministry of Defence (tends to understate)</c>.</summary>
    private static string Interested(List<Support> support, Wording wording) => Wording.List(
        support.Select(one => $"{wording.Source(one.Claim.Claim.Source)} (tends to {(one.Claim.Leaning!.Tends == Tendency.Overstate ? "overstate" : "understate")})")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>A floor that was counted says how many there are at least: beside a best value it supports nothing.</summary>
    private static bool IsReliableCount(ModelledClaim claim, AccountValue value, GradeBook grades) =>
        claim.Claim.Basis == Basis.Count
        && grades.Of(claim.Claim) <= Reliability.B
        && (value.Best is null || claim.GivesValue);

    /// <summary>Whether neither end is more than twice the other in size, on the same side of 0.</summary>
    private static bool IsWithinFactorOfTwo(AccountValue value) => value.High <= 2 * value.Low || value.Low >= 2 * value.High;

    /// <summary>The accepted claims on the state itself; of a moving quantity also those on other days that inform it.</summary>
    private static List<Support> DirectClaims(ComponentEstimate component, int state, List<FactorShare> shares)
    {
        var all = component.Component;
        var direct = new List<Support>();
        foreach (var claim in all.ClaimsOn(state))
        {
            if (component.Leading.Accepted[claim]) direct.Add(new Support(all.Claims[claim], all.Claims[claim].Inside));
        }

        if (all.CourseOf(state) is not { } course || component.States[state].Value.Best is not { } best) return direct;
        // What a root says of this day goes before what it said of others.
        var roots = direct.Where(static one => one.Claim is { GivesValue: true, IsWide: false } && IsCredible(one)).Select(static one => one.Claim.Root).ToHashSet();
        direct.AddRange(OnOtherDays(component, course, state, best, shares).Where(other => !roots.Contains(other.Claim.Root)));
        return direct;
    }

    /// <summary>Of each root that informs a state of a moving quantity by what it says of other days, the weightiest claim, moved by anything up to what lies between: that is an estimate itself.</summary>
    private static IEnumerable<Support> OnOtherDays(ComponentEstimate component, Course course, int state, double best, List<FactorShare> shares)
    {
        var claims = component.Component.Claims;
        var days = course.States.ToHashSet();
        var roots = shares
            .Where(share => share.Origin == Origin.Claim && claims[share.Number].Claim.Basis != Basis.Projection && claims[share.Number].State != state && days.Contains(claims[share.Number].State) && component.States[claims[share.Number].State].Value.Best is not null)
            .GroupBy(share => claims[share.Number].Root)
            .Select(root => (Share: root.Sum(share => share.Share), Weightiest: root.MaxBy(share => share.Share)))
            .ToList();
        if (roots.Count == 0) yield break;
        // Where very many roots speak, none of them has much.
        var weightiestRoot = shares.Where(share => share.Origin == Origin.Claim).GroupBy(share => claims[share.Number].Root).Max(root => root.Sum(share => share.Share));
        var least = Math.Min(LeastSupport, LeastOfWeightiest * weightiestRoot);
        foreach (var (share, weightiest) in roots)
        {
            if (share < least) continue;
            var (claim, move) = (claims[weightiest.Number], best - component.States[claims[weightiest.Number].State].Value.Best!.Value);
            yield return new Support(claim, new Interval(claim.Inside.Low + Math.Min(move, 0), claim.Inside.High + Math.Max(move, 0)));
        }
    }

    private static List<Support> IndirectClaims(ComponentEstimate component, List<FactorShare> shares) =>
    [
        .. shares
            .Where(static share => share.Origin == Origin.Claim)
            .GroupBy(share => component.Component.Claims[share.Number].Root)
            .Where(static root => root.Sum(share => share.Share) >= LeastSupport)
            .SelectMany(static root => root.OrderByDescending(share => share.Share).Where((share, i) => i == 0 || share.Share >= LeastSupport))
            .Select(share => component.Component.Claims[share.Number])
            .Select(claim => new Support(claim, claim.Inside)),
    ];

    /// <summary>The others who bring a part of what is known of a quantity, by what they say of its parts or of a sum, where that is more than those bring who speak of it.</summary>
    private static List<Support> Weightier(ComponentEstimate component, int state, List<FactorShare> shares, List<Support> direct)
    {
        var quantity = component.Component.States[state].Quantity.Id;
        var roots = direct.Select(static one => one.Claim.Root).ToHashSet();
        var others = Supporting(IndirectClaims(component, shares).FindAll(one => !roots.Contains(one.Claim.Root) && one.Claim.Claim.Quantity != quantity && one.Claim.Claim.Basis != Basis.Projection));
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

    /// <summary>What is no second witness counts only where there is nothing else, and then agrees with nobody.</summary>
    private static List<Support> Supporting(List<Support> claims)
    {
        var credible = claims.FindAll(IsCredible);
        return credible.Count > 0 ? credible : claims;
    }

    /// <summary>Whether an item is neither graded doubtful or improbable, nor said with a word that leaves it open.</summary>
    private static bool IsCredible(Support one) =>
        one.Claim.Claim.Credibility is not (Credibility.Doubtful or Credibility.Improbable) && one.Claim.Likelihood is not { Term.LeavesOpen: true };

    /// <summary>Roots agree when the values that they give, taken at their word, can all be true; a floor or ceiling alone, or "hundreds", agrees with almost anything.</summary>
    /// <param name="support">The claims that support the estimate.</param>
    /// <param name="beside">Those of other roots, on other quantities, where these weigh more.</param>
    /// <param name="hasDoubted">Whether there are others, which are doubted or left open.</param>
    /// <param name="range">That of the estimate; null where no claim speaks of it.</param>
    /// <param name="grades">The grades.</param>
    /// <param name="wording">For names.</param>
    private void AddRoots(List<Support> support, List<Support> beside, bool hasDoubted, Interval? range, GradeBook grades, Wording wording)
    {
        Roots = support.Concat(beside).DistinctBy(one => one.Claim.Root).Count();
        var valued = support.FindAll(static one => one.Claim is { GivesValue: true, IsWide: false });
        if (Roots == 1) Step(-1, $"one root only{(hasDoubted ? " that is neither doubted nor leaves it open" : "")}: {wording.Source(support[0].Claim.Claim.Source)}");
        // Roots that each speak of another part do not agree with one another.
        if (range is not { } within || Roots == 1) return;
        if (beside.Count > 0) _reasons.Add($"±0 {Claimed(beside, wording)} of other quantities weighs more than {Claimed(support, wording)} of it");
        var agreeing = Agreement.Most(valued.FindAll(IsCredible), within);
        var valuedRoots = valued.DistinctBy(one => one.Claim.Root).ToList();
        if (valued.Count == 0) Step(-1, support.Exists(static one => one.Claim.IsWide) ? "no root gives a value, only wide ranges, floors or ceilings" : "no root gives a value, only floors or ceilings");
        else if (valuedRoots.Count == 1 && beside.Count == 0) Step(-1, $"one root only gives a value: {Names(valuedRoots, wording)}");
        if (agreeing.Count >= 2) Step(1, $"{Wording.InWords(agreeing.Count)} independent roots agree: {Names(agreeing, wording)}");
        else if (valuedRoots.Count >= 2 && !valued.Exists(IsCredible)) _reasons.Add($"±0 what is doubted or left open agrees with nobody: {Names(valuedRoots, wording)}");
        else if (valuedRoots.Count >= 2) _reasons.Add($"±0 taken at their word no two roots agree: {Names(valuedRoots, wording)}");
        if (agreeing.Count >= 3 && agreeing.Exists(one => grades.Of(one.Claim.Claim) <= Reliability.B)) Step(1, "three or more roots agree, at least one of grade A or B");
    }

    /// <summary>For example <c>what the ministry and the wire say</c>.</summary>
    private static string Claimed(List<Support> support, Wording wording)
    {
        var roots = support.DistinctBy(one => one.Claim.Root).ToList();
        return $"what {Names(roots, wording)} {(roots.Count == 1 ? "says" : "say")}";
    }

    /// <summary>The sources of some claims, the first ones of many.</summary>
    private static string Names(IEnumerable<Support> support, Wording wording)
    {
        string[] all = [.. support.Select(one => wording.Source(one.Claim.Claim.Source)).Order(StringComparer.Ordinal)];
        return Wording.List(all.Length > MostNamed ? [.. all[..MostNamed], "others"] : all);
    }

    /// <summary>What moves may have moved since the newest claim.</summary>
    private void AddAge(ComponentEstimate component, int state, DateOnly? asOf)
    {
        if (asOf is not { } today || component.Component.CourseOf(state) is not { } course) return;
        DateOnly? newest = null;
        for (var claim = 0; claim < component.Component.Claims.Length; claim++)
        {
            var modelled = component.Component.Claims[claim];
            if (!component.Leading.Accepted[claim] || modelled.Claim.Basis == Basis.Projection) continue;
            foreach (var spokenOf in modelled.Form.States)
            {
                if (course.Has(spokenOf) && component.Component.States[spokenOf].Day is { } day && !(day < newest)) newest = day;
            }
        }

        if (newest is { } last && today.DayNumber - last.DayNumber > OldAfterDays) Step(-1, FormattableString.Invariant($"the newest claim, of {Wording.Day(last)}, is over {OldAfterDays} days old"));
    }

    private void AddDisputes(ComponentEstimate component, int state, IReadOnlyList<RangePart> byAccount)
    {
        var disputes = component.States[state].Touching.Where(dispute => IsContested(component, state, byAccount, dispute)).Select(dispute => component.Disputes.Disputes[dispute]).ToArray();
        if (disputes.Length == 0) return;
        var lead = disputes.Min(dispute => dispute.Accounts[0].Weight);
        var doubt = disputes.Max(dispute => dispute.Doubt);
        var tied = disputes.MaxBy(dispute => dispute.Leaders)!;
        if (tied.Leaders > 1) Step(-1, $"contested: {Wording.Number(tied.Leaders)} accounts weigh the same, {Wording.Percent(tied.Accounts[0].Weight)} each; the best value is that of one of them");
        else if (lead < LeastLead) Step(-1, $"contested: the leading account has a weight of {Wording.Percent(lead)}");
        else if (doubt > MostDoubt) Step(-1, $"contested: with a weight of {Wording.Percent(doubt)} no account is right");
    }

    /// <summary>Whether claims of a dispute speak of a state, or its accounts move it by a part of its range that matters.</summary>
    private static bool IsContested(ComponentEstimate component, int state, IReadOnlyList<RangePart> byAccount, int dispute)
    {
        foreach (var claim in component.Disputes.Disputes[dispute].Claims)
        {
            if (component.Component.Claims[claim].Form.States.Contains(state)) return true;
        }

        if (component.States[state].Value is not { Best: { } best, Low: { } low, High: { } high }) return true;
        foreach (var part in byAccount)
        {
            if (part.Accounts[0].Dispute == dispute && !(Math.Abs((part.Value.Best ?? double.PositiveInfinity) - best) <= LeastMove * (high - low))) return true;
        }

        return false;
    }

    private void Step(int step, string reason)
    {
        _score += step;
        _reasons.Add($"{(step > 0 ? "+1" : "−1")} {reason}");
    }
}
