namespace Reconcile.Mathematics;

/// <summary>
/// Symmetric positive definite block-tridiagonal matrices with a border, in time linear in the number of blocks: A = L Lᵀ by block elimination, and the entries of A⁻¹ where
/// A has some (K. Takahashi, J. Fagan and M.-S. Chin 1973; A. M. Erisman and W. F. Tinney 1975).
/// </summary>
internal static class ArrowCholesky
{
    /// <summary>A rest under this share of what it was taken from is rounding.</summary>
    private const double Cancelled = 1e-15;

    /// <summary>Replaces A by L. False if A is not positive definite to working precision; it is then in part overwritten.</summary>
    public static bool TryFactor(ArrowLayout layout, double[] a)
    {
        var border = layout.Border;
        var corner = layout.Corner(a);
        for (var block = 0; block < layout.Blocks; block++)
        {
            var (size, next) = (layout.SizeOf(block), layout.SizeOf(block + 1));
            if (size == 0) continue;
            ReadOnlySpan<double> square = layout.Square(a, block);
            if (!Cholesky.TryFactor(layout.Square(a, block), size)) return false;
            Span<double> below = layout.Below(a, block), rows = layout.BorderRows(a, block);
            for (var row = 0; row < next; row++) Cholesky.SolveForward(square, size, below.Slice(row * size, size));
            for (var row = 0; row < border; row++) Cholesky.SolveForward(square, size, rows.Slice(row * size, size));
            if (next > 0 && !TrySubtractSquares(layout.Square(a, block + 1), below, next, size)) return false;
            if (next > 0) SubtractProducts(layout.BorderRows(a, block + 1), rows, below, border, next, size);
            if (!TrySubtractSquares(corner, rows, border, size)) return false;
        }

        return Cholesky.TryFactor(corner, border);
    }

    /// <summary>b := A⁻¹ b.</summary>
    public static void Solve(ArrowLayout layout, double[] l, Span<double> b)
    {
        var border = b[layout.Inner..];
        for (var block = 0; block < layout.Blocks; block++)
        {
            var size = layout.SizeOf(block);
            if (size == 0) continue;
            var own = b.Slice(layout.Starts[block], size);
            Cholesky.SolveForward(layout.Square(l, block), size, own);
            SubtractRows(b.Slice(layout.Starts[block + 1], layout.SizeOf(block + 1)), layout.Below(l, block), own);
            SubtractRows(border, layout.BorderRows(l, block), own);
        }

        Cholesky.Solve(layout.Corner(l), layout.Border, border);
        for (var block = layout.Blocks - 1; block >= 0; block--)
        {
            var size = layout.SizeOf(block);
            if (size == 0) continue;
            var own = b.Slice(layout.Starts[block], size);
            SubtractColumns(own, layout.Below(l, block), b.Slice(layout.Starts[block + 1], layout.SizeOf(block + 1)));
            SubtractColumns(own, layout.BorderRows(l, block), border);
            Cholesky.SolveBack(layout.Square(l, block), size, own);
        }
    }

