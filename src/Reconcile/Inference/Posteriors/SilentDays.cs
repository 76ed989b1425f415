using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Posteriors;

/// <summary>
/// The days of a total on which no claim gives it a value. Before the first such claim and after the last nothing but expected steps tells of it, which have totals rise on average only: so
/// what is known of it there is cut to what is feasible; so are its ranges after a floor where no claim gives it a value at all. Were it a limit on each of many days alike, a total that stands still would be driven away from it. Between claims no range is cut,
/// but the best value is the mean of what lies between those of the last such day and the next: the steps are so wide that a floor on that day alone, be it far below, would lift it.
/// </summary>
internal sealed class SilentDays
{
    /// <summary>A mean that the cut moves by less than this many standard deviations stays.</summary>
    private const double LeastMove = 0.05;

    /// <summary>So many standard deviations are left of what is known of a day far from where it is feasible (convention).</summary>
    private const double LeastRoom = 2;

    private readonly Interval[] _feasible;
    private readonly bool[] _isOutside;
    private readonly bool[] _toldElsewhere;
    private readonly List<SilentDay> _days;
    private readonly List<Form> _told;
    private readonly HashSet<int> _uncounted;

    private SilentDays(Interval[] feasible, bool[] isOutside, bool[] toldElsewhere, List<SilentDay> days, List<Form> told, HashSet<int> uncounted)
    {
        (_feasible, _isOutside, _toldElsewhere, _days, _told, _uncounted) = (feasible, isOutside, toldElsewhere, days, told, uncounted);
    }

    /// <summary>A silent day between others.</summary>
    /// <param name="State">Its state.</param>
    /// <param name="Before">That of the last day with a value; −1: none.</param>
    /// <param name="After">That of the next one; −1: none.</param>
    private readonly record struct SilentDay(int State, int Before, int After);

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="feasible">The feasible range of each state under them.</param>
    public static SilentDays Of(Component component, ReadOnlySpan<bool> accepted, Interval[] feasible)
    {
        var (isOutside, toldElsewhere) = (new bool[feasible.Length], new bool[feasible.Length]);
        var days = new List<SilentDay>();
        var told = new List<Form>();
        var uncounted = new HashSet<int>();
        var bridged = Bridged(component, accepted);
        foreach (var course in component.Courses)
        {
            if (ClaimedValues.Of(component, course, accepted) is not { } claimed)
            {
                foreach (var state in AfterFloor(component, course, accepted)) isOutside[state] = true;
                if (!course.NeverFalls) uncounted.UnionWith(course.States[1..]);
                continue;
            }

            var (before, after) = (-1, claimed.First);
            for (var day = 0; day < course.States.Length; day++)
            {
                if (claimed.Has(day))
                {
                    told.Add(Form.Of(course.States[day]));
                    before = day;
                    after++;
                    while (after <= claimed.Last && !claimed.Has(after)) after++;
                    continue;
                }

                toldElsewhere[course.States[day]] = true;
                if (!course.NeverFalls) continue;
                isOutside[course.States[day]] = before < 0 || after > claimed.Last;
                if (isOutside[course.States[day]] || !bridged.Contains(course.States[day])) days.Add(new SilentDay(course.States[day], before < 0 ? -1 : course.States[before], after > claimed.Last ? -1 : course.States[after]));
            }
        }

        for (var claim = 0; claim < accepted.Length; claim++)
        {
            // A sum may be told without a name of its own.
            if (accepted[claim] && component.Claims[claim] is { GivesValue: true, IsWide: false, Leaning: null, IsShare: false, State: < 0, Claim.During: null } sum && sum.Form.States.Length > 0) told.Add(sum.Form);
        }

        return new SilentDays(feasible, isOutside, toldElsewhere, days, told, uncounted);
    }

