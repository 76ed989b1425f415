using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>
/// Rounds the values of a component so that its sums still add up: each value goes to a multiple of the unit, and the parts of a sum take up what is left
/// over by largest remainder. Exact on trees of sums and differences; elsewhere what is left over is at most a unit and is reported. A total does not fall by rounding where there is room.
/// What has no best value is not printed: a sum with it adds up to nothing that anybody sees, and neither it nor its days bind anything.
/// </summary>
internal sealed class ConsistentRounding
{
    private const int MostDigits = 6;

    /// <summary>More units than this are no rounding.</summary>
    private const double MostUnits = 1e6;

    /// <summary>Less of a unit is an error of the computing.</summary>
    private const double LeastOfUnit = 1e-6;

    private const double Tolerance = 1e-9;

    private readonly Component _component;
    private readonly Constraint[] _constraints;
    private readonly Constraint[] _equations;
    private readonly double[] _values;
    private readonly double _unit;
    private readonly bool[] _isRounded;

    private readonly PrintedDays _days;
    private readonly bool[] _isDone;

    /// <param name="component">The component.</param>
    /// <param name="values">A value for each state; between those that are printed the equations hold.</param>
    /// <param name="unit">What to round to.</param>
    /// <param name="isPrinted">Which states have a best value.</param>
    /// <param name="isRounded">Which of these are rounded; the others take up what is left over first.</param>
    public ConsistentRounding(Component component, double[] values, double unit, Predicate<int> isPrinted, Predicate<int> isRounded)
    {
        _component = component;
        _values = values;
        _unit = unit;
        _constraints = Array.FindAll(component.Constraints, constraint => Array.TrueForAll(constraint.Form.States.ToArray(), isPrinted));
        _equations = Array.FindAll(_constraints, static constraint => constraint.IsEquation);
        _isRounded = [.. Enumerable.Range(0, values.Length).Select(state => isPrinted(state) && isRounded(state))];
        _isDone = new bool[values.Length];
        _days = new PrintedDays(component, isPrinted);
        RoundImplied();
    }

    /// <summary>The largest amount by which an equation fails after rounding, in units of the term of which it takes most.</summary>
    public double Residue { get; private set; }

    /// <summary>By state, whether a unit of it is more than one of something it is tied to: rounding a brigade would move its 3,000 troops to a number that nobody claimed.</summary>
    public static bool[] MoversOfOthers(Component component)
    {
        var movers = new bool[component.States.Length];
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            var least = LeastCoefficient(constraint.Form);
            for (var i = 0; i < constraint.Form.States.Length; i++) movers[constraint.Form.States[i]] |= IsMore(constraint.Form.Coefficients[i], least);
        }

