using System.Globalization;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Relations;

namespace Reconcile.Explanation;

/// <summary>Turns the states of a component into estimates: rounded where quantities are whole, with reasons and influences.</summary>
internal sealed class EstimateBuilder(Dossier dossier, DateOnly? asOf, GradeBook grades, Wording wording)
{
    /// <summary>Influences below this share of the largest are noise.</summary>
    private const double LeastShare = 1e-12;

    /// <summary>A printed range shows about this many steps of its rounding unit at least.</summary>
    private const double StepsInRange = 20;

    /// <summary>Largest amount by which a relation between whole quantities fails after rounding, over all components so far.</summary>
    public double Residue { get; private set; }

    /// <param name="component">The component.</param>
    /// <param name="accounts">Its accounts as results, by dispute and position.</param>
    /// <param name="estimates">Receives one estimate for each state, at the position of its quantity.</param>
    public void Add(ComponentEstimate component, Account[][] accounts, Estimate[] estimates)
    {
        var states = component.Component.States;
        var whole = RoundedBests(component, Means(component), 1, state => states[state].Quantity.Whole, countResidue: true);
        var printUnit = PrintUnit(component);
        // The unit of print divides 1, so what is whole already stays.
        var printed = RoundedBests(component, whole, printUnit, _ => true, countResidue: false);
        for (var state = 0; state < states.Length; state++)
        {
            var score = ConfidenceScore.Of(component, state, component.States[state].Value, grades, wording);
            var value = Rounded(component.States[state].Value, states[state].Quantity.Whole ? 1 : 0, whole[state]);
            estimates[states[state].Position] = new Estimate
            {
                Quantity = states[state].Quantity,
                AsOf = asOf,
                Best = value.Best,
                Low = value.Low,
                High = value.High,
                Confidence = score.Confidence,
                Reasons = score.Reasons,
                Roots = score.Roots,
                Claims = ClaimsOn(component, state),
                Influences = InfluencesOn(component, state),
                Alternatives = [.. component.States[state].Parts.Select(part => ToAlternative(part, accounts, states[state].Quantity.Whole))],
                Series = [],
                ByAccount = [.. component.States[state].ByAccount.Select(part => ToAlternative(part, accounts, states[state].Quantity.Whole))],
                Printed = ToRange(Rounded(value, states[state].Quantity.Whole ? 1 : printUnit, printed[state])),
            };
        }
    }

    private static double[] Means(ComponentEstimate component)
    {
        var means = new double[component.States.Length];
        for (var state = 0; state < means.Length; state++) means[state] = component.States[state].Value.Best ?? component.Leading.MeanOf(state);
        return means;
    }

    private double[] RoundedBests(ComponentEstimate component, double[] values, double unit, Predicate<int> isRounded, bool countResidue)
    {
        var any = false;
        for (var state = 0; state < values.Length; state++) any |= isRounded(state);
        if (!any) return values;
        var rounding = new ConsistentRounding(component.Component, values, unit, state => isRounded(state) && component.States[state].Value.Best is not null);
        var rounded = rounding.Round();
        if (countResidue) Residue = Math.Max(Residue, rounding.Residue);
        return rounded;
    }

    /// <summary>A power of ten that leaves the narrowest range of the component its meaningful digits.</summary>
    private static double PrintUnit(ComponentEstimate component)
    {
        double narrowest = double.PositiveInfinity, largest = 0;
        foreach (var state in component.States)
        {
            if (state.Value is not { Best: { } best, Low: { } low, High: { } high }) continue;
            largest = Math.Max(largest, Math.Max(Math.Abs(best), Math.Max(Math.Abs(low), Math.Abs(high))));
            if (high > low) narrowest = Math.Min(narrowest, high - low);
        }

        if (!double.IsFinite(narrowest)) narrowest = largest > 0 ? largest : 1;
        var power = Math.Floor(Math.Log10(Math.Max(narrowest / StepsInRange, largest * 1e-12)));
        return power < -300 ? 1 : Math.Pow(10, Math.Min(0, power));
    }

    /// <summary>Best as given; the ends to multiples of the unit (0: left as they are) that still hold the best.</summary>
    private static AccountValue Rounded(AccountValue value, double unit, double best)
    {
        double? End(double? end) => end is { } e && unit > 0 ? Math.Round(e / unit) * unit : end;
        return value.Best is null
            ? value with { Low = End(value.Low), High = End(value.High) }
            : value with { Best = best, Low = Math.Min(best, End(value.Low)!.Value), High = Math.Max(best, End(value.High)!.Value) };
    }

    private static FigureRange ToRange(AccountValue value) => new(value.Low, value.Best, value.High);

    private static Alternative ToAlternative(RangePart part, Account[][] accounts, bool whole)
    {
        var value = whole ? Rounded(part.Value, 1, Math.Round(part.Value.Best ?? 0)) : part.Value;
        return new Alternative
        {
            Accounts = [.. part.Accounts.Select(choice => accounts[choice.Dispute][choice.Account])],
            Weight = part.Weight,
            Best = value.Best,
            Low = value.Low,
            High = value.High,
        };
    }

    private Claim[] ClaimsOn(ComponentEstimate component, int state) =>
    [
        .. component.Component.ClaimsOfState[state]
            .Where(claim => component.Leading.Accepted[claim])
            .Select(claim => component.Component.Claims[claim].Position)
            .Order()
            .Select(position => dossier.Claims[position]),
    ];

    private Influence[] InfluencesOn(ComponentEstimate component, int state)
    {
        var shares = component.States[state].Shares.Where(share => share.Share > LeastShare);
        var total = shares.Sum(share => share.Share);
        return
        [
            .. shares
                .Select(share => ToInfluence(component.Component, share, total))
                .GroupBy(influence => (influence.Claim?.Id, influence.Relation?.Rule))
                .Select(group => group.First() with { Share = group.Sum(influence => influence.Share) })
                .OrderByDescending(influence => influence.Share),
        ];
    }

    private Influence ToInfluence(Component component, FactorShare share, double total) => new()
    {
        Claim = share.Origin == Origin.Claim ? dossier.Claims[component.Claims[share.Number].Position] : null,
        Relation = share.Origin switch
        {
            Origin.Relation => dossier.Relations[share.Number],
            Origin.Bound => BoundAsRelation(component.States[share.Number]),
            _ => null,
        },
        Share = share.Share / total,
    };

    private static Relation BoundAsRelation(State state)
    {
        var (name, low, high) = (RelationText.Quoted(state.Quantity.Id), InRule(state.Bounds.Low), InRule(state.Bounds.High));
        return state.Bounds.IsClosed ? new Relation { Rule = $"{low} <= {name} <= {high}", Because = "the bounds of the quantity" }
            : double.IsFinite(state.Bounds.Low) ? new Relation { Rule = $"{name} >= {low}", Because = "the least that the quantity can be" }
            : new Relation { Rule = $"{name} <= {high}", Because = "the most that the quantity can be" };
    }

    /// <summary>All digits and no separators, as the relation language writes numbers.</summary>
    private static string InRule(double bound) => bound.ToString("R", CultureInfo.InvariantCulture);
}
