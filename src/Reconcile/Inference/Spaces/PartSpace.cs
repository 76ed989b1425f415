using Reconcile.Mathematics;

namespace Reconcile.Inference.Spaces;

/// <summary>Some states as affine functions of the free ones among them and of outer coordinates.</summary>
internal sealed class PartSpace
{
    private readonly double[] _coefficients;
    private readonly double[] _offsets;
    private readonly int _outer;

    private PartSpace(int free, int outer, double[] coefficients, double[] offsets, IReadOnlyList<PartEquation> onOuter)
    {
        Free = free;
        _outer = outer;
        _coefficients = coefficients;
        _offsets = offsets;
        OnOuter = onOuter;
    }

    /// <summary>Number of free coordinates.</summary>
    public int Free { get; }

    /// <summary>Number of free and outer coordinates.</summary>
    public int Width => Free + _outer;

    /// <summary>Number of states.</summary>
    public int States => _offsets.Length;

    /// <summary>What the relations say of the outer states alone.</summary>
    public IReadOnlyList<PartEquation> OnOuter { get; }

    /// <summary>state = Row(state) · (free, outer) + Offset(state).</summary>
    public ReadOnlySpan<double> Row(int state) => _coefficients.AsSpan(state * Width, Width);

    public double Offset(int state) => _offsets[state];

    /// <summary>Whether a direction over all coordinates leaves the own free ones out.</summary>
    public bool IsOfOuter(ReadOnlySpan<double> direction) => direction[..Free].IndexOfAnyExcept(0) < 0;

    /// <param name="order">The own state of each column.</param>
    /// <param name="outer">Number of outer columns, after the own ones.</param>
    /// <param name="matrix">Reduced equations.</param>
    /// <param name="right">Their right sides.</param>
    /// <param name="pivots">The column that each equation gives.</param>
    /// <param name="onOuter">What is left on the outer states.</param>
    public static PartSpace FromReduced(ReadOnlySpan<int> order, int outer, ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, ReadOnlySpan<int> pivots, IReadOnlyList<PartEquation> onOuter)
    {
        var (own, columns) = (order.Length, order.Length + outer);
        var target = new int[columns];
        foreach (var pivot in pivots) target[pivot] = -1;
        var free = 0;
        for (var column = 0; column < columns; column++)
        {
            if (target[column] == 0) target[column] = free++;
        }

        var width = free;
        free -= outer;
        var coefficients = new double[own * width];
        var offsets = new double[own];
        for (var column = 0; column < own; column++)
        {
            if (target[column] >= 0) coefficients[(order[column] * width) + target[column]] = 1;
        }

        for (var row = 0; row < pivots.Length; row++)
        {
            var state = order[pivots[row]];
            offsets[state] = right[row];
            for (var column = 0; column < columns; column++)
            {
                if (target[column] >= 0) coefficients[(state * width) + target[column]] = -matrix[(row * columns) + column];
            }
        }

        return new PartSpace(free, outer, coefficients, offsets, onOuter);
    }

    /// <summary>The same with the outer states as functions of their own free coordinates.</summary>
    public PartSpace Over(PartSpace outer)
    {
        var width = Free + outer.Free;
        var coefficients = new double[States * width];
        var offsets = (double[])_offsets.Clone();
        for (var state = 0; state < States; state++)
        {
            var row = Row(state);
            var target = coefficients.AsSpan(state * width, width);
            row[..Free].CopyTo(target);
            for (var i = 0; i < outer.States; i++)
            {
                var coefficient = row[Free + i];
                if (coefficient == 0) continue;
                Vectors.AddScaled(target[Free..], outer.Row(i), coefficient);
                offsets[state] += coefficient * outer.Offset(i);
            }
        }

        return new PartSpace(Free, outer.Free, coefficients, offsets, []);
    }
}
