using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What figures of one root come to when they are made to fit each other and move as little as they can: the weighted least squares of what they say under the relations and bounds. Floors and
/// ceilings pull only where they do not hold. Figures that fit stay as they are. Which rows bind is found by primal-dual active sets (Hintermüller, Ito and Kunisch 2002).
/// </summary>
internal sealed class NearestFit
{
    /// <summary>States of which nobody speaks may be anywhere: within so many times what is said, or what follows from that.</summary>
    private const double Freedom = 1000;

    private const double Tolerance = 1e-9;

    /// <summary>Relations that follow from others would leave nothing to divide by.</summary>
    private const double Ridge = 1e-12;

    private const int MostRounds = 50;
    private const int Refinements = 3;

    private readonly Component _component;
    private readonly int[] _group;
    private readonly double _scale;
    private readonly double[] _sizes;

    /// <summary>For each constraint, then each state: −1 at its low end, 1 at its high end, 0 not held.</summary>
    private readonly int[] _held;
    private readonly bool[] _pulls;

    private NearestFit(Component component, int[] group)
    {
        _component = component;
        _group = group;
        foreach (var claim in group) _scale = Math.Max(_scale, Math.Abs(component.Claims[claim].Value));
        _sizes = SizesOf(component, group, _scale);
        _held = new int[component.Constraints.Length + component.States.Length];
        for (var i = 0; i < component.Constraints.Length; i++) _held[i] = component.Constraints[i].IsEquation ? -1 : 0;
        _pulls = Array.ConvertAll(group, claim => component.Claims[claim].GivesValue);
    }

    /// <summary>The value of each state.</summary>
    public double[] Point { get; private set; } = [];

    /// <summary>How many of the figures the others and the relations determine: degrees of freedom of what they lie off, a fraction where one follows in part.</summary>
    public double Redundancy { get; private set; }

    /// <summary>Null where it does not settle, or digits run out.</summary>
    /// <param name="component">The component.</param>
    /// <param name="group">Claims of one root that scale with its error.</param>
    public static NearestFit? Of(Component component, int[] group)
    {
        var fit = new NearestFit(component, group);
        for (var round = 0; round < MostRounds; round++)
        {
            if (!fit.TrySolve(out var multipliers)) return null;
            if (!fit.Hold(multipliers)) return fit;
        }

        return null;
    }

    /// <summary>
    /// How large each state can be, at least the largest figure. Where a factor stands between quantities (grams = 100,000 · sacks), what nobody speaks of may be far larger, and not to let it be
    /// so would pull the figures down.
    /// </summary>
    private static double[] SizesOf(Component component, int[] group, double scale)
    {
        var sizes = new double[component.States.Length];
        foreach (var claim in group)
        {
            foreach (var state in component.Claims[claim].Form.States) sizes[state] = scale;
        }

        for (var isDone = false; !isDone;)
        {
            isDone = true;
            foreach (var constraint in component.Constraints) isDone &= !Spread(constraint.Form, sizes, scale);
        }

        for (var state = 0; state < sizes.Length; state++) sizes[state] = Math.Max(scale, sizes[state]);
        return sizes;
    }

    /// <summary>Gives those states of a relation a size that have none yet. False when there are none, or nothing tells it.</summary>
    private static bool Spread(Form form, double[] sizes, double scale)
    {
        var largest = 0.0;
        for (var i = 0; i < form.States.Length; i++) largest = Math.Max(largest, Math.Abs(form.Coefficients[i]) * sizes[form.States[i]]);
        if (largest == 0) return false;
        var hasSpread = false;
        for (var i = 0; i < form.States.Length; i++)
        {
            ref var size = ref sizes[form.States[i]];
            if (size > 0) continue;
            size = Math.Max(scale, largest / Math.Abs(form.Coefficients[i]));
            hasSpread = true;
        }

        return hasSpread;
    }

    /// <summary>The point for what is held now, and with which force each row is.</summary>
    private bool TrySolve(out double[] multipliers)
    {
        var rows = new List<int>();
        for (var row = 0; row < _held.Length; row++)
        {
            if (_held[row] != 0) rows.Add(row);
        }

        var (n, count) = (_component.States.Length, rows.Count);
        multipliers = new double[count];
        var (precision, point) = (new double[n * n], new double[n]);
        for (var state = 0; state < n; state++) precision[(state * n) + state] = 1 / (Freedom * Freedom * _sizes[state] * _sizes[state]);
        for (var i = 0; i < _group.Length; i++)
        {
            if (_pulls[i]) AddPull(_component.Claims[_group[i]], precision, point);
        }

        if (!Cholesky.TryFactor(precision, n)) return false;
        Cholesky.Solve(precision, n, point);
        var spreads = new double[count * n];
        var matrix = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            var spread = spreads.AsSpan(i * n, n);
            SetRow(rows[i], spread);
            Cholesky.Solve(precision, n, spread);
            for (var j = 0; j <= i; j++) matrix[(i * count) + j] = ValueOf(rows[j], spread);
            matrix[(i * count) + i] *= 1 + Ridge;
        }