    /// <summary>The states of a total to which no claim gives a value after the first day on which one gives it a floor: below that it does not fall.</summary>
    private static ReadOnlySpan<int> AfterFloor(Component component, Course course, ReadOnlySpan<bool> accepted)
    {
        for (var day = 0; day < course.States.Length && course.NeverFalls; day++)
        {
            if (FirstFloors.HighestOn(component, course.States[day], accepted) is not null) return course.States.AsSpan(day + 1);
        }

        return [];
    }

    /// <summary>The days on which a period begins or ends of which a claim says how far the total rose: that tells of both.</summary>
    private static HashSet<int> Bridged(Component component, ReadOnlySpan<bool> accepted)
    {
        var bridged = new HashSet<int>();
        foreach (var claim in component.Increments)
        {
            if (!accepted[claim] || component.Claims[claim] is not { GivesValue: true, IsWide: false } rise) continue;
            foreach (var state in rise.Form.States) bridged.Add(state);
        }

        return bridged;
    }

    /// <summary>Whether claims give the quantity of a state a value on another day.</summary>
    public bool IsToldOnAnotherDay(int state) => _toldElsewhere[state];

    /// <summary>What is known of a state: outside of the claimed days, where it is feasible.</summary>
    public Marginal Cut(int state, Marginal marginal) => _isOutside[state] ? marginal.Within(Room(state, marginal.Mean, marginal.Sd)) : marginal;

    /// <summary>
    /// Where a state is feasible; where claims hold together only at the very ends of their errors, far from what they say together, around the sliver that this leaves as well: two figures that
    /// nearly contradict each other do not tell a day between them to the unit.
    /// </summary>
    private Interval Room(int state, double mean, double deviation)
    {
        var feasible = _feasible[state];
        var lacking = (LeastRoom * deviation) - (feasible.High - feasible.Low);
        if (!(lacking > 0)) return feasible;
        var distance = Math.Max(Math.Max(feasible.Low - mean, mean - feasible.High), 0);
        var more = SmoothStep.Between(0, deviation, distance) * lacking / 2;
        return new Interval(feasible.Low - more, feasible.High + more);
    }

    /// <summary>
    /// What best values are drawn to: the means of what is feasible, each as by a claim as exact as that is narrow. What claims tell of any day stays where it is: parts of a sum of which
    /// nobody speaks any more may each only have risen, but together no more than the sum has.
    /// </summary>
    /// <param name="posterior">What is known without.</param>
    /// <param name="marginalOf">What is known of a state, as kept for its range.</param>
    /// <param name="hasBest">Whether a state has a best value at all.</param>
    public Targets TargetsOf(IAccountPosterior posterior, Func<int, Marginal> marginalOf, Predicate<int> hasBest)
    {
        var drawn = new List<Target>();
        foreach (var day in _days)
        {
            if (!hasBest(day.State) || WhereBest(day, posterior) is not { } within) continue;
            var marginal = marginalOf(day.State);
            var (mean, deviation) = marginal.Within(within).Moments();
            if (deviation > 0 && Math.Abs(mean - marginal.Mean) > LeastMove * marginal.Sd) drawn.Add(new Target(day.State, mean, 1 / (deviation * deviation)));
        }

        return new Targets(drawn, drawn.Count > 0 ? _told : []) { Yielding = _uncounted };
    }

    /// <summary>What is feasible, between claims what of it lies between the means of the days with values beside it; null where these leave nothing and the mean lies between them.</summary>
    private Interval? WhereBest(SilentDay day, IAccountPosterior posterior)
    {
        var feasible = Room(day.State, posterior.MeanOf(day.State), posterior.DeviationOf(day.State));
        if (_isOutside[day.State]) return feasible;
        var (before, after) = (posterior.MeanOf(day.Before), posterior.MeanOf(day.After));
        var (low, high) = (Math.Max(feasible.Low, before), Math.Min(feasible.High, after));
        if (low < high) return new Interval(low, high);
        var mean = posterior.MeanOf(day.State);
        return mean > after || mean < before ? feasible : null;
    }
}