    /// <summary>The entries of A⁻¹ where A has some, squares and corner in full.</summary>
    /// <param name="layout">Where the entries lie.</param>
    /// <param name="l">L, as <see cref="TryFactor"/> left it.</param>
    /// <param name="inverse">Overwritten.</param>
    public static void Invert(ArrowLayout layout, double[] l, double[] inverse)
    {
        Cholesky.Invert(layout.Corner(l), layout.Border, layout.Corner(inverse));
        var work = new double[layout.LargestBlock * (layout.LargestBlock + layout.Border)];
        for (var block = layout.Blocks - 1; block >= 0; block--)
        {
            var (size, next) = (layout.SizeOf(block), layout.SizeOf(block + 1));
            if (size == 0) continue;
            ReadOnlySpan<double> square = layout.Square(l, block);
            var x = work.AsSpan(0, (next + layout.Border) * size);
            layout.Below(l, block).CopyTo(x);
            layout.BorderRows(l, block).CopyTo(x[(next * size)..]);
            for (var row = 0; row < next + layout.Border; row++) Cholesky.SolveBack(square, size, x.Slice(row * size, size));
            Spread(layout, inverse, block, x[..(next * size)], x[(next * size)..]);
            var own = layout.Square(inverse, block);
            Cholesky.Invert(square, size, own);
            SubtractOuter(own, x[..(next * size)], layout.Below(inverse, block), size);
            SubtractOuter(own, x[(next * size)..], layout.BorderRows(inverse, block), size);
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < i; j++) own[(j * size) + i] = own[(i * size) + j];
            }
        }
    }

    /// <summary>Covariances of a form of later coordinates with those of one block, given those with the next block and with the border.</summary>
    /// <param name="layout">Where the entries lie.</param>
    /// <param name="l">L, as <see cref="TryFactor"/> left it.</param>
    /// <param name="block">The block.</param>
    /// <param name="next">Covariances with the coordinates of the next block.</param>
    /// <param name="border">Covariances with those of the border.</param>
    /// <param name="own">Overwritten.</param>
    public static void Spread(ArrowLayout layout, double[] l, int block, ReadOnlySpan<double> next, ReadOnlySpan<double> border, Span<double> own)
    {
        own.Clear();
        if (own.Length == 0) return;
        SubtractColumns(own, layout.Below(l, block), next);
        SubtractColumns(own, layout.BorderRows(l, block), border);
        Cholesky.SolveBack(layout.Square(l, block), own.Length, own);
    }

    /// <summary>Covariances of a block with what comes after it: −S X, with S those of the next block and the border among themselves.</summary>
    private static void Spread(ArrowLayout layout, double[] inverse, int block, ReadOnlySpan<double> below, ReadOnlySpan<double> rows)
    {
        var (size, next, border) = (layout.SizeOf(block), layout.SizeOf(block + 1), layout.Border);
        Span<double> toNext = layout.Below(inverse, block), toBorder = layout.BorderRows(inverse, block);
        toNext.Clear();
        toBorder.Clear();
        ReadOnlySpan<double> corner = layout.Corner(inverse);
        if (next > 0)
        {
            ReadOnlySpan<double> square = layout.Square(inverse, block + 1), between = layout.BorderRows(inverse, block + 1);
            for (var i = 0; i < next; i++)
            {
                var target = toNext.Slice(i * size, size);
                for (var j = 0; j < next; j++) Vectors.AddScaled(target, below.Slice(j * size, size), -square[(i * next) + j]);
                for (var j = 0; j < border; j++)
                {
                    var shared = between[(j * next) + i];
                    Vectors.AddScaled(target, rows.Slice(j * size, size), -shared);
                    Vectors.AddScaled(toBorder.Slice(j * size, size), below.Slice(i * size, size), -shared);
                }
            }
        }

        for (var i = 0; i < border; i++)
        {
            for (var j = 0; j < border; j++) Vectors.AddScaled(toBorder.Slice(i * size, size), rows.Slice(j * size, size), -corner[(i * border) + j]);
        }
    }

    /// <summary>Lower triangle of target −= R Rᵀ. False where nothing but rounding is left on the diagonal.</summary>
    private static bool TrySubtractSquares(Span<double> target, ReadOnlySpan<double> rows, int count, int size)
    {
        for (var i = 0; i < count; i++)
        {
            var row = rows.Slice(i * size, size);
            var line = target.Slice(i * count, count);
            for (var j = 0; j < i; j++) line[j] -= Vectors.Dot(row, rows.Slice(j * size, size));
            var diagonal = line[i];
            line[i] -= Vectors.Dot(row, row);
            if (!(line[i] > Cancelled * diagonal)) return false;
        }

        return true;
    }

    /// <summary>target −= R Bᵀ.</summary>
    private static void SubtractProducts(Span<double> target, ReadOnlySpan<double> rows, ReadOnlySpan<double> below, int border, int next, int size)
    {
        for (var i = 0; i < border; i++)
        {
            var row = rows.Slice(i * size, size);
            var line = target.Slice(i * next, next);
            for (var j = 0; j < next; j++) line[j] -= Vectors.Dot(row, below.Slice(j * size, size));
        }
    }

    private static void SubtractRows(Span<double> target, ReadOnlySpan<double> rows, ReadOnlySpan<double> x)
    {
        for (var i = 0; i < target.Length; i++) target[i] -= Vectors.Dot(x, rows.Slice(i * x.Length, x.Length));
    }

    private static void SubtractColumns(Span<double> target, ReadOnlySpan<double> rows, ReadOnlySpan<double> x)
    {
        for (var i = 0; i < x.Length; i++) Vectors.AddScaled(target, rows.Slice(i * target.Length, target.Length), -x[i]);
    }

    /// <summary>Lower triangle of target −= Xᵀ Y.</summary>
    private static void SubtractOuter(Span<double> target, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int size)
    {
        for (var row = 0; row < x.Length; row += size)
        {
            for (var i = 0; i < size; i++) Vectors.AddScaled(target.Slice(i * size, i + 1), y.Slice(row, i + 1), -x[row + i]);
        }
    }
}
