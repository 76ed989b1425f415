using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Where claims and the equations between them put stocks from day to day. What is told of a sum after its parts, or of a part after the sum, need not add up with what was told of the others before: then those that
/// nobody tells on that day have moved, each by its size and the days since it was told. Floors and ceilings count only where they leave a stock no other place.
/// </summary>
internal sealed class TiedLevels
{
    private const int MostSweeps = 30;
    private const double Tolerance = 1e-3;

    private readonly Component _component;
    private readonly StateScales? _scales;
    private readonly KnownLevels _known;
    private readonly double[] _levels;
    private readonly double[] _weights;
    private readonly bool[] _isTied;

    private TiedLevels(Component component, StateScales? scales, KnownLevels known)
    {
        (_component, _scales, _known) = (component, scales, known);
        _levels = (double[])known.Of.Clone();
        _weights = new double[_levels.Length];
        _isTied = (bool[])known.IsTold.Clone();
    }

    /// <summary>Null where no equation ties a stock.</summary>
    public static TiedLevels? Of(Component component, ReadOnlySpan<bool> accepted, StateScales? scales)
    {
        var equations = DayEquation.Of(component, accepted);
        if (equations.Count == 0) return null;
        var tied = new TiedLevels(component, scales, KnownLevels.From(component, accepted, equations));
        Course[] stocks = [.. component.Courses.Where(static course => !course.NeverFalls)];
        var (last, told) = (new int[stocks.Length], new int[stocks.Length]);
        Array.Fill(last, -1);
        for (int day = 0, next = 0; day < component.Days; day++)
        {
            for (var i = 0; i < stocks.Length; i++) tied.Begin(stocks[i], last[i], day, ref told[i]);
            var first = next;
            while (next < equations.Count && equations[next].Day == day) next++;
            tied.Meet(equations[first..next]);
            for (var i = 0; i < stocks.Length; i++)
            {
                var state = stocks[i].States[day];
                if (!tied._known.IsTold[state]) tied._levels[state] = tied.Within(state, tied._levels[state]);
                if (tied._isTied[state] || tied._known.Tells[state]) last[i] = day;
            }
        }

        return tied;
    }

    /// <summary>How large the largest is.</summary>
    public double Largest => field > 0 ? field : field = _levels.Max(static level => double.IsNaN(level) ? 0 : Math.Abs(level));

    /// <summary>Where a state is; NaN: nothing tells.</summary>
    public double this[int state] => _levels[state];

    /// <summary>Whether a claim gives a state its value, or an equation in which something is told on that day.</summary>
    public bool Has(int state) => _isTied[state];

    /// <summary>Whether a claim gives a state its value.</summary>
    public bool IsTold(int state) => _known.IsTold[state];

    /// <summary>Where a stock would be on a day for what is known of those before and after.</summary>
    private void Begin(Course course, int last, int day, ref int next)
    {
        var state = course.States[day];
        while (next < course.States.Length && (next < day || !_known.Tells[course.States[next]])) next++;
        if (_known.IsTold[state] || double.IsNaN(_levels[state])) return;
        var (since, until) = (last < 0 ? double.PositiveInfinity : Movements.DaysBetween(course, last, day), next == course.States.Length ? double.PositiveInfinity : Movements.DaysBetween(course, day, next));
        if (next > day && last >= 0)
        {
            var before = _levels[course.States[last]];
            _levels[state] = double.IsInfinity(until) ? before : before + ((_known.Of[course.States[next]] - before) * since / (since + until));
        }

        // What limits keep off its way they tell.
        _isTied[state] = Within(state, _levels[state]) != _levels[state];
        _weights[state] = Math.Abs(_levels[state]) * Math.Max(1, Math.Min(since, until));
    }

    /// <summary>Has the stocks that nobody tells on a day move until its equations hold, as far as they can: those in which something is told, and those that then move with them.</summary>
    private void Meet(List<DayEquation> equations)
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var hasMoved = false;
            foreach (var equation in equations) hasMoved |= Meet(equation);
            if (!hasMoved) break;
        }
    }

    private bool Meet(in DayEquation equation)
    {
        var states = equation.Form.States;
        var coefficients = equation.Form.Coefficients;
        var (isTied, moving, weights, rest, size) = (equation.IsSaid, 0, 0.0, equation.Value, Math.Abs(equation.Value));
        for (var i = 0; i < states.Length; i++)
        {
            if (double.IsNaN(_levels[states[i]])) return false;
            isTied |= _isTied[states[i]] && _component.States[states[i]].Day is not null;
            rest -= coefficients[i] * _levels[states[i]];
            size = Math.Max(size, Math.Abs(coefficients[i] * _levels[states[i]]));
            if (!Moves(states[i])) continue;
            moving++;
            weights += coefficients[i] * coefficients[i] * _weights[states[i]];
        }

        if (!isTied || moving == 0) return false;
        var hasMoved = false;
        for (var i = 0; i < states.Length; i++)
        {
            if (!Moves(states[i])) continue;
            // What stands at 0 moves where nothing else can.
            var moved = weights > 0 ? rest * coefficients[i] * _weights[states[i]] / weights : rest / coefficients[i] / moving;
            var level = Within(states[i], _levels[states[i]] + moved);
            hasMoved |= !_isTied[states[i]] || Math.Abs(coefficients[i] * (level - _levels[states[i]])) > Tolerance * size;
            (_levels[states[i]], _isTied[states[i]]) = (level, true);
        }

        return hasMoved;
    }

    private bool Moves(int state) => !_known.IsTold[state] && _component.States[state].Quantity.Kind == QuantityKind.Stock;

    private double Within(int state, double level)
    {
        var range = _scales?.RangeOf(state) ?? _component.States[state].Bounds;
        return Math.Max(range.Low, Math.Min(range.High, level));
    }
}
