using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Spaces;

/// <summary>
/// What holds among one part of the states of a component, such as those of one day, and between them and the outer states: those of fixed quantities.
/// Columns of forms are the own states, then the outer ones.
/// </summary>
internal sealed class PartRelations
{
    private readonly int _outer;
    private readonly State[] _states;
    private readonly List<PartEquation> _equations = [];
    private readonly List<(Constraint Constraint, int[] Columns)> _limits = [];
    private readonly List<double> _content = [];

    /// <param name="states">The own states.</param>
    /// <param name="outer">How many outer states there are.</param>
    public PartRelations(ReadOnlySpan<State> states, int outer)
    {
        _outer = outer;
        _states = states.ToArray();
        for (var state = 0; state < _states.Length; state++)
        {
            var bounds = _states[state].Bounds;
            _content.AddRange([bounds.Low, bounds.High, _states[state].LowRelation, _states[state].HighRelation]);
            if (bounds.IsFixed) _equations.Add(new PartEquation([state], [1], bounds.Low));
        }
    }

    public void Add(Constraint constraint, int[] columns)
    {
        if (constraint.IsEquation)
        {
            Add(new PartEquation(columns, constraint.Form.Coefficients.ToArray(), constraint.Range.Low));
            return;
        }

        _limits.Add((constraint, columns));
        AddContent(columns, constraint.Form.Coefficients);
        _content.AddRange([constraint.Range.Low, constraint.Range.High, constraint.LowRelation, constraint.HighRelation]);
    }

    public void Add(PartEquation equation)
    {
        _equations.Add(equation);
        AddContent(equation.Columns, equation.Coefficients);
        _content.Add(equation.Value);
    }

    /// <summary>Whether the same holds among another part.</summary>
    public bool IsSameAs(PartRelations other) => _content.Count == other._content.Count && _content.SequenceEqual(other._content);

    /// <summary>The own states as functions of the free ones among them and of the outer states.</summary>
    public PartSpace Reduced()
    {
        var (rows, own) = (_equations.Count, _states.Length);
        var columns = own + _outer;
        var matrix = new double[rows * columns];
        var right = new double[rows];
        var pivots = new int[rows];
        var order = TotalsFirst();
        var columnOf = new int[own];
        for (var column = 0; column < own; column++) columnOf[order[column]] = column;
        for (var row = 0; row < rows; row++)
        {
            var equation = _equations[row];
            for (var i = 0; i < equation.Columns.Length; i++)
            {
                var column = equation.Columns[i];
                matrix[(row * columns) + (column < own ? columnOf[column] : column)] += equation.Coefficients[i];
            }

            right[row] = equation.Value;
        }

        if (!Elimination.TryReduce(matrix, right, rows, columns, own, pivots, out var rank, out var left)) throw new NumericalLimitException("The relations cannot be told to hold within rounding.");
        var onOuter = new List<PartEquation>();
        for (var row = rank; row < left; row++) onOuter.Add(new PartEquation([.. Enumerable.Range(0, _outer)], matrix.AsSpan((row * columns) + own, _outer).ToArray(), right[row]));
        return PartSpace.FromReduced(order, _outer, matrix, right, pivots.AsSpan(0, rank), onOuter);
    }

    /// <summary>Adds what limits the own states.</summary>
    /// <param name="space">The own states as functions of the own and the outer free coordinates.</param>
    /// <param name="outer">The outer states as functions of theirs; null: there are none.</param>
    /// <param name="ofOwn">Receives limits over (own, outer) free coordinates; bounds by number of the own state.</param>
    /// <param name="ofOuter">Receives limits over the outer free coordinates alone.</param>
    /// <param name="first">The number of the first own state in the component.</param>
    public void AddLimits(PartSpace space, PartSpace? outer, InequalityReduction ofOwn, InequalityReduction ofOuter, int first)
    {
        for (var state = 0; state < _states.Length; state++)
        {
            if (space.IsOfOuter(space.Row(state))) ofOuter.AddBounds(_states[state], first + state, space.Row(state)[space.Free..], space.Offset(state));
            else ofOwn.AddBounds(_states[state], state, space.Row(state), space.Offset(state));
        }

        var direction = new double[space.Width];
        foreach (var (constraint, columns) in _limits)
        {
            Array.Clear(direction);
            var offset = 0.0;
            for (var i = 0; i < columns.Length; i++)
            {
                var coefficient = constraint.Form.Coefficients[i];
                var isOwn = columns[i] < _states.Length;
                var part = isOwn ? space : outer!;
                var state = isOwn ? columns[i] : columns[i] - _states.Length;
                Vectors.AddScaled(direction.AsSpan(isOwn ? 0 : space.Free), part.Row(state), coefficient);
                offset += coefficient * part.Offset(state);
            }

            if (space.IsOfOuter(direction)) ofOuter.AddLimits(constraint, direction.AsSpan(space.Free), offset);
            else ofOwn.AddLimits(constraint, direction, offset);
        }
    }

    private void AddContent(int[] columns, ReadOnlySpan<double> coefficients)
    {
        _content.Add(columns.Length);
        for (var i = 0; i < columns.Length; i++) _content.AddRange([columns[i], coefficients[i]]);
    }

    /// <summary>Totals become functions of their parts, so that bounds of the parts are bounds of single coordinates.</summary>
    private int[] TotalsFirst()
    {
        var isTotal = new bool[_states.Length + _outer];
        foreach (var equation in _equations)
        {
            var positive = Array.FindAll(equation.Coefficients, static coefficient => coefficient > 0).Length;
            for (var i = 0; i < equation.Columns.Length; i++)
            {
                if (equation.Columns.Length > 1 && (equation.Coefficients[i] > 0 ? positive == 1 : equation.Coefficients.Length - positive == 1)) isTotal[equation.Columns[i]] = true;
            }
        }

        var order = new int[_states.Length];
        var placed = 0;
        foreach (var totals in (ReadOnlySpan<bool>)[true, false])
        {
            for (var state = 0; state < order.Length; state++)
            {
                if (isTotal[state] == totals) order[placed++] = state;
            }
        }

        return order;
    }
}

/// <summary>Σ coefficient · state = value, over own and outer states.</summary>
internal readonly record struct PartEquation(int[] Columns, double[] Coefficients, double Value);
