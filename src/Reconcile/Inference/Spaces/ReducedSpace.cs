using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Spaces;

/// <summary>
/// The states of a component as affine functions of its free states: equations are eliminated exactly. Also the hard inequalities that are left,
/// without those that others imply: expectation propagation would count these twice (Cunningham, Hennig and Lacoste-Julien 2011).
/// </summary>
internal sealed class ReducedSpace
{
    /// <summary>Up to this number of entries a matrix lives on the stack.</summary>
    private const int SmallMatrix = 256;

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

    /// <param name="component">The component.</param>
    /// <param name="uncounted">Parts that share what is left.</param>
    /// <param name="implied">Equations that the inequalities imply.</param>
    public static ReducedSpace Of(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied)
    {
        var space = Reduced(component, uncounted, implied);
        space.Inequalities = InequalityReduction.Reduce(space);
        return space;
    }

    private static ReducedSpace Reduced(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied)
    {
        var states = component.States.Length;
        var rows = uncounted.Pairs.Count + implied.Count;
        foreach (var constraint in component.Constraints) rows += constraint.IsEquation ? 1 : 0;
        foreach (ref readonly var state in component.States.AsSpan()) rows += state.Bounds.IsFixed ? 1 : 0;
        if (rows == 0) return Unreduced(component);
        var isSmall = rows * states <= SmallMatrix;
        Span<int> columns = isSmall ? stackalloc int[states] : new int[states];
        Span<int> columnOf = isSmall ? stackalloc int[states] : new int[states];
        Span<double> matrix = isSmall ? stackalloc double[rows * states] : new double[rows * states];
        Span<double> right = isSmall ? stackalloc double[rows] : new double[rows];
        Span<int> pivots = isSmall ? stackalloc int[rows] : new int[rows];
        matrix.Clear();
        PutTotalsFirst(component, columns);
        for (var column = 0; column < states; column++) columnOf[columns[column]] = column;
        var row = 0;
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            for (var i = 0; i < constraint.Form.States.Length; i++) matrix[(row * states) + columnOf[constraint.Form.States[i]]] = constraint.Form.Coefficients[i];
            right[row++] = constraint.Range.Low;
        }

        for (var state = 0; state < states; state++)
        {
            if (!component.States[state].Bounds.IsFixed) continue;
            matrix[(row * states) + columnOf[state]] = 1;
            right[row++] = component.States[state].Bounds.Low;
        }

        foreach (var (form, value) in implied)
        {
            for (var i = 0; i < form.States.Length; i++) matrix[(row * states) + columnOf[form.States[i]]] = form.Coefficients[i];
            right[row++] = value;
        }

        foreach (var (first, second, apart) in uncounted.Pairs)
        {
            matrix[(row * states) + columnOf[first]] = 1;
            matrix[(row * states) + columnOf[second]] = -1;
            right[row++] = apart;
        }

        if (!Elimination.TryReduce(matrix, right, rows, states, pivots, out var rank)) throw new NumericalLimitException("The relations cannot be told to hold within rounding.");
        return FromReduced(component, columns, matrix, right, pivots[..rank]);
    }

    /// <summary>Without equations every state is free.</summary>
    private static ReducedSpace Unreduced(Component component)
    {
        var states = component.States.Length;
        var coefficients = new double[states * states];
        for (var state = 0; state < states; state++) coefficients[(state * states) + state] = 1;
        return new ReducedSpace(component, coefficients, new double[states], states);
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
    private static void PutTotalsFirst(Component component, Span<int> order)
    {
        Span<bool> isTotal = order.Length <= SmallMatrix ? stackalloc bool[order.Length] : new bool[order.Length];
        isTotal.Clear();
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            var form = constraint.Form;
            var positive = 0;
            foreach (var coefficient in form.Coefficients) positive += coefficient > 0 ? 1 : 0;
            for (var i = 0; i < form.States.Length; i++)
            {
                if (form.Coefficients[i] > 0 ? positive == 1 : form.Coefficients.Length - positive == 1) isTotal[form.States[i]] = true;
            }
        }

        var placed = 0;
        foreach (var totals in (ReadOnlySpan<bool>)[true, false])
        {
            for (var state = 0; state < order.Length; state++)
            {
                if (isTotal[state] == totals) order[placed++] = state;
            }
        }
    }

    private static ReducedSpace FromReduced(Component component, ReadOnlySpan<int> columns, ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, ReadOnlySpan<int> pivots)
    {
        var states = component.States.Length;
        Span<int> freeOf = states <= SmallMatrix ? stackalloc int[states] : new int[states];
        Span<bool> isPivot = states <= SmallMatrix ? stackalloc bool[states] : new bool[states];
        isPivot.Clear();
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
