using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reconcile.Mathematics;

/// <content>The condensed tableau: loading, values, pivots.</content>
internal sealed partial class LinearProgram
{
    /// <summary>After so many pivots on one tableau it is built anew, so that rounding errors stay small.</summary>
    private const int RestartAfter = 1000;

    /// <summary>A sum that leaves less than this share of its first term is a zero with rounding error.</summary>
    private const double Cancelled = 1e-11;

    /// <summary>A point that misses its own rows by more than this share of their magnitude shows a worn-out tableau.</summary>
    private const double Drift = 1e-10;

    private readonly double[] _tableau;
    private readonly double[] _pivotRow;
    private readonly int[] _basic;
    private readonly int[] _nonbasic;
    private readonly double[] _value;
    private readonly double[] _size;

    /// <summary>Values of the nonbasics by column, the same as in _value, side by side for the inner loops.</summary>
    private readonly double[] _rest;

    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _scale;
    private int _rowsInUse;
    private int _pivotsSinceRestart;

    private Span<double> Line(int row) => _tableau.AsSpan(row * Variables, Variables);

    /// <summary>Makes the rows basic and the variables nonbasic; each row scaled by a power of two to a largest coefficient in [½, 1).</summary>
    private void Restart()
    {
        for (int j = 0; j < Variables; j++)
        {
            _nonbasic[j] = j;
            _value[j] = 0;
        }

        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<double> source = _coefficients.AsSpan(i * Variables, Variables);
            double largest = 0;
            foreach (double a in source) largest = Math.Max(largest, Math.Abs(a));
            double scale = largest > 0 ? Math.ScaleB(1, -Math.ILogB(largest) - 1) : 1;
            Span<double> line = Line(i);
            for (int j = 0; j < line.Length; j++) line[j] = source[j] * scale;
            _scale[i] = scale;
            _basic[i] = Variables + i;
        }

