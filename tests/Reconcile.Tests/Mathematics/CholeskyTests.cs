using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

[Properties(EndSize = 1_000_000)]
public class CholeskyTests
{
    [Property]
    public void MathNet_agrees_on_factor_inverse_solution_and_determinant(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(1, 15);
        Matrix<double> a = Positive(random, n);
        double[] l = a.ToRowMajorArray(), inverse = new double[n * n], b = new double[n];
        for (int i = 0; i < n; i++) b[i] = random.NextDouble() - 0.5;
        double[] right = [.. b];
        Assert.True(Cholesky.TryFactor(l, n));
        Cholesky.Invert(l, n, inverse);
        Cholesky.Solve(l, n, b);
        var oracle = a.Cholesky();
        Matrix<double> identity = a * Matrix<double>.Build.DenseOfRowMajor(n, n, inverse);
        Vector<double> back = a * Vector<double>.Build.Dense(b);
        for (int i = 0; i < n; i++)
        {
            Near.Relative(right[i], back[i], 0, 1e-9);
            for (int j = 0; j < n; j++)
            {
                Near.Relative(i == j ? 1 : 0, identity[i, j], 0, 1e-8);
                Assert.Equal(inverse[(i * n) + j], inverse[(j * n) + i]);
                if (j <= i) Near.Relative(oracle.Factor[i, j], l[(i * n) + j], 1e-9, 1e-10);
            }
        }
    }

    [Property]
    public void A_matrix_with_a_negative_or_no_direction_is_refused(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(2, 10);

        // Two equal rows and columns, and a diagonal shift that is not positive.
        Matrix<double> a = Positive(random, n);
        a.SetRow(n - 1, a.Row(0));
        a.SetColumn(n - 1, a.Column(0));
        a[n - 1, n - 1] = a[0, 0] * (random.Next(2) == 0 ? 1 - 1e-9 : 0.5);
        Assert.False(Cholesky.TryFactor(a.ToRowMajorArray(), n));
    }

    [Fact]
    public void Not_a_number_is_refused() => Assert.False(Cholesky.TryFactor([double.NaN], 1));

    [Fact]
    public void The_textbook_example_factors()
    {
        double[] a = [4, 99, 99, 12, 37, 99, -16, -43, 98];
        Assert.True(Cholesky.TryFactor(a, 3));
        Assert.Equal([2, 99, 99, 6, 1, 99, -8, 5, 3], a);
    }

    private static Matrix<double> Positive(Random random, int n)
    {
        var root = Matrix<double>.Build.Dense(n, n, (_, _) => random.NextDouble() - 0.5);
        return (root * root.Transpose()) + (0.01 * Matrix<double>.Build.DenseIdentity(n));
    }
}
