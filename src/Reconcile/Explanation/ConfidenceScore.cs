using System.Globalization;
using Reconcile.Inference;
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

    /// <summary>A leading account lighter than this leaves an estimate contested.</summary>
    private const double LeastLead = 0.7;

    /// <summary>More doubt than this leaves an estimate contested.</summary>
    private const double MostDoubt = 0.3;

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
    /// <param name="shares">The influences on it under the leading accounts.</param>
    /// <param name="grades">The grades of sources.</param>
    /// <param name="wording">How sources are called.</param>
    public static ConfidenceScore Of(ComponentEstimate component, int state, List<FactorShare> shares, GradeBook grades, Wording wording)
    {
        var score = new ConfidenceScore();
        var value = component.States[state].Value;
        var direct = Supporting(DirectClaims(component, state));
        var support = direct.Count > 0 ? direct : Supporting(IndirectClaims(component, shares));
        score.AddRoots(support, areDirect: direct.Count > 0, grades, wording);
        if (direct.Find(claim => IsReliableCount(claim, value, grades)) is { } count) score.Step(1, "counted by a reliable root: " + wording.Source(count.Claim.Source));

        if (support.Count > 0 && support.TrueForAll(claim => grades.Of(claim.Claim) is Reliability.D or Reliability.E)) score.Step(-1, "no root is better than grade D");
        score.AddDisputes(component, state);
        if (direct.Count == 0) score.Step(-1, "nobody states it: it follows from the relations");
        if (value.Best is not null && !IsWithinFactorOfTwo(value)) score.Step(-1, "the range spans more than a factor of 2");
        if (value.Best is null) score.Step(-1, "one side is open");
        if (support.Count > 0 && support.TrueForAll(claim => claim.Leaning is not null)) score.Step(-1, "only interested parties speak");
        return score;
    }

    /// <summary>A floor that was counted says how many there are at least: beside a best value it supports nothing.</summary>
    private static bool IsReliableCount(ModelledClaim claim, AccountValue value, GradeBook grades) =>
        claim.Claim.Basis == Basis.Count
        && grades.Of(claim.Claim) <= Reliability.B
        && (value.Best is null || claim.Kind is FigureKind.Point or FigureKind.Range);

    /// <summary>Whether neither end is more than twice the other in size, on the same side of 0.</summary>
    private static bool IsWithinFactorOfTwo(AccountValue value) => value.High <= 2 * value.Low || value.Low >= 2 * value.High;

    private static List<ModelledClaim> DirectClaims(ComponentEstimate component, int state) =>
        [.. component.Component.ClaimsOn(state).ToArray().Where(claim => component.Leading.Accepted[claim]).Select(claim => component.Component.Claims[claim])];

    private static List<ModelledClaim> IndirectClaims(ComponentEstimate component, List<FactorShare> shares) =>
    [
        .. shares
            .Where(share => share.Origin == Origin.Claim && share.Share >= LeastSupport)
            .Select(share => component.Component.Claims[share.Number]),
    ];

    /// <summary>An item graded doubtful or improbable, or said with a word that leaves it open, is no second witness: it counts only where there is nothing else.</summary>
    private static List<ModelledClaim> Supporting(List<ModelledClaim> claims)
    {
        var credible = claims.FindAll(claim => claim.Claim.Credibility is not (Credibility.Doubtful or Credibility.Improbable) && claim.Likelihood is not { Term.LeavesOpen: true });
        return credible.Count > 0 ? credible : claims;
    }

    /// <summary>Roots agree when the values that they give, taken at their word, can all be true; a floor or ceiling alone agrees with almost anything.</summary>
    private void AddRoots(List<ModelledClaim> support, bool areDirect, GradeBook grades, Wording wording)
    {
        Roots = support.DistinctBy(claim => claim.Root).Count();
        var valued = support.FindAll(claim => claim.Kind is FigureKind.Point or FigureKind.Range);
        if (Roots == 1) Step(-1, $"one root only: {wording.Source(support[0].Claim.Source)}");
        // Roots that each speak of another part do not agree with one another.
        if (!areDirect || Roots == 1) return;
        var agreeing = Agreement.Most(valued);
        var names = Wording.List(agreeing.Select(claim => wording.Source(claim.Claim.Source)).Order(StringComparer.Ordinal).Take(4));
        if (valued.Count == 0) Step(-1, "no root gives a value, only floors or ceilings");
        else if (valued.TrueForAll(claim => claim.Root == valued[0].Root)) Step(-1, $"one root only gives a value: {names}");
        if (agreeing.Count >= 2) Step(1, $"{agreeing.Count.ToString(CultureInfo.InvariantCulture)} independent roots agree: {names}{(agreeing.Count > 4 ? " and others" : "")}");
        if (agreeing.Count >= 3 && agreeing.Exists(claim => grades.Of(claim.Claim) <= Reliability.B)) Step(1, "three or more roots agree, at least one of grade A or B");
    }

    private void AddDisputes(ComponentEstimate component, int state)
    {
        var disputes = component.States[state].Touching.Select(dispute => component.Disputes.Disputes[dispute]).ToArray();
        if (disputes.Length == 0) return;
        var lead = disputes.Min(dispute => dispute.Accounts[0].Weight);
        var doubt = disputes.Max(dispute => dispute.Doubt);
        var tied = disputes.MaxBy(dispute => dispute.Leaders)!;
        if (tied.Leaders > 1) Step(-1, $"contested: {tied.Leaders.ToString(CultureInfo.InvariantCulture)} accounts weigh the same, {Wording.Percent(tied.Accounts[0].Weight)} each; the best value is that of one of them");
        else if (lead < LeastLead) Step(-1, $"contested: the leading account has a weight of {Wording.Percent(lead)}");
        else if (doubt > MostDoubt) Step(-1, $"contested: with a weight of {Wording.Percent(doubt)} no account is right");
    }

    private void Step(int step, string reason)
    {
        _score += step;
        _reasons.Add($"{(step > 0 ? "+1" : "−1")} {reason}");
    }
}
