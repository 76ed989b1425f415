namespace Reconcile.Tests.Promises;

/// <summary>Low ≤ Σ coefficient · variable ≤ High, exactly; null: open.</summary>
internal sealed record ExactRow(IReadOnlyDictionary<string, Rational> Form, Rational? Low, Rational? High);

/// <summary>
/// Whether rows can hold together, decided in exact fractions by the general simplex of Dutertre and de Moura (2006, A Fast Linear-Arithmetic Solver for
/// DPLL(T), section 3): every form is a variable with bounds, the basic one of least number that breaks a bound is exchanged, which always ends (Bland's rule).
/// </summary>
internal sealed class ExactFeasibility
{
    private readonly int _variables;
    private readonly Rational?[] _low;
    private readonly Rational?[] _high;
    private readonly Rational[] _values;
    private readonly int[] _basic;
    private readonly int[] _free;
    private readonly Rational[][] _tableau;

    private ExactFeasibility(IReadOnlyList<ExactRow> rows)
    {
        string[] names = [.. rows.SelectMany(row => row.Form.Keys).Distinct().Order(StringComparer.Ordinal)];
        var forms = rows.GroupBy(row => Key(row.Form)).ToArray();
        _variables = names.Length;
        var count = names.Length + forms.Length;
        _low = new Rational?[count];
        _high = new Rational?[count];
        _values = new Rational[count];
        Array.Fill(_values, Rational.Zero);
        _free = [.. Enumerable.Range(0, names.Length)];
        _basic = [.. Enumerable.Range(names.Length, forms.Length)];
        _tableau = [.. forms.Select(form => names.Select(name => form.First().Form.GetValueOrDefault(name, Rational.Zero)).ToArray())];
        for (var i = 0; i < forms.Length; i++)
        {
            foreach (var row in forms[i])
            {
                if (row.Low is { } low && !(_low[_variables + i] > low)) _low[_variables + i] = low;
                if (row.High is { } high && !(_high[_variables + i] < high)) _high[_variables + i] = high;
            }
        }
    }

    public static bool CanHold(IReadOnlyList<ExactRow> rows) => new ExactFeasibility(rows).Solve();

    private static string Key(IReadOnlyDictionary<string, Rational> form) =>
        string.Join(' ', form.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => $"{term.Value}*{term.Key}"));

    private bool Solve()
    {
        for (var i = 0; i < _low.Length; i++)
        {
            if (_low[i] > _high[i]) return false;
        }

        while (true)
        {
            var row = Broken();
            if (row < 0) return true;
            var basic = _basic[row];
            var rises = _low[basic] is { } low && _values[basic] < low;
            var column = Helping(row, rises);
            if (column < 0) return false;
            Exchange(row, column, rises ? _low[basic]!.Value : _high[basic]!.Value);
        }
    }

    private int Broken()
    {
        var broken = -1;
        for (var row = 0; row < _basic.Length; row++)
        {
            var basic = _basic[row];
            if ((_low[basic] is { } low && _values[basic] < low) || (_high[basic] is { } high && _values[basic] > high))
            {
                if (broken < 0 || basic < _basic[broken]) broken = row;
            }
        }

        return broken;
    }

    private int Helping(int row, bool rises)
    {
        var helping = -1;
        for (var column = 0; column < _free.Length; column++)
        {
            var sign = _tableau[row][column].Sign;
            if (sign == 0) continue;
            var free = _free[column];
            var mayRise = !(_high[free] is { } high && !(_values[free] < high));
            var mayFall = !(_low[free] is { } low && !(_values[free] > low));
            if ((sign > 0) == rises ? !mayRise : !mayFall) continue;
            if (helping < 0 || free < _free[helping]) helping = column;
        }

        return helping;
    }

    /// <summary>Gives the basic variable of a row a value by moving the free one of a column, and exchanges them.</summary>
    private void Exchange(int row, int column, Rational value)
    {
        var (basic, free) = (_basic[row], _free[column]);
        var step = (value - _values[basic]) / _tableau[row][column];
        _values[basic] = value;
        _values[free] += step;
        for (var other = 0; other < _basic.Length; other++)
        {
            if (other != row) _values[_basic[other]] += _tableau[other][column] * step;
        }

        var pivot = _tableau[row][column];
        for (var j = 0; j < _free.Length; j++) _tableau[row][j] = j == column ? Rational.One / pivot : -_tableau[row][j] / pivot;
        for (var other = 0; other < _basic.Length; other++)
        {
            var factor = _tableau[other][column];
            if (other == row || factor.Sign == 0) continue;
            for (var j = 0; j < _free.Length; j++)
            {
                _tableau[other][j] = (j == column ? Rational.Zero : _tableau[other][j]) + (factor * _tableau[row][j]);
            }
        }

        (_basic[row], _free[column]) = (free, basic);
    }
}
