namespace Reconcile.Mathematics;

/// <summary>
/// Dense symmetric positive definite matrices A = L Lᵀ (A.-L. Cholesky, published by Benoît 1924; G. H. Golub and C. F. Van Loan, Matrix
/// Computations, 4th ed. 2013, algorithm 4.2.1), row-major n × n in spans, in place, without allocation.
/// </summary>
internal static class Cholesky
{
    /// <summary>
    /// Replaces the lower triangle of <paramref name="a"/> by L (the strict upper triangle is neither read nor written). False if A is not
    /// positive definite to working precision; the lower triangle is then in part overwritten.
    /// </summary>
    public static bool TryFactor(Span<double> a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.Slice(i * n, n);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = a.Slice(j * n, n);
                row[j] = (row[j] - Vectors.Dot(row[..j], other[..j])) / other[j];
            }

            double diagonal = row[i];
            double pivot = diagonal - Vectors.Dot(row[..i], row[..i]);

            // A pivot that is all rounding error of its diagonal means a singular matrix.
            if (!(pivot > 1e-15 * diagonal) || double.IsInfinity(pivot)) return false;
            row[i] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>b := A⁻¹ b, by forward and back substitution in L.</summary>
    public static void Solve(ReadOnlySpan<double> l, int n, Span<double> b)
    {
        SolveForward(l, n, b);
        SolveBack(l, n, b);
    }

    /// <summary>b := L⁻¹ b.</summary>
    public static void SolveForward(ReadOnlySpan<double> l, int n, Span<double> b)
    {
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = l.Slice(i * n, n);
            b[i] = (b[i] - Vectors.Dot(row[..i], b[..i])) / row[i];
        }
    }

    /// <summary>b := L⁻ᵀ b.</summary>
    public static void SolveBack(ReadOnlySpan<double> l, int n, Span<double> b)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = l.Slice(i * n, n);
            double x = b[i] / row[i];
            b[i] = x;
            Vectors.AddScaled(b[..i], row[..i], -x);
        }
    }

    /// <summary>
    /// The full symmetric A⁻¹ = L⁻ᵀ L⁻¹ into <paramref name="inverse"/>, which must not overlap <paramref name="l"/>: first L⁻¹ in its lower
    /// triangle, then the product in place.
    /// </summary>
    public static void Invert(ReadOnlySpan<double> l, int n, Span<double> inverse)
    {
        InvertTriangle(l, n, inverse);

        // (A⁻¹)_ij = Σ_{k ≥ max(i,j)} M_ki M_kj: row i needs the rows of M from i on, and is itself not needed after i.
        for (int i = 0; i < n; i++)
        {
            Span<double> row = inverse.Slice(i * n, n);
            double last = row[i];
            for (int j = 0; j <= i; j++) row[j] *= last;
            int k = i + 1;
            for (; k + 3 < n; k += 4)
            {
                Span<double> m = inverse[(k * n)..];
                Vectors.AddScaled(row[..(i + 1)], m, m[i], m[n..], m[n + i], m[(2 * n)..], m[(2 * n) + i], m[(3 * n)..], m[(3 * n) + i]);
            }

            for (; k < n; k++) Vectors.AddScaled(row[..(i + 1)], inverse.Slice(k * n, n)[..(i + 1)], inverse[(k * n) + i]);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++) inverse[(j * n) + i] = inverse[(i * n) + j];
        }
    }

    private static void InvertTriangle(ReadOnlySpan<double> l, int n, Span<double> inverse)
    {
        for (int i = 0; i < n; i++)
        {
            Span<double> row = inverse.Slice(i * n, n);
            ReadOnlySpan<double> source = l.Slice(i * n, n);
            row.Clear();
            int k = 0;
            for (; k + 3 < i; k += 4)
            {
                // Beyond its diagonal a row above holds zeros.
                ReadOnlySpan<double> above = inverse[(k * n)..];
                Vectors.AddScaled(row[..(k + 4)], above, -source[k], above[n..], -source[k + 1], above[(2 * n)..], -source[k + 2], above[(3 * n)..], -source[k + 3]);
            }

            for (; k < i; k++) Vectors.AddScaled(row[..(k + 1)], inverse.Slice(k * n, n)[..(k + 1)], -source[k]);
            double scale = 1 / source[i];
            for (int j = 0; j < i; j++) row[j] *= scale;
            row[i] = scale;
        }
    }
}