        _rowsInUse = Rows;
        _pivotsSinceRestart = 0;
        _restart = false;
        _isSettled = false;
    }

    /// <summary>Takes over the bounds, puts every nonbasic on its nearest bound (one without bounds stays), then all basics follow.</summary>
    private void PlaceNonbasics()
    {
        for (int i = 0; i < _low.Length; i++)
        {
            double scale = i >= Variables && i < Variables + Rows ? _scale[i - Variables] : 1;
            _lower[i] = _low[i] * scale;
            _upper[i] = _high[i] * scale;
        }

        for (int column = 0; column < _nonbasic.Length; column++)
        {
            int k = _nonbasic[column];
            double low = _lower[k], high = _upper[k], value = _value[k];
            if (double.IsFinite(low) || double.IsFinite(high)) _value[k] = Math.Abs(value - low) <= Math.Abs(high - value) ? low : high;
            _rest[column] = _value[k];
        }

        for (int i = 0; i < _rowsInUse; i++) Evaluate(i);
    }

    /// <summary>Value of a basic, and the sum of the absolute terms that make it, which is what its tolerance is relative to.</summary>
    private void Evaluate(int row)
    {
        Add(Line(row), _rest, out double sum, out double size);
        _value[_basic[row]] = sum;
        _size[row] = size;
    }

    /// <summary>Adds form·x as one more basic without bounds.</summary>
    private void EnterForm(ReadOnlySpan<double> form)
    {
        Span<double> line = Line(Rows);
        for (int k = 0; k < line.Length; k++) line[k] = _nonbasic[k] < Variables ? form[_nonbasic[k]] : 0;
        for (int i = 0; i < Rows; i++)
        {
            if (_basic[i] >= Variables || form[_basic[i]] == 0) continue;
            AddMultiple(line, Line(i), form[_basic[i]], _rest, out _, out _);
        }

        _basic[Rows] = Variables + Rows;
        _rowsInUse = Rows + 1;
        Evaluate(Rows);
    }

    /// <summary>Exchanges the basic of a row, which comes to rest at <paramref name="rest"/>, and the nonbasic of a column.</summary>
    private void Pivot(int row, int column, double rest)
    {
        Span<double> line = Line(row);
        double inverse = 1 / line[column];
        for (int k = 0; k < line.Length; k++) line[k] = -line[k] * inverse;
        line[column] = inverse;
        line.CopyTo(_pivotRow);
        (_basic[row], _nonbasic[column]) = (_nonbasic[column], _basic[row]);
        _value[_nonbasic[column]] = _rest[column] = rest;
        Evaluate(row);
        for (int i = 0; i < _rowsInUse; i++)
        {
            Span<double> other = Line(i);
            double factor = other[column];
            if (i == row || factor == 0) continue;
            other[column] = 0;
            AddMultiple(other, _pivotRow, factor, _rest, out _value[_basic[i]], out _size[i]);
        }

        Pivots++;
        _pivotsSinceRestart++;
    }

    /// <summary>Moves the nonbasic of <paramref name="column"/> to <paramref name="rest"/>; the basis stays.</summary>
    private void Flip(int column, double rest)
    {
        _value[_nonbasic[column]] = _rest[column] = rest;
        for (int i = 0; i < _rowsInUse; i++)
        {
            if (_tableau[(i * Variables) + column] != 0) Evaluate(i);
        }

        Pivots++;
    }

    /// <summary>
    /// target += factor · source, where what cancels becomes 0; then the sum of target · values and of its absolute terms. Always four lanes, so
    /// that every machine adds in the same order.
    /// </summary>
    private static void AddMultiple(
        Span<double> target, ReadOnlySpan<double> source, double factor, ReadOnlySpan<double> values, out double sum, out double size)
    {
        source = source[..target.Length];
        values = values[..target.Length];
        Span<Vector256<double>> wide = MemoryMarshal.Cast<double, Vector256<double>>(target);
        ReadOnlySpan<Vector256<double>> added = MemoryMarshal.Cast<double, Vector256<double>>(source)[..wide.Length];
        ReadOnlySpan<Vector256<double>> at = MemoryMarshal.Cast<double, Vector256<double>>(values)[..wide.Length];
        Vector256<double> sums = default, sizes = default, times = Vector256.Create(factor), least = Vector256.Create(Cancelled);
        for (int k = 0; k < wide.Length; k++)
        {
            Vector256<double> old = wide[k], next = old + (times * added[k]);
            next = Vector256.AndNot(next, Vector256.LessThan(Vector256.Abs(next), least * Vector256.Abs(old)));
            wide[k] = next;
            Vector256<double> term = next * at[k];
            sums += term;
            sizes += Vector256.Abs(term);
        }

        sum = Vector256.Sum(sums);
        size = Vector256.Sum(sizes);
        for (int k = wide.Length * Vector256<double>.Count; k < target.Length; k++)
        {
            double old = target[k], next = old + (factor * source[k]);
            if (Math.Abs(next) < Cancelled * Math.Abs(old)) next = 0;
            target[k] = next;
            sum += next * values[k];
            size += Math.Abs(next * values[k]);
        }
    }

    /// <summary>Whether the point no longer gives the rows the values that the tableau claims.</summary>
    private bool HasDrifted()
    {
        ReadOnlySpan<double> point = _value.AsSpan(0, Variables);
        for (int i = 0; i < Rows; i++)
        {
            Add(_coefficients.AsSpan(i * Variables, Variables), point, out double sum, out double size);
            if (!(Math.Abs((sum * _scale[i]) - _value[Variables + i]) <= Drift * size * _scale[i])) return true;
        }

        return false;
    }

    /// <summary>The sum of coefficients · values and of its absolute terms, four lanes like <see cref="AddMultiple"/>.</summary>
    private static void Add(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> values, out double sum, out double size)
    {
        values = values[..coefficients.Length];
        ReadOnlySpan<Vector256<double>> wide = MemoryMarshal.Cast<double, Vector256<double>>(coefficients);
        ReadOnlySpan<Vector256<double>> at = MemoryMarshal.Cast<double, Vector256<double>>(values)[..wide.Length];
        Vector256<double> sums = default, sizes = default;
        for (int k = 0; k < wide.Length; k++)
        {
            Vector256<double> term = wide[k] * at[k];
            sums += term;
            sizes += Vector256.Abs(term);
        }

        sum = Vector256.Sum(sums);
        size = Vector256.Sum(sizes);
        for (int k = wide.Length * Vector256<double>.Count; k < coefficients.Length; k++)
        {
            sum += coefficients[k] * values[k];
            size += Math.Abs(coefficients[k] * values[k]);
        }
    }
}
