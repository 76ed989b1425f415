namespace Reconcile.Mathematics;

/// <summary>Gauss–Jordan elimination with full pivoting (G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed. 2013, section 3.4.8).</summary>
internal static class Elimination
{
    /// <summary>A remainder under this share of what it was taken from is a zero with rounding error.</summary>
    private const double Cancelled = 1e-11;

    /// <summary>Share of the magnitude of the added terms within which a dependent row counts as consistent.</summary>
    private const double Consistent = 1e-9;

    /// <summary>
    /// Row-reduces E x = d, E row-major <paramref name="m"/> × <paramref name="n"/>, in place, and drops dependent rows. Afterwards the first
    /// <paramref name="rank"/> rows are independent, column pivotColumns[k] is 1 in row k and 0 in all others, and so each pivot variable is an
    /// affine function of the free ones: x_p = d_k − Σ_free E_kj x_j; the other rows and their d are 0. The pivot is the entry that is largest
    /// relative to its row, ties by lowest row, then lowest column. False if a dependent row contradicts the others by more than 1e-9 of the
    /// magnitudes that were added up (then E and d are in part reduced). <paramref name="pivotColumns"/> holds at least min(m, n).
    /// </summary>
    public static bool TryReduce(Span<double> e, Span<double> d, int m, int n, Span<int> pivotColumns, out int rank) =>
        TryReduce(e, d, m, n, n, pivotColumns, out rank, out _);

    /// <summary>
    /// The same with pivots among the first <paramref name="pivotable"/> columns only. The rows after <paramref name="rank"/> and before <paramref name="left"/>
    /// then speak of the other columns alone, and are not reduced among themselves.
    /// </summary>
    public static bool TryReduce(Span<double> e, Span<double> d, int m, int n, int pivotable, Span<int> pivotColumns, out int rank, out int left)
    {
        Span<double> size = m <= 256 ? stackalloc double[m] : new double[m];
        Normalise(e, d, m, n, size);
        rank = 0;
        while (rank < m && FindPivot(e, m, n, rank, pivotable, out int row, out int column))
        {
            Swap(e, d, size, n, rank, row);
            pivotColumns[rank] = column;
            Clear(e, d, size, m, n, rank, column);
            rank++;
        }

        bool consistent = true;
        left = rank;
        for (int i = rank; i < m; i++)
        {
            if (IsAnyLeft(e.Slice(i * n, n)[pivotable..]))
            {
                Swap(e, d, size, n, left++, i);
                continue;
            }

            consistent &= Math.Abs(d[i]) <= Consistent * size[i];
            d[i] = 0;
            e.Slice(i * n, n).Clear();
        }

        return consistent;
    }

    /// <summary>Scales each row to a largest entry of 1, so that the choice of pivots does not depend on how a row was written.</summary>
    private static void Normalise(Span<double> e, Span<double> d, int m, int n, Span<double> size)
    {
        for (int i = 0; i < m; i++)
        {
            Span<double> line = e.Slice(i * n, n);
            double largest = 0;
            foreach (double a in line) largest = Math.Max(largest, Math.Abs(a));
            if (largest > 0)
            {
                for (int j = 0; j < n; j++) line[j] /= largest;
                d[i] /= largest;
            }

            size[i] = Math.Abs(d[i]);
        }
    }

    private static bool IsAnyLeft(ReadOnlySpan<double> entries)
    {
        foreach (double entry in entries)
        {
            if (Math.Abs(entry) > Cancelled) return true;
        }

        return false;
    }

    private static bool FindPivot(ReadOnlySpan<double> e, int m, int n, int first, int pivotable, out int row, out int column)
    {
        double largest = 0;
        row = column = -1;
        for (int i = first; i < m; i++)
        {
            for (int j = 0; j < pivotable; j++)
            {
                double entry = Math.Abs(e[(i * n) + j]);
                if (entry <= largest) continue;
                (largest, row, column) = (entry, i, j);
            }
        }

        return largest > Cancelled;
    }

    private static void Swap(Span<double> e, Span<double> d, Span<double> size, int n, int a, int b)
    {
        if (a == b) return;
        (d[a], d[b]) = (d[b], d[a]);
        (size[a], size[b]) = (size[b], size[a]);
        Span<double> first = e.Slice(a * n, n), second = e.Slice(b * n, n);
        for (int j = 0; j < n; j++) (first[j], second[j]) = (second[j], first[j]);
    }

    /// <summary>Makes the pivot 1 and clears its column in all other rows. Sizes add up in absolute value what d adds with signs.</summary>
    private static void Clear(Span<double> e, Span<double> d, Span<double> size, int m, int n, int row, int column)
    {
        Span<double> pivot = e.Slice(row * n, n);
        double inverse = 1 / pivot[column];
        for (int j = 0; j < n; j++) pivot[j] *= inverse;
        pivot[column] = 1;
        d[row] *= inverse;
        size[row] *= Math.Abs(inverse);
        for (int i = 0; i < m; i++)
        {
            Span<double> line = e.Slice(i * n, n);
            double factor = line[column];
            if (i == row || factor == 0) continue;
            for (int j = 0; j < n; j++)
            {
                double old = line[j], rest = old - (factor * pivot[j]);
                line[j] = Math.Abs(rest) < Cancelled * Math.Abs(old) ? 0 : rest;
            }

            line[column] = 0;
            d[i] -= factor * d[row];
            size[i] += Math.Abs(factor) * size[row];
        }
    }
}
