namespace Reconcile.Mathematics;

/// <summary>
/// Where the entries of a symmetric block-tridiagonal matrix with a border lie: coordinates of block i meet those of the blocks beside it and of the border, no others.
/// For each block its own square, the rectangle of the next block's rows and that of the border's rows; last the corner of the border. Row by row, of own squares and the corner the lower triangle counts.
/// </summary>
internal sealed class ArrowLayout
{
    private readonly int[] _squares;
    private readonly int[] _blockOf;

    /// <param name="sizes">Number of coordinates of each block; 0 is possible.</param>
    /// <param name="border">Number of coordinates of the border, which come last.</param>
    public ArrowLayout(ReadOnlySpan<int> sizes, int border)
    {
        Blocks = sizes.Length;
        Border = border;
        Starts = new int[Blocks + 1];
        _squares = new int[Blocks + 1];
        for (var i = 0; i < Blocks; i++)
        {
            Starts[i + 1] = Starts[i] + sizes[i];
            var next = i + 1 < Blocks ? sizes[i + 1] : 0;
            _squares[i + 1] = checked(_squares[i] + (sizes[i] * (sizes[i] + next + border)));
            LargestBlock = Math.Max(LargestBlock, sizes[i]);
        }

        Length = checked(_squares[Blocks] + (border * border));
        _blockOf = new int[Size];
        for (var i = 0; i < Blocks; i++) Array.Fill(_blockOf, i, Starts[i], sizes[i]);
        Array.Fill(_blockOf, Blocks, Inner, border);
    }

    public int Blocks { get; }

    /// <summary>First coordinate of each block, and that of the border.</summary>
    public int[] Starts { get; }

    public int Border { get; }

    public int LargestBlock { get; }

    /// <summary>Number of coordinates of all blocks.</summary>
    public int Inner => Starts[Blocks];

    /// <summary>Number of all coordinates.</summary>
    public int Size => Starts[Blocks] + Border;

    /// <summary>Number of entries.</summary>
    public int Length { get; }

    public int SizeOf(int block) => block < Blocks ? Starts[block + 1] - Starts[block] : 0;

    /// <summary>The block of a coordinate; the number of blocks for the border.</summary>
    public int BlockOf(int coordinate) => _blockOf[coordinate];

    /// <summary>The square of a block with itself.</summary>
    public Span<double> Square(double[] values, int block) => values.AsSpan(_squares[block], SizeOf(block) * SizeOf(block));

    /// <summary>The rows of the next block.</summary>
    public Span<double> Below(double[] values, int block) => values.AsSpan(BelowAt(block), SizeOf(block + 1) * SizeOf(block));

    /// <summary>The rows of the border.</summary>
    public Span<double> BorderRows(double[] values, int block) => values.AsSpan(BorderAt(block), Border * SizeOf(block));

    /// <summary>The border with itself.</summary>
    public Span<double> Corner(double[] values) => values.AsSpan(_squares[Blocks], Border * Border);

    /// <summary>Where the entry of two coordinates lies; −1 where they never meet.</summary>
    public int LocationOf(int first, int second)
    {
        var (row, column) = first >= second ? (first, second) : (second, first);
        var (lower, upper) = (_blockOf[row], _blockOf[column]);
        if (upper == Blocks) return _squares[Blocks] + ((row - Inner) * Border) + (column - Inner);
        var size = SizeOf(upper);
        column -= Starts[upper];
        if (lower == upper) return _squares[upper] + ((row - Starts[upper]) * size) + column;
        if (lower == Blocks) return BorderAt(upper) + ((row - Inner) * size) + column;
        return lower == upper + 1 ? BelowAt(upper) + ((row - Starts[lower]) * size) + column : -1;
    }

    /// <summary>The same with the blocks in reverse order.</summary>
    public ArrowLayout Reversed()
    {
        var sizes = new int[Blocks];
        for (var block = 0; block < Blocks; block++) sizes[Blocks - 1 - block] = SizeOf(block);
        return new ArrowLayout(sizes, Border);
    }

    /// <summary>Copies entries into the reversed layout.</summary>
    public void CopyReversed(double[] values, ArrowLayout reversed, double[] target)
    {
        Corner(values).CopyTo(reversed.Corner(target));
        for (var block = 0; block < Blocks; block++)
        {
            var (twin, size, next) = (Blocks - 1 - block, SizeOf(block), SizeOf(block + 1));
            Square(values, block).CopyTo(reversed.Square(target, twin));
            BorderRows(values, block).CopyTo(reversed.BorderRows(target, twin));
            if (block + 1 == Blocks) continue;
            Span<double> from = Below(values, block), to = reversed.Below(target, twin - 1);
            for (var i = 0; i < next; i++)
            {
                for (var j = 0; j < size; j++) to[(j * next) + i] = from[(i * size) + j];
            }
        }
    }

    private int BelowAt(int block) => _squares[block] + (SizeOf(block) * SizeOf(block));

    private int BorderAt(int block) => BelowAt(block) + (SizeOf(block + 1) * SizeOf(block));
}
