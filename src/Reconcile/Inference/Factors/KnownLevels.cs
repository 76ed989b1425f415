using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Where claims put each quantity: on the days that they tell, straight from one to the next between them, and as on the nearest of them before and after. A quantity that nobody tells is what an
/// equation leaves it on the day on which the others in that are told best; several of them share what is left equally.
/// </summary>
internal sealed class KnownLevels
{
    private readonly Component _component;
    private readonly Dictionary<Quantity, Course> _courses;

    /// <summary>By state: days to the nearest that tells, for the others in the equation too where that gave the level.</summary>
    private readonly double[] _away;

    private KnownLevels(Component component)
    {
        _component = component;
        _courses = component.Courses.ToDictionary(static course => course.Quantity);
        _away = new double[component.States.Length];
        Of = new double[component.States.Length];
        IsTold = new bool[component.States.Length];
        Tells = new bool[component.States.Length];
        Array.Fill(Of, double.NaN);
    }

    /// <summary>By state; NaN: nothing tells.</summary>
    public double[] Of { get; }

    /// <summary>Whether a claim gives a state a value.</summary>
    public bool[] IsTold { get; }

    /// <summary>Whether a claim does, or the equation from which all days of the quantity follow.</summary>
    public bool[] Tells { get; }

    public static KnownLevels From(Component component, ReadOnlySpan<bool> accepted, List<DayEquation> equations)
    {
        var known = new KnownLevels(component);
        foreach (var course in component.Courses) known.Tell(course, accepted);
        for (var state = 0; state < component.States.Length; state++)
        {
            if (component.States[state].Day is null && known.ToldOn(state, accepted) is { } value) (known.Of[state], known.IsTold[state]) = (value, true);
        }

        known.Follow(equations);
        return known;
    }

    private void Tell(Course course, ReadOnlySpan<bool> accepted)
    {
        var claimed = ClaimedValues.Of(_component, course, accepted);
        for (var day = 0; day < course.States.Length; day++)
        {
            // Of a stock of which nothing but 0 is said there are no claimed values.
            var value = claimed is null ? ToldOn(course.States[day], accepted) : claimed.Has(day) ? claimed.ValueAt(day) : null;
            if (value is { } told) (Of[course.States[day]], IsTold[course.States[day]], Tells[course.States[day]]) = (told, true, true);
        }

        if (course.NeverFalls && claimed is not null)
        {
            var fit = claimed.Isotonic(course);
            for (var day = 0; day < fit.Length; day++) Of[course.States[day]] = fit[day];
        }

        Carry(course, away: 0);
    }

    private double? ToldOn(int state, ReadOnlySpan<bool> accepted)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var claim in _component.ClaimsOn(state))
        {
            if (!accepted[claim] || !_component.Claims[claim].GivesValue) continue;
            sum += _component.Claims[claim].Precision * _component.Claims[claim].Value;
            weights += _component.Claims[claim].Precision;
        }

        return weights > 0 ? sum / weights : null;
    }

    /// <summary>From the days that tell to all others.</summary>
    private void Carry(Course course, double away)
    {
        var before = -1;
        for (var day = 0; day < course.States.Length; day++)
        {
            if (!Tells[course.States[day]]) continue;
            var level = Of[course.States[day]];
            _away[course.States[day]] = away;
            for (var between = before + 1; between < day; between++)
            {
                var state = course.States[between];
                var (since, until) = (before < 0 ? double.PositiveInfinity : Movements.DaysBetween(course, before, between), Movements.DaysBetween(course, between, day));
                if (!course.NeverFalls) Of[state] = before < 0 ? level : Of[course.States[before]] + ((level - Of[course.States[before]]) * since / (since + until));
                _away[state] = away + Math.Min(since, until);
            }

            before = day;
        }

        for (var after = before + 1; before >= 0 && after < course.States.Length; after++)
        {
            if (!course.NeverFalls) Of[course.States[after]] = Of[course.States[before]];
            _away[course.States[after]] = away + Movements.DaysBetween(course, before, after);
        }
    }

    /// <summary>Gives levels to quantities that nobody tells, one equation after another: first those with the fewest unknown, told best.</summary>
    private void Follow(List<DayEquation> equations)
    {
        var mentions = new Dictionary<Quantity, List<int>>();
        var queue = new PriorityQueue<int, (int Unknown, double Away, int Equation)>();
        for (var i = 0; i < equations.Count; i++)
        {
            if (RankOf(equations[i], i) is not { } rank) continue;
            queue.Enqueue(i, rank);
            foreach (var state in equations[i].Form.States)
            {
                if (!double.IsNaN(Of[state])) continue;
                var quantity = _component.States[state].Quantity;
                if (!mentions.TryGetValue(quantity, out var where)) mentions[quantity] = where = [];
                where.Add(i);
            }
        }

        while (queue.TryDequeue(out var i, out var rank))
        {
            // Others may have become known since; the equation was queued anew then.
            if (RankOf(equations[i], i) != rank) continue;
            foreach (var quantity in Solve(equations[i], rank.Unknown, rank.Away))
            {
                foreach (var other in mentions[quantity])
                {
                    if (RankOf(equations[other], other) is { } better) queue.Enqueue(other, better);
                }
            }
        }
    }

    /// <summary>How many quantities of an equation nothing tells, and how far from it the others are told; null where all are known, or none, or a sum is as little known as a part of it.</summary>
    private (int Unknown, double Away, int Equation)? RankOf(in DayEquation equation, int position)
    {
        var (unknown, signs, away) = (0, 0, 0.0);
        for (var i = 0; i < equation.Form.States.Length; i++)
        {
            var state = equation.Form.States[i];
            if (double.IsNaN(Of[state])) (unknown, signs) = (unknown + 1, signs + Math.Sign(equation.Form.Coefficients[i]));
            else away += _away[state];
        }

        return unknown == 0 || Math.Abs(signs) < unknown || (unknown == equation.Form.States.Length && !equation.IsSaid) ? null : (unknown, away, position);
    }

    private List<Quantity> Solve(in DayEquation equation, int unknown, double away)
    {
        var rest = equation.Value;
        var states = equation.Form.States;
        for (var i = 0; i < states.Length; i++) rest -= double.IsNaN(Of[states[i]]) ? 0 : equation.Form.Coefficients[i] * Of[states[i]];
        var solved = new List<Quantity>(unknown);
        for (var i = 0; i < states.Length; i++)
        {
            if (!double.IsNaN(Of[states[i]])) continue;
            var state = _component.States[states[i]];
            Of[states[i]] = Math.Clamp(rest / unknown / equation.Form.Coefficients[i], state.Bounds.Low, state.Bounds.High);
            solved.Add(state.Quantity);
            if (!_courses.TryGetValue(state.Quantity, out var course)) continue;
            Tells[states[i]] = true;
            if (course.NeverFalls) foreach (var day in course.States) Of[day] = Of[states[i]];
            Carry(course, away);
        }

        return solved;
    }
}
