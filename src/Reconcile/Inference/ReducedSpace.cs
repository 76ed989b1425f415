using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// The states of a component as affine functions of its free states: equations are eliminated exactly. Also the hard inequalities that are left,
/// without those that others imply: expectation propagation would count these twice (Cunningham, Hennig and Lacoste-Julien 2011).
/// </summary>
internal sealed class ReducedSpace
{
    private readonly double[] _coefficients;
    private readonly double[] _offsets;

    private ReducedSpace(Component component, double[] coefficients, double[] offsets, int free)
    {
        Component = component;
        _coefficients = coefficients;
        _offsets = offsets;
        Free = free;
        Inequalities = [];
    }

    public Component Component { get; }

    /// <summary>Number of free coordinates.</summary>
    public int Free { get; }

    /// <summary>Hard inequalities over the free coordinates.</summary>
    public IReadOnlyList<Factor> Inequalities { get; private set; }

    /// <summary>state = Row(state) · free + Offset(state).</summary>
    public ReadOnlySpan<double> Row(int state) => _coefficients.AsSpan(state * Free, Free);

    public double Offset(int state) => _offsets[state];

    public static ReducedSpace Of(Component component, UncountedParts twins)
    {
        var states = component.States.Length;
        var equations = component.Constraints.Where(constraint => constraint.IsEquation).ToArray();
        var fixedStates = Enumerable.Range(0, states).Where(state => component.States[state].Bounds is { IsClosed: true } b && b.Low == b.High).ToArray();
        var rows = equations.Length + fixedStates.Length + twins.Pairs.Count;
        var columns = TotalsFirst(component, equations);
        var matrix = new double[rows * states];
        var right = new double[rows];
        for (var row = 0; row < equations.Length; row++)
        {
            var form = equations[row].Form;
            for (var i = 0; i < form.States.Length; i++) matrix[(row * states) + Array.IndexOf(columns, form.States[i])] = form.Coefficients[i];
            right[row] = equations[row].Range.Low;
        }

        for (var i = 0; i < fixedStates.Length; i++)
        {
            matrix[((equations.Length + i) * states) + Array.IndexOf(columns, fixedStates[i])] = 1;
            right[equations.Length + i] = component.States[fixedStates[i]].Bounds.Low;
        }

        for (var i = 0; i < twins.Pairs.Count; i++)
        {
            var row = (equations.Length + fixedStates.Length + i) * states;
            matrix[row + Array.IndexOf(columns, twins.Pairs[i].First)] = 1;
            matrix[row + Array.IndexOf(columns, twins.Pairs[i].Second)] = -1;
            right[equations.Length + fixedStates.Length + i] = twins.Pairs[i].Apart;
        }

        var pivots = new int[rows];
        var rank = 0;
        if (rows > 0 && !Elimination.TryReduce(matrix, right, rows, states, pivots, out rank))
        {
            throw new NumericalLimitException("The relations cannot be told to hold within rounding.");
        }

        var space = FromReduced(component, columns, matrix, right, pivots.AsSpan(0, rank));
        space.Inequalities = InequalityReduction.Reduce(space);
        return space;
    }

    /// <summary>The form of states as coefficients of the free coordinates, and what it is where they are 0.</summary>
    public double Project(Form form, Span<double> direction)
    {
        direction.Clear();
        var offset = 0.0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var row = Row(form.States[i]);
            var coefficient = form.Coefficients[i];
            for (var j = 0; j < row.Length; j++) direction[j] += coefficient * row[j];
            offset += coefficient * _offsets[form.States[i]];
        }

        return offset;
    }

    /// <summary>Totals become functions of their parts, so that bounds of the parts are bounds of single coordinates.</summary>
    private static int[] TotalsFirst(Component component, Constraint[] equations)
    {
        var isTotal = new bool[component.States.Length];
        foreach (var equation in equations)
        {
            var form = equation.Form;
            var positive = 0;
            foreach (var coefficient in form.Coefficients) positive += coefficient > 0 ? 1 : 0;
            for (var i = 0; i < form.States.Length; i++)
            {
                if (form.Coefficients[i] > 0 ? positive == 1 : form.Coefficients.Length - positive == 1) isTotal[form.States[i]] = true;
            }
        }

        return [.. Enumerable.Range(0, isTotal.Length).OrderBy(state => isTotal[state] ? 0 : 1)];
    }

    private static ReducedSpace FromReduced(Component component, int[] columns, double[] matrix, double[] right, ReadOnlySpan<int> pivots)
    {
        var states = component.States.Length;
        var freeOf = new int[states];
        Array.Fill(freeOf, -1);
        var isPivot = new bool[states];
        foreach (var pivot in pivots) isPivot[pivot] = true;
        var free = 0;
        for (var column = 0; column < states; column++)
        {
            if (!isPivot[column]) freeOf[column] = free++;
        }

        var coefficients = new double[states * free];
        var offsets = new double[states];
        for (var column = 0; column < states; column++)
        {
            if (!isPivot[column]) coefficients[(columns[column] * free) + freeOf[column]] = 1;
        }

        for (var row = 0; row < pivots.Length; row++)
        {
            var state = columns[pivots[row]];
            offsets[state] = right[row];
            for (var column = 0; column < states; column++)
            {
                if (!isPivot[column]) coefficients[(state * free) + freeOf[column]] = -matrix[(row * states) + column];
            }
        }

        return new ReducedSpace(component, coefficients, offsets, free);
    }
}
