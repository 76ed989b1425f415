using System.Globalization;
using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Relations;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>What explains the estimates of one component, and how their numbers print together.</summary>
/// <param name="dossier">The dossier.</param>
/// <param name="asOf">Its day.</param>
/// <param name="component">The component.</param>
/// <param name="disputes">Its disputes as results, by position.</param>
/// <param name="bests">Its best values, whole quantities already rounded.</param>
/// <param name="isRounded">By state, whether its numbers are rounded to whole ones; null: none is.</param>
/// <param name="headlines">Of each quantity that moves, the state that prints as its estimate.</param>
/// <param name="grades">The grades of sources.</param>
/// <param name="wording">How sources are called.</param>
internal sealed class ComponentDetail(
    Dossier dossier, DateOnly? asOf, ComponentEstimate component, Dispute[] disputes, double[] bests, bool[]? isRounded, int[] headlines, GradeBook grades, Wording wording)
{
    /// <summary>Influences below this share of the largest are noise.</summary>
    private const double LeastShare = 1e-12;

    private readonly PrintedBests _printed = new(component, bests, headlines);

    /// <summary>The value of a state, that of a whole quantity rounded.</summary>
    public AccountValue ValueOf(int state) => ValueRounding.Rounded(component.States[state].Value, IsRounded(state) ? 1 : 0, bests[state]);

    public EstimateDetail Of(int state)
    {
        var shares = component.Leading.SharesOf(state);
        var byAccount = component.ByAccount(state);
        var score = ConfidenceScore.Of(component, state, ValueOf(state), shares, byAccount, asOf, grades, wording);
        return new EstimateDetail
        {
            Confidence = score.Confidence,
            Reasons = score.Reasons,
            Roots = score.Roots,
            Claims = ClaimsOn(state),
            Influences = InfluencesOf(shares),
            ByAccount = ToAlternatives(byAccount, state),
            ByAccountOn = day => StateOn(state, day) is { } same ? ToAlternatives(component.ByAccount(same), same) : [],
            Printed = ToRange(ValueRounding.Rounded(ValueOf(state), IsRounded(state) ? 1 : UnitOfEnds(state), _printed.Value.Bests[state])),
        };
    }

    /// <summary>What accounts say of a state.</summary>
    public Alternative[] ToAlternatives(IReadOnlyList<RangePart> parts, int state)
    {
        var alternatives = new Alternative[parts.Count];
        for (var i = 0; i < alternatives.Length; i++) alternatives[i] = ToAlternative(parts[i], IsRounded(state));
        return alternatives;
    }

    /// <summary>Whether the numbers of a state are whole; where no whole number would do beside others, its best value has a fraction, and its ends with it.</summary>
    private bool IsRounded(int state) => isRounded is not null && isRounded[state] && (component.States[state].Value.Best is null || double.IsInteger(bests[state]));

    private Alternative ToAlternative(RangePart part, bool isWhole)
    {
        var value = isWhole ? ValueRounding.Rounded(part.Value, 1, Math.Round(part.Value.Best ?? 0)) : part.Value;
        var accounts = new Account[part.Accounts.Count];
        for (var i = 0; i < accounts.Length; i++) accounts[i] = disputes[part.Accounts[i].Dispute].Accounts[part.Accounts[i].Account];
        return new Alternative { Accounts = accounts, Weight = part.Weight, Best = value.Best, Low = value.Low, High = value.High };
    }

    /// <summary>Best values add up to the last digit; the ends of a range need no more digits than they mean.</summary>
    private double UnitOfEnds(int state) => ValueOf(state) is { Low: { } low, High: { } high } && high > low
        ? Math.Max(_printed.Value.Unit, PrintedBests.UnitOf(high - low, Math.Max(Math.Abs(low), Math.Abs(high))))
        : _printed.Value.Unit;

    private static FigureRange ToRange(AccountValue value) => new(value.Low, value.Best, value.High);

    private int? StateOn(int state, DateOnly day) =>
        component.Component.CourseOf(state) is { } course && Array.BinarySearch(course.Days, day) is var index and >= 0 ? course.States[index] : null;

    /// <summary>The accepted claims on a quantity itself, of a moving one on all its days.</summary>
    private Claim[] ClaimsOn(int state) =>
    [
        .. (component.Component.CourseOf(state)?.States ?? [state])
            .SelectMany(same => component.Component.ClaimsOn(same).ToArray())
            .Where(claim => component.Leading.Accepted[claim])
            .Select(claim => component.Component.Claims[claim].Position)
            .Order()
            .Select(position => dossier.Claims[position]),
    ];

    private Influence[] InfluencesOf(List<FactorShare> all)
    {
        var shares = all.FindAll(share => share.Share > LeastShare);
        var total = shares.Sum(share => share.Share);
        return
        [
            .. shares
                .Select(share => ToInfluence(share, total))
                .GroupBy(influence => (influence.Claim?.Id, influence.Relation?.Rule))
                .Select(group => group.First() with { Share = group.Sum(influence => influence.Share) })
                .OrderByDescending(influence => influence.Share),
        ];
    }

    private Influence ToInfluence(FactorShare share, double total) => new()
    {
        Claim = share.Origin == Origin.Claim ? dossier.Claims[component.Component.Claims[share.Number].Position] : null,
        Relation = share.Origin switch
        {
            Origin.Relation => dossier.Relations[share.Number],
            Origin.Bound => BoundAsRelation(component.Component.States[share.Number]),
            _ => null,
        },
        Share = share.Share / total,
    };

    /// <summary>The bounds that are the quantity's own; what relations bound is theirs.</summary>
    private static Relation BoundAsRelation(State state)
    {
        var own = new Interval(state.LowRelation < 0 ? state.Bounds.Low : double.NegativeInfinity, state.HighRelation < 0 ? state.Bounds.High : double.PositiveInfinity);
        var (name, low, high) = (RelationText.Quoted(state.Quantity.Id), InRule(own.Low), InRule(own.High));
        return own.IsClosed ? new Relation { Rule = $"{low} <= {name} <= {high}", Because = "the bounds of the quantity" }
            : double.IsFinite(own.Low) ? new Relation { Rule = $"{name} >= {low}", Because = "the least that the quantity can be" }
            : new Relation { Rule = $"{name} <= {high}", Because = "the most that the quantity can be" };
    }

    /// <summary>All digits and no separators, as the relation language writes numbers.</summary>
    private static string InRule(double bound) => bound.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What explains one estimate.</summary>
internal sealed class StateDetail(ComponentDetail component, int state) : Deferred<EstimateDetail>
{
    protected override EstimateDetail Work() => component.Of(state);
}