        if (!Cholesky.TryFactor(matrix, count)) return false;
        var missing = new double[count];
        // States that may be anywhere spread so much further than claims that the first answer is off by rounding: what it leaves is solved again (iterative refinement).
        for (var round = 0; round < Refinements; round++)
        {
            for (var i = 0; i < count; i++) missing[i] = EndOf(rows[i]) - ValueOf(rows[i], point);
            Cholesky.Solve(matrix, count, missing);
            for (var i = 0; i < count; i++)
            {
                multipliers[i] += missing[i];
                Vectors.AddScaled(point, spreads.AsSpan(i * n, n), missing[i]);
            }
        }

        Point = point;
        Redundancy = RedundancyOf(precision, spreads, matrix, count);
        return true;
    }

    /// <summary>Σ (1 − leverage): a leverage is the variance that a figure has when all are fitted, in its own.</summary>
    private double RedundancyOf(double[] precision, double[] spreads, double[] matrix, int count)
    {
        var n = _component.States.Length;
        var (direction, known) = (new double[n], new double[count]);
        var redundancy = 0.0;
        for (var i = 0; i < _group.Length; i++)
        {
            if (!_pulls[i]) continue;
            var claim = _component.Claims[_group[i]];
            Array.Clear(direction);
            for (var j = 0; j < claim.Form.States.Length; j++) direction[claim.Form.States[j]] = claim.Form.Coefficients[j];
            for (var j = 0; j < count; j++) known[j] = Vectors.Dot(spreads.AsSpan(j * n, n), direction);
            Cholesky.SolveForward(precision, n, direction);
            Cholesky.SolveForward(matrix, count, known);
            var variance = Vectors.Dot(direction, direction) - Vectors.Dot(known, known);
            redundancy += Math.Clamp(1 - (variance / (claim.Deviation * claim.Deviation)), 0, 1);
        }

        return redundancy;
    }

    /// <summary>Holds what the point breaks and lets go what holds it back. False when nothing changes.</summary>
    private bool Hold(double[] multipliers)
    {
        var hasChanged = false;
        for (int row = 0, next = 0; row < _held.Length; row++)
        {
            var held = _held[row];
            if (held != 0)
            {
                // At a low end a row must be pushed up, at a high end down; an equation holds either way.
                if (RangeOf(row) is { Low: var low, High: var high } && low != high && multipliers[next] * held > 0) _held[row] = 0;
                next++;
            }
            else
            {
                var (value, range) = (ValueOf(row, Point), RangeOf(row));
                _held[row] = value < range.Low - (Tolerance * _scale) ? -1 : value > range.High + (Tolerance * _scale) ? 1 : 0;
            }

            hasChanged |= _held[row] != held;
        }

        for (var i = 0; i < _group.Length; i++)
        {
            var claim = _component.Claims[_group[i]];
            if (claim.GivesValue) continue;
            var above = claim.Form.Value(Point) - claim.Value;
            var pulls = claim.Kind == FigureKind.Floor ? above < -Tolerance * _scale : above > Tolerance * _scale;
            hasChanged |= pulls != _pulls[i];
            _pulls[i] = pulls;
        }

        return hasChanged;
    }

    private static void AddPull(ModelledClaim claim, double[] precision, double[] shift)
    {
        var weight = 1 / (claim.Deviation * claim.Deviation);
        var states = claim.Form.States;
        var coefficients = claim.Form.Coefficients;
        for (var i = 0; i < states.Length; i++)
        {
            shift[states[i]] += weight * coefficients[i] * claim.Value;
            for (var j = 0; j < states.Length; j++) precision[(states[i] * shift.Length) + states[j]] += weight * coefficients[i] * coefficients[j];
        }
    }

    private void SetRow(int row, Span<double> to)
    {
        if (row >= _component.Constraints.Length)
        {
            to[row - _component.Constraints.Length] = 1;
            return;
        }

        var form = _component.Constraints[row].Form;
        for (var i = 0; i < form.States.Length; i++) to[form.States[i]] = form.Coefficients[i];
    }

    private double ValueOf(int row, ReadOnlySpan<double> point) =>
        row < _component.Constraints.Length ? _component.Constraints[row].Form.Value(point) : point[row - _component.Constraints.Length];

    private Interval RangeOf(int row) =>
        row < _component.Constraints.Length ? _component.Constraints[row].Range : _component.States[row - _component.Constraints.Length].Bounds;

    private double EndOf(int row) => _held[row] < 0 ? RangeOf(row).Low : RangeOf(row).High;
}
