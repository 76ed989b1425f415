using System.Runtime.InteropServices;

namespace Reconcile.Mathematics;

/// <summary>
/// Gaussian elimination of sparse equations, the variable in the fewest rows first and of these the shortest (H. M. Markowitz, Management Science 3, 1957): a circle of a
/// thousand short equations costs a few thousand steps.
/// </summary>
internal sealed class SparseElimination
{
    /// <summary>A remainder under this share of what it was taken from is a zero with rounding error.</summary>
    private const double Cancelled = 1e-15;

    /// <summary>A pivot is no smaller than this share of the largest coefficient of its variable, so that errors stay small.</summary>
    private const double LeastPivot = 0.01;

    private readonly Dictionary<int, double>[] _rows;
    private readonly double[] _values;
    private readonly HashSet<int>[] _rowsOf;
    private readonly PriorityQueue<int, (int Rows, int Variable)> _next = new();
    private readonly List<(int Row, double Factor, int Pivot)> _steps = [];

    public SparseElimination(int variables, int rows)
    {
        _rows = new Dictionary<int, double>[rows];
        _values = new double[rows];
        _rowsOf = new HashSet<int>[variables];
        for (var row = 0; row < rows; row++) _rows[row] = [];
        for (var variable = 0; variable < variables; variable++) _rowsOf[variable] = [];
    }

    /// <summary>Coefficients looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>What a row is now: Σ coefficient · variable = value.</summary>
    public IReadOnlyDictionary<int, double> this[int row] => _rows[row];

    public double ValueOf(int row) => _values[row];

    public void SetRow(int row, ReadOnlySpan<int> variables, ReadOnlySpan<double> coefficients, double value)
    {
        for (var i = 0; i < variables.Length; i++)
        {
            _rows[row].Add(variables[i], coefficients[i]);
            _rowsOf[variables[i]].Add(row);
        }

        _values[row] = value;
    }

    /// <summary>Rows in the order in which they are done: first as pivots, each then free of the variables of those before it, last those that have no variables left.</summary>
    /// <param name="mostWork">After so much work no more rows come.</param>
    public IEnumerable<int> Done(long mostWork)
    {
        for (var variable = 0; variable < _rowsOf.Length; variable++) Enqueue(variable);
        var done = new bool[_rows.Length];
        while (_next.TryDequeue(out var variable, out var priority))
        {
            if (priority.Rows != _rowsOf[variable].Count) continue;
            if (Work > mostWork) yield break;
            var pivot = PivotRow(variable);
            Eliminate(variable, pivot);
            done[pivot] = true;
            yield return pivot;
        }

        for (var row = 0; row < done.Length; row++)
        {
            if (!done[row] && _rows[row].Count == 0) yield return row;
        }
    }

    /// <summary>By how much each row, as it was set, has to be multiplied for the sum of all to be what a row is now.</summary>
    public double[] MultipliersOf(int row)
    {
        var multipliers = new double[_rows.Length];
        multipliers[row] = 1;
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            var (changed, factor, pivot) = _steps[i];
            if (multipliers[changed] != 0) multipliers[pivot] -= factor * multipliers[changed];
        }

        return multipliers;
    }

    private void Enqueue(int variable)
    {
        if (_rowsOf[variable].Count > 0) _next.Enqueue(variable, (_rowsOf[variable].Count, variable));
    }

    /// <summary>The shortest of the rows in which the coefficient of a variable is not small beside those in the others.</summary>
    private int PivotRow(int variable)
    {
        var largest = 0.0;
        foreach (var row in _rowsOf[variable]) largest = Math.Max(largest, Math.Abs(_rows[row][variable]));

        var shortest = -1;
        foreach (var row in _rowsOf[variable])
        {
            if (Math.Abs(_rows[row][variable]) < LeastPivot * largest) continue;
            if (shortest < 0 || (_rows[row].Count, row).CompareTo((_rows[shortest].Count, shortest)) < 0) shortest = row;
        }

        Work += _rowsOf[variable].Count;
        return shortest;
    }

    /// <summary>Takes the pivot from each other row of a variable, and out of the rows that are still to be done.</summary>
    private void Eliminate(int variable, int pivot)
    {
        foreach (var other in _rows[pivot].Keys) _rowsOf[other].Remove(pivot);
        var inverse = 1 / _rows[pivot][variable];
        foreach (var row in _rowsOf[variable].Order().ToArray())
        {
            var factor = _rows[row][variable] * inverse;
            foreach (var (other, coefficient) in _rows[pivot])
            {
                if (other != variable) Subtract(row, other, factor * coefficient);
            }

            _rows[row].Remove(variable);
            _values[row] -= factor * _values[pivot];
            _steps.Add((row, factor, pivot));
            Work += _rows[pivot].Count;
        }

        _rowsOf[variable].Clear();
        foreach (var other in _rows[pivot].Keys) Enqueue(other);
    }

    private void Subtract(int row, int variable, double part)
    {
        ref var coefficient = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows[row], variable, out var isThere);
        var rest = coefficient - part;
        if (Math.Abs(rest) <= Cancelled * Math.Abs(part))
        {
            _rows[row].Remove(variable);
            _rowsOf[variable].Remove(row);
            return;
        }

        coefficient = rest;
        if (!isThere) _rowsOf[variable].Add(row);
    }
}
