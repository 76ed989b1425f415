using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

[Properties(EndSize = 1_000_000)]
public class EliminationTests
{
    [Property(MaxTest = 300)]
    public void Pivot_variables_follow_from_the_free_ones(int seed)
    {
        var random = new Random(seed);
        int m = random.Next(1, 8), n = random.Next(1, 8);
        double[] e = Dependent(random, m, n), d = new double[m];
        double[] x = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(-9, 10) * 100)];
        for (int i = 0; i < m; i++) d[i] = RandomProgram.Dot(e.AsSpan(i * n, n), x);
        double[] reduced = [.. e], right = [.. d];
        int[] pivots = new int[Math.Min(m, n)];
        Assert.True(Elimination.TryReduce(reduced, right, m, n, pivots, out int rank));
        Assert.Equal(Matrix<double>.Build.DenseOfRowMajor(m, n, e).Rank(), rank);

        // Any values of the free variables, and the pivots that go with them, solve the original system.
        double[] other = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        for (int k = 0; k < rank; k++) other[pivots[k]] = 0;
        for (int k = 0; k < rank; k++)
        {
            for (int i = 0; i < m; i++) Assert.Equal(i == k ? 1 : 0, reduced[(i * n) + pivots[k]]);
        }

        double[] solved = [.. other];
        for (int k = 0; k < rank; k++) solved[pivots[k]] = right[k] - RandomProgram.Dot(reduced.AsSpan(k * n, n), other);
        for (int i = 0; i < m; i++) Near.Relative(d[i], RandomProgram.Dot(e.AsSpan(i * n, n), solved), 1e-9, 1e-7);
        Assert.All(reduced.AsSpan(rank * n).ToArray(), entry => Assert.Equal(0, entry));
    }

    [Property]
    public void A_contradicting_copy_is_found_and_an_exact_one_dropped(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(2, 8);
        double[] row = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() + 0.1)];
        double[] e = [.. row, .. row.Select(a => 3 * a)];
        int[] pivots = new int[2];
        Assert.True(Elimination.TryReduce([.. e], [7, 21], 2, n, pivots, out int rank));
        Assert.Equal(1, rank);
        Assert.False(Elimination.TryReduce([.. e], [7, 21 * (1 + 1e-6)], 2, n, pivots, out _));
    }

    [Fact]
    public void A_sum_gives_the_first_of_its_largest_terms()
    {
        double[] e = [1, -1, -1], d = [0];
        int[] pivots = new int[1];
        Assert.True(Elimination.TryReduce(e, d, 1, 3, pivots, out int rank));
        Assert.Equal((1, 0), (rank, pivots[0]));
        Assert.Equal([1, -1, -1], e);
    }

    [Fact]
    public void An_empty_equation_holds_only_for_zero()
    {
        Assert.True(Elimination.TryReduce([0, 0], [0], 1, 2, new int[1], out int rank));
        Assert.Equal(0, rank);
        Assert.False(Elimination.TryReduce([0, 0], [5], 1, 2, new int[1], out _));
    }

    private static double[] Dependent(Random random, int m, int n)
    {
        double[] e = new double[m * n];
        for (int i = 0; i < m; i++)
        {
            bool copies = i > 1 && random.Next(3) == 0;
            for (int j = 0; j < n; j++) e[(i * n) + j] = copies ? e[((i - 1) * n) + j] - (2 * e[((i - 2) * n) + j]) : random.Next(-2, 3);
        }

        return e;
    }
}
