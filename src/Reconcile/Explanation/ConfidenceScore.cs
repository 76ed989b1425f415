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
    /// <summary>Of more roots the first ones are named.</summary>
    private const int MostNamed = 4;

    /// <summary>A leading account lighter than this leaves an estimate contested.</summary>
    private const double LeastLead = 0.7;

    /// <summary>Accounts that differ on a quantity by no more than this part of its range do not contest it: a reader of the range would not see the difference (convention).</summary>
    public const double LeastMove = 0.1;

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
        var support = SupportingClaims.Of(component, state, shares);
        score.AddRoots(component, state, support, grades, wording);
        if (support.Direct.FindIndex(one => IsReliableCount(one, value, grades)) is var count and >= 0) score.Step(1, "counted by a reliable root: " + wording.Source(support.Direct[count].Claim.Claim.Source));
        List<Support> all = [.. support.All, .. support.Beside];
        if (all.Count > 0 && all.TrueForAll(one => grades.Of(one.Claim.Claim) is Reliability.D or Reliability.E)) score.Step(-1, "no root is better than grade D");
        score.AddDisputes(component, state, byAccount);
        score.AddOutsiders(component, state, RangeOf(value), wording);
        if (support.Direct.Count == 0) score.Step(-1, WhyUnstated(component, state, support, shares));
        if (value.Best is not null && !IsWithinFactorOfTwo(value)) score.Step(-1, "the range spans more than a factor of 2");
        if (value.Best is null) score.Step(-1, IsLimited(value, component.Component.States[state].Quantity) ? "one side is open" : "nothing that was said limits it");
        if (all.Count > 0 && all.TrueForAll(one => one.Claim.Leaning is not null)) score.Step(-1, $"only interested parties speak: {Interested(all, wording)}");
        score.AddAge(component, state, asOf);
        return score;
    }

    private static Interval RangeOf(AccountValue value) => new(value.Low ?? double.NegativeInfinity, value.High ?? double.PositiveInfinity);

    /// <summary>Whether anything but what the quantity is limits it on a side.</summary>
    private static bool IsLimited(AccountValue value, Quantity quantity) => value.High is not null || value.Low > (quantity.Min ?? double.NegativeInfinity);

    /// <summary>Why no accepted claim speaks of a state.</summary>
    private static string WhyUnstated(ComponentEstimate component, int state, SupportingClaims support, List<FactorShare> shares)
    {
        if (component.Component.HasWordOn(state)) return "the leading account rejects what is said of it";
        var isRelated = Array.Exists(component.Component.Constraints, constraint => constraint.Form.States.Contains(state));
        var (unstated, isMentioned) = (HasWordOnOtherDays(component.Component, state) ? "nobody states it of that day" : "nobody states it", IsMentioned(component, state));
        if (support.IsOfOtherDays) return $"nobody states it of that day: it follows from what is said of other days{(isMentioned ? ", changes, sums or shares" : "")}{(isRelated ? ", and from the relations" : "")}";
        if (support.All.Count == 0) return shares.Exists(share => share.Origin == Origin.Claim) || isMentioned ? $"{unstated}, and what is said of other things tells little of it" : $"{unstated}, and no claim bears on it";
        return isRelated ? $"{unstated}: it follows from the relations" : $"{unstated}: it follows from what is said of other days, changes, sums or shares";
    }

    /// <summary>Whether something is said of a moving quantity on another day.</summary>
    private static bool HasWordOnOtherDays(Component component, int state)
    {
        if (component.CourseOf(state) is not { } course) return false;
        foreach (var other in course.States)
        {
            if (other != state && component.HasWordOn(other)) return true;
        }

        return false;
    }

    /// <summary>Whether an accepted claim on several quantities, or on the change of one, has it among them.</summary>
    private static bool IsMentioned(ComponentEstimate component, int state)
    {
        var claims = component.Component.Claims;
        for (var claim = 0; claim < claims.Length; claim++)
        {
            if (component.Leading.Accepted[claim] && !claims[claim].SaysNothing && (claims[claim].Form.States.Contains(state) || claims[claim].Denominator?.States.Contains(state) == true)) return true;
        }

        return false;
    }

    /// <summary>For example <c>General Staff (tends to overstate) and Ministry of Defence (tends to understate)</c>.</summary>
    private static string Interested(List<Support> support, Wording wording) => Wording.List(
        support.Select(one => $"{wording.Source(one.Claim.Claim.Source)} (tends to {(one.Claim.Leaning!.Tends == Tendency.Overstate ? "overstate" : "understate")})")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>
    /// A floor that was counted says how many there are at least: beside a best value it supports nothing. Nor does a count support a value that it does not hold within its error, or one of
    /// another day which is not what was counted.
    /// </summary>
    private static bool IsReliableCount(Support one, AccountValue value, GradeBook grades) =>
        one.Claim.Claim.Basis == Basis.Count
        && grades.Of(one.Claim.Claim) <= Reliability.B
        && (value.Best is not { } best || (one is { GivesValue: true, Said: not null } && one.Claim.Tolerant.Holds(best)));

    /// <summary>Whether neither end is more than twice the other in size, on the same side of 0.</summary>
    private static bool IsWithinFactorOfTwo(AccountValue value) => value.High <= 2 * value.Low || value.Low >= 2 * value.High;

    /// <summary>Roots agree when the values that they give, taken at their word, can all be true; a floor or ceiling alone, or "hundreds", agrees with almost anything.</summary>
    /// <param name="component">The component.</param>
    /// <param name="state">The state.</param>
    /// <param name="support">The claims that support the estimate.</param>
    /// <param name="grades">The grades.</param>
    /// <param name="wording">For names.</param>
    private void AddRoots(ComponentEstimate component, int state, SupportingClaims support, GradeBook grades, Wording wording)
    {
        var (all, beside) = (support.All, support.Beside);
        Roots = all.Concat(beside).DistinctBy(one => one.Claim.Root).Count();
        if (Roots == 1) Step(-1, $"one root only{(support.HasDoubted ? " that is neither doubted nor leaves it open" : "")}{(support.HasForecasts ? (support.HasDoubted ? ", beside forecasts" : " beside forecasts") : "")}: {wording.Source(all[0].Claim.Claim.Source)}");
        // Roots that each speak of another part do not agree with one another.
        if (support.Direct.Count == 0 || Roots == 1) return;
        if (beside.Count > 0) _reasons.Add($"±0 {Claimed(beside, wording)} {OfWhat(beside)} weighs more than {Claimed(all, wording)} of it");
        var valued = all.FindAll(static one => one.GivesValue);
        var agreeing = Agreement.Most(valued.FindAll(static one => one.IsCredible), RangeOf(component.States[state].Value));
        var valuedRoots = valued.DistinctBy(one => one.Claim.Root).ToList();
        if (valued.Count == 0) Step(-1, all.Exists(static one => one.Claim.IsWide) ? "no root gives a value, only wide ranges, floors or ceilings" : "no root gives a value, only floors or ceilings");
        else if (valuedRoots.Count == 1 && beside.Count == 0) Step(-1, $"one root only gives a value{ForThatDay(component.Component, state, all, valuedRoots[0])}: {Names(valuedRoots, wording)}");
        if (agreeing.Count >= 2) Step(1, $"{Wording.InWords(agreeing.Count)} independent roots agree: {Names(agreeing, wording)}");
        else if (valuedRoots.Count >= 2 && !valued.Exists(static one => one.IsCredible)) _reasons.Add($"±0 what is doubted or left open agrees with nobody: {Names(valuedRoots, wording)}");
        else if (valuedRoots.Count >= 2) _reasons.Add($"±0 {(valued.Exists(static one => one.Said is null) ? "no two roots say the same of that day" : "taken at their word no two roots agree")}: {Names(valuedRoots, wording)}");
        if (agreeing.Count >= 3 && agreeing.Exists(one => grades.Of(one.Claim.Claim) <= Reliability.B)) Step(1, "three or more roots agree, at least one of grade A or B");
    }

    /// <summary>Whether the one value is of the printed day, by its root's increments too, or of another day and fits: said only where it is no matter of course.</summary>
    private static string ForThatDay(Component component, int state, List<Support> all, Support valued)
    {
        if (valued.Claim.State >= 0 && valued.Claim.State != state && valued.Said == valued.Claim.Inside && component.States[valued.Claim.State].Day is { } day) return $" that fits that day, of {Wording.Day(day)}";
        return all.Exists(static one => one.IsElsewhere) ? " for that day" : "";
    }

    private static string OfWhat(List<Support> beside) =>
        beside.TrueForAll(static one => one.Claim.Claim.During is not null) ? "of what it grew by" : beside.Exists(static one => one.Claim.Claim.During is not null) ? "of other quantities and of growth" : "of other quantities";

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
        DateOnly? newest = null, newestOfAll = null;
        for (var claim = 0; claim < component.Component.Claims.Length; claim++)
        {
            var modelled = component.Component.Claims[claim];
            if (modelled.SaysNothing || modelled.Claim.Basis == Basis.Projection) continue;
            foreach (var spokenOf in modelled.Form.States)
            {
                if (!course.Has(spokenOf) || component.Component.States[spokenOf].Day is not { } day) continue;
                if (!(day < newestOfAll)) newestOfAll = day;
                if (component.Leading.Accepted[claim] && !(day < newest)) newest = day;
            }
        }

        if (newest is { } last && today.DayNumber - last.DayNumber > OldAfterDays) Step(-1, FormattableString.Invariant($"the newest{(newestOfAll > last ? " accepted" : "")} claim, of {Wording.Day(last)}, is over {OldAfterDays} days old"));
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

    /// <summary>
    /// Figures may hold together each with an error of its own, and what one source says of several quantities, whose errors it shares, still leave another no room: 867,000 and 655,000 by one
    /// source are 212,000 apart, whatever that says of 300,000.
    /// </summary>
    private void AddOutsiders(ComponentEstimate component, int state, Interval range, Wording wording)
    {
        var outside = new List<string>();
        foreach (var claim in component.Component.ClaimsOn(state))
        {
            if (!component.Leading.Accepted[claim] || component.Component.Claims[claim] is not { SaysNothing: false, Leaning: null } said || said.State != state) continue;
            if (said.Tolerant.Low > range.High || said.Tolerant.High < range.Low) outside.Add(wording.Source(said.Claim.Source));
        }

        if (outside.Count > 0) Step(-1, $"what {Wording.List(outside.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} said of it could hold, but lies outside the range even with its error");
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
