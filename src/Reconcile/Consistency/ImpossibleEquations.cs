using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>
/// Equations that cannot hold within the bounds of their states, found by elimination: of a large system with circles that is fast, and finds at once what bounds would creep up to
/// round after round. What it finds is so; it does not find all.
/// </summary>
internal static class ImpossibleEquations
{
    /// <summary>Coefficients looked at before the search ends (convention): well under a second.</summary>
    private const long MostWork = 5_000_000;

    /// <summary>Two numbers contradict each other when they are further apart than this share of what was added up to them.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>A sum under this share of its parts is a zero with rounding error.</summary>
    private const double Cancelled = 1e-12;

    /// <summary>The relations, ascending by position, from which a contradiction follows; null: none was found.</summary>
    public static int[]? Relations(Component component)
    {
        var equations = Array.FindAll(component.Constraints, static constraint => constraint.IsEquation);
        var elimination = new SparseElimination(component.States.Length, equations.Length);
        for (var row = 0; row < equations.Length; row++) elimination.SetRow(row, equations[row].Form.States, equations[row].Form.Coefficients, equations[row].Range.Low);

        foreach (var row in elimination.Done(MostWork))
        {
            if (Side(component, elimination[row], elimination.ValueOf(row), 0) == 0) continue;
            if (Proof(component, equations, elimination.MultipliersOf(row)) is { } relations) return relations;
        }

        return null;
    }

    /// <summary>Whether a sum of states is always above a value (1), always below it (−1), or neither (0).</summary>
    private static int Side(Component component, IReadOnlyDictionary<int, double> sum, double value, double size)
    {
        var range = new Interval(0, 0);
        var added = new Interval(Math.Abs(value) + size, Math.Abs(value) + size);
        foreach (var (state, coefficient) in sum)
        {
            var term = component.States[state].Bounds.Times(coefficient);
            range = new Interval(range.Low + term.Low, range.High + term.High);
            added = new Interval(added.Low + Math.Abs(term.Low), added.High + Math.Abs(term.High));
        }

        // An open end is infinite in the sum and in its size: nothing is beyond it.
        return range.Low - value > Tolerance * added.Low ? 1 : value - range.High > Tolerance * added.High ? -1 : 0;
    }

    /// <summary>Adds up the equations as they were given: only what holds without the rounding of many steps is a proof.</summary>
    private static int[]? Proof(Component component, Constraint[] equations, double[] multipliers)
    {
        var sum = new Dictionary<int, double>();
        var sizes = new Dictionary<int, double>();
        var (value, size) = (0.0, 0.0);
        for (var row = 0; row < equations.Length; row++)
        {
            if (multipliers[row] == 0) continue;
            var form = equations[row].Form;
            for (var i = 0; i < form.States.Length; i++)
            {
                var part = multipliers[row] * form.Coefficients[i];
                sum[form.States[i]] = sum.GetValueOrDefault(form.States[i]) + part;
                sizes[form.States[i]] = sizes.GetValueOrDefault(form.States[i]) + Math.Abs(part);
            }

            value += multipliers[row] * equations[row].Range.Low;
            size += Math.Abs(multipliers[row] * equations[row].Range.Low);
        }

        foreach (var (state, whole) in sizes)
        {
            if (Math.Abs(sum[state]) <= Cancelled * whole) sum.Remove(state);
        }

        var side = Side(component, sum, value, size);
        return side == 0 ? null : RelationsOf(component, equations, multipliers, sum, side);
    }

    private static int[] RelationsOf(Component component, Constraint[] equations, double[] multipliers, Dictionary<int, double> sum, int side)
    {
        var relations = new SortedSet<int>();
        for (var row = 0; row < equations.Length; row++)
        {
            // Where the states are too large for the value, the equations are used as upper limits.
            if (multipliers[row] != 0) relations.Add(multipliers[row] * side > 0 ? equations[row].HighRelation : equations[row].LowRelation);
        }

        foreach (var (state, coefficient) in sum) relations.Add(coefficient * side > 0 ? component.States[state].LowRelation : component.States[state].HighRelation);

        relations.Remove(-1);
        return [.. relations];
    }
}
