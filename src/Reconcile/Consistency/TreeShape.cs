namespace Reconcile.Consistency;

/// <summary>States and rows without circles, each tree hung from its first state.</summary>
internal sealed class TreeShape
{
    private const int None = -1;

    private readonly int[] _fromRoot;
    private readonly int[] _rowAbove;
    private readonly int[] _stateAbove;
    private readonly int[] _starts;
    private readonly int[] _rowsOfState;
    private readonly int[] _belowCounts;

    public TreeShape(int states, ReadOnlySpan<Row> rows)
    {
        _fromRoot = new int[states];
        _rowAbove = new int[states];
        _stateAbove = new int[rows.Length];
        _starts = new int[states + 1];
        _belowCounts = new int[states];
        foreach (var row in rows)
        {
            foreach (var state in row.Form.States) _starts[state + 1]++;
        }

        for (var i = 0; i < states; i++) _starts[i + 1] += _starts[i];
        _rowsOfState = new int[_starts[states]];
        ListRows(rows);
        Hang(states, rows);
    }

    /// <summary>Every state after the one above it.</summary>
    public ReadOnlySpan<int> FromRoot => _fromRoot;

    /// <summary>The row that joins a state with the one above; −1 for a root.</summary>
    public int RowAbove(int state) => _rowAbove[state];

    /// <summary>The state from which a row hangs.</summary>
    public int StateAbove(int row) => _stateAbove[row];

    /// <summary>The rows that hang from a state.</summary>
    public ReadOnlySpan<int> RowsBelow(int state) => _rowsOfState.AsSpan(_starts[state], _belowCounts[state]);

    private void ListRows(ReadOnlySpan<Row> rows)
    {
        var next = _starts.AsSpan()[..^1].ToArray();
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var state in rows[row].Form.States) _rowsOfState[next[state]++] = row;
        }
    }

    private void Hang(int states, ReadOnlySpan<Row> rows)
    {
        Array.Fill(_rowAbove, None);
        Array.Fill(_stateAbove, None);
        var visited = new bool[states];
        var count = 0;
        for (var root = 0; root < states; root++)
        {
            if (visited[root]) continue;
            visited[root] = true;
            var next = count;
            _fromRoot[count++] = root;
            while (next < count) count = HangBelow(_fromRoot[next++], rows, visited, count);
        }
    }

    private int HangBelow(int state, ReadOnlySpan<Row> rows, bool[] visited, int count)
    {
        var below = 0;
        for (var i = _starts[state]; i < _starts[state + 1]; i++)
        {
            var row = _rowsOfState[i];
            if (row == _rowAbove[state]) continue;
            // Rows below come first in the list of the state, the one above last.
            (_rowsOfState[_starts[state] + below], _rowsOfState[i]) = (row, _rowsOfState[_starts[state] + below]);
            below++;
            _stateAbove[row] = state;
            foreach (var other in rows[row].Form.States)
            {
                if (visited[other]) continue;
                visited[other] = true;
                _rowAbove[other] = row;
                _fromRoot[count++] = other;
            }
        }

        _belowCounts[state] = below;
        return count;
    }
}