        return movers;
    }

    public double[] Round()
    {
        var rows = _equations.Select(equation => new Row(equation.Form, equation.Range.Low, equation.Range.High, -1, equation.LowRelation, equation.HighRelation)).ToArray();
        var shape = new TreeShape(_values.Length, rows);
        var rounded = (double[])_values.Clone();
        foreach (var state in shape.FromRoot)
        {
            if (shape.RowAbove(state) < 0) Place(state, rounded);
            // The root of a single sum may take up what is missing like its other states.
            var mayMove = shape.RowAbove(state) < 0 && shape.RowsBelow(state).Length == 1;
            foreach (var row in shape.RowsBelow(state)) Apportion(rows[row], state, mayMove, rounded);
        }

        LowerEarlierDays(rounded);
        RespectInequalities(rounded);
        foreach (var equation in _equations) Residue = Math.Max(Residue, Math.Abs(equation.Form.Value(rounded) - equation.Range.Low) / LeastCoefficient(equation.Form));
        return rounded;
    }

    /// <summary>What differs by multiples of the unit from rounded states has to be one itself, though nobody asked for it.</summary>
    private void RoundImplied()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var equation in _equations)
            {
                var free = -1;
                var implies = IsMultiple(equation.Range.Low);
                for (var i = 0; i < equation.Form.States.Length && implies; i++)
                {
                    var state = equation.Form.States[i];
                    implies = Math.Abs(equation.Form.Coefficients[i]) == 1 && (_isRounded[state] || free < 0);
                    if (!_isRounded[state]) free = state;
                }

                if (!implies || free < 0) continue;
                _isRounded[free] = changed = true;
            }
        }
    }

    private bool IsMultiple(double value) => Math.Abs((value / _unit) - Math.Round(value / _unit)) < LeastOfUnit;

    /// <summary>The nearest multiple of the unit that is not under the day before, nor above the day after.</summary>
    private void Place(int state, double[] rounded)
    {
        // + 0.0: no minus before a zero.
        var nearest = _isRounded[state] ? (Math.Round(_values[state] / _unit) * _unit) + 0.0 : _values[state];
        rounded[state] = Math.Min(Math.Max(nearest, DayBefore(state, rounded)), DayAfter(state, rounded));
        _isDone[state] = true;
    }

    private double DayBefore(int state, double[] rounded) => _days.Before(state) is >= 0 and var before && _isDone[before] ? rounded[before] : double.NegativeInfinity;

    private double DayAfter(int state, double[] rounded) => _days.After(state) is >= 0 and var after && _isDone[after] ? rounded[after] : double.PositiveInfinity;

    /// <summary>Given one state of a row, rounds the others so that the row holds.</summary>
    private void Apportion(Row row, int above, bool mayMove, double[] rounded)
    {
        var others = row.Form.States.ToArray().Where(state => state != above).ToArray();
        foreach (var state in others) Place(state, rounded);
        var missing = row.Low - row.Form.Value(rounded);
        int[] movable = [.. (mayMove ? others.Append(above) : others).Where(state => !_isRounded[state])];
        if (movable.Length > 0) AbsorbAll(row, others, movable, rounded, missing);
        else if (IsMultiple(missing)) TryShare(row.Form, others, rounded, missing, Math.Round(Math.Abs(missing / _unit)));
    }

    /// <summary>One unit each is enough, unless the days before hold some of them back; whether they took all.</summary>
    private bool TryShare(Form form, int[] others, double[] rounded, double missing, double steps)
    {
        for (var left = (int)Math.Min(steps, MostUnits); left > 0;)
        {
            var after = Share(form, others, rounded, missing, left);
            if (after == left) return false;
            left = after;
        }

        return true;
    }

    /// <summary>States that keep their digits take up what is missing; what nothing has room for takes the last of them, whatever its days.</summary>
    private void AbsorbAll(Row row, int[] others, int[] movable, double[] rounded, double missing)
    {
        var left = Absorb(row.Form, movable, rounded, missing);
        if (left != 0 && !TryMakeRoom(row, others, movable, left, rounded)) Move(movable[^1], left / CoefficientOf(row.Form, movable[^1]), Interval.All, rounded);
    }

    /// <summary>Where they would have to leave the room between their days, what is rounded goes a unit further, all of it together at most as many units as there are terms.</summary>
    private bool TryMakeRoom(Row row, int[] others, int[] movable, double missing, double[] rounded)
    {
        var states = row.Form.States.ToArray();
        var before = Array.ConvertAll(states, state => rounded[state]);
        var steps = Math.Ceiling(Math.Abs(missing / _unit) - LeastOfUnit);
        if (steps <= states.Length
            && TryShare(row.Form, Array.FindAll(others, state => _isRounded[state]), rounded, missing, steps)
            && Absorb(row.Form, movable, rounded, row.Low - row.Form.Value(rounded)) == 0) return true;
        for (var i = 0; i < states.Length; i++) rounded[states[i]] = before[i];
        return false;
    }

    /// <summary>Each takes up no more than its bounds and the days beside allow; returns what is left.</summary>
    private double Absorb(Form form, int[] movable, double[] rounded, double missing)
    {
        // What moves up is not under its day before, and the days to come are placed no lower.
        foreach (var state in movable.OrderBy(state => missing / CoefficientOf(form, state) > 0 ? 0 : 1))
        {
            if (missing == 0) return 0;
            var coefficient = CoefficientOf(form, state);
            missing = coefficient * Move(state, missing / coefficient, new Interval(DayBefore(state, rounded), DayAfter(state, rounded)), rounded);
        }

        return missing;
    }

    /// <summary>Moves a state as far as its bounds and its room allow, but not back; returns what is left.</summary>
    private double Move(int state, double step, Interval room, double[] rounded)
    {
        var (before, bounds) = (rounded[state], _component.States[state].Bounds);
        var wanted = before + step;
        rounded[state] = Math.Min(Math.Max(wanted, Math.Min(before, Math.Max(bounds.Low, room.Low))), Math.Max(before, Math.Min(bounds.High, room.High)));
        return Math.Abs(wanted - rounded[state]) < LeastOfUnit * _unit ? 0 : wanted - rounded[state];
    }

    /// <summary>Moves the parts that were rounded against the missing direction most, one unit each; returns the steps that are left.</summary>
    private int Share(Form form, int[] others, double[] rounded, double missing, int steps)
    {
        double Gain(int state) => Math.Sign(missing) * CoefficientOf(form, state) * (_values[state] - rounded[state]);
        foreach (var state in others.OrderByDescending(Gain).ThenBy(state => state))
        {
            if (steps == 0) return 0;
            var coefficient = CoefficientOf(form, state);
            if (Math.Abs(coefficient) != 1) continue;
            var moved = rounded[state] + (Math.Sign(missing) * coefficient * _unit);
            if (!_component.States[state].Bounds.Holds(moved) || moved < DayBefore(state, rounded)) continue;
            rounded[state] = moved;
            steps--;
        }

        return steps;
    }

    /// <summary>Where a sum of a later day was rounded first, days before it that no sum ties down give way.</summary>
    private void LowerEarlierDays(double[] rounded)
    {
        for (var later = rounded.Length - 1; later >= 0; later--)
        {
            var earlier = _days.Before(later);
            if (earlier >= 0 && rounded[earlier] > rounded[later] && rounded[earlier] - rounded[later] <= _unit && !IsTied(earlier)) rounded[earlier] = rounded[later];
        }
    }

    private bool IsTied(int state) => Array.Exists(_equations, equation => equation.Form.States.Contains(state));

    /// <summary>A limit that no sum ties down moves with what it limits, where rounding alone has broken it, and as far as the days beside it allow.</summary>
    private void RespectInequalities(double[] rounded)
    {
        foreach (var constraint in _constraints)
        {
            if (!IsBrokenByRounding(constraint, rounded) || UntiedStateOf(constraint) is not { } state) continue;
            var step = Missing(constraint, rounded) / CoefficientOf(constraint.Form, state);
            var moved = rounded[state] + (_isRounded[state] ? Math.Sign(step) * Math.Ceiling(Math.Abs(step) / _unit) * _unit : step);
            if (IsBetweenDays(state, moved, rounded)) rounded[state] = moved;
        }

        foreach (var constraint in _constraints)
        {
            if (IsBrokenByRounding(constraint, rounded) && UntiedStateOf(constraint) is { } state) Refine(state, rounded);
        }
    }

    /// <summary>Between limits closer than the unit, such as 2,400 · brigades ≤ troops ≤ 3,600 · brigades for a fraction of a brigade, a value keeps more digits, a whole one if it is such a multiple.</summary>
    private void Refine(int state, double[] rounded)
    {
        if (_component.States[state].Quantity.Whole && !Array.Exists(_constraints, constraint => IsBrokenByRounding(constraint, rounded) && MovesOthers(constraint.Form, state))) return;
        var (coarse, unit) = (rounded[state], _unit);
        for (var digit = 0; digit < MostDigits; digit++)
        {
            unit /= 10;
            rounded[state] = Math.Round(_values[state] / unit) * unit;
            if (!IsBetweenDays(state, rounded[state], rounded)) continue;
            if (!Array.Exists(_constraints, constraint => !constraint.IsEquation && constraint.Form.States.Contains(state) && IsBroken(constraint, rounded))) return;
        }

        rounded[state] = coarse;
    }

    private int? UntiedStateOf(Constraint constraint)
    {
        foreach (var state in constraint.Form.States)
        {
            if (!IsTied(state)) return state;
        }

        return null;
    }

    private bool IsBrokenByRounding(Constraint constraint, double[] rounded) => !constraint.IsEquation && IsBroken(constraint, rounded) && !IsBroken(constraint, _values);

    private bool IsBetweenDays(int state, double value, double[] rounded) => value >= DayBefore(state, rounded) && value <= DayAfter(state, rounded);

    private static bool IsBroken(Constraint constraint, double[] values)
    {
        var size = 0.0;
        for (var i = 0; i < constraint.Form.States.Length; i++) size += Math.Abs(constraint.Form.Coefficients[i] * values[constraint.Form.States[i]]);
        return Math.Abs(Missing(constraint, values)) > Tolerance * size;
    }

    /// <summary>By how much the value of a form falls short of its range (above 0) or exceeds it (below 0).</summary>
    private static double Missing(Constraint constraint, double[] values)
    {
        var value = constraint.Form.Value(values);
        return value < constraint.Range.Low ? constraint.Range.Low - value : value > constraint.Range.High ? constraint.Range.High - value : 0;
    }

    /// <summary>Whether a unit of a state of a form is more than one of another.</summary>
    private static bool MovesOthers(Form form, int state) => form.States.Contains(state) && IsMore(CoefficientOf(form, state), LeastCoefficient(form));

    private static bool IsMore(double coefficient, double least) => Math.Abs(coefficient) > least * (1 + Tolerance);

    private static double LeastCoefficient(Form form)
    {
        var least = double.PositiveInfinity;
        foreach (var coefficient in form.Coefficients) least = Math.Min(least, Math.Abs(coefficient));
        return least;
    }

    private static double CoefficientOf(Form form, int state) => form.Coefficients[form.States.IndexOf(state)];
}
