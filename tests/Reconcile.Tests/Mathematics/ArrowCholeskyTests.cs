using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

public class ArrowCholeskyTests
{
    public static TheoryData<int[], int> Layouts => new() { { [3, 2, 4, 1], 2 }, { [2, 0, 3], 1 }, { [9, 9], 0 }, { [], 3 }, { [1], 1 }, { [2, 0, 0, 2, 5], 9 } };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Solutions_and_entries_of_the_inverse_are_those_of_the_dense_matrix(int[] sizes, int border)
    {
        var layout = new ArrowLayout(sizes, border);
        var n = layout.Size;
        var (sparse, dense) = Matrix(layout);
        var right = Enumerable.Range(0, n).Select(i => Math.Sin(i)).ToArray();
        var expected = (double[])right.Clone();
        var inverse = new double[n * n];

        Assert.True(Cholesky.TryFactor(dense, n));
        Assert.True(ArrowCholesky.TryFactor(layout, sparse));
        Cholesky.Solve(dense, n, expected);
        Cholesky.Invert(dense, n, inverse);
        ArrowCholesky.Solve(layout, sparse, right);
        var entries = new double[layout.Length];
        ArrowCholesky.Invert(layout, sparse, entries);

        for (var i = 0; i < n; i++)
        {
            Assert.Equal(expected[i], right[i], 1e-10);
            for (var j = 0; j < n; j++)
            {
                if (layout.LocationOf(i, j) is var at and >= 0) Assert.Equal(inverse[(i * n) + j], entries[at], 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void From_the_first_block_and_the_border_covariances_spread_to_the_last_in_reverse(int[] sizes, int border)
    {
        var layout = new ArrowLayout(sizes, border);
        if (layout.Inner == 0) return;
        var reversed = layout.Reversed();
        var (sparse, _) = Matrix(layout);
        var turned = new double[reversed.Length];
        layout.CopyReversed(sparse, reversed, turned);
        Assert.True(ArrowCholesky.TryFactor(layout, sparse));
        Assert.True(ArrowCholesky.TryFactor(reversed, turned));
        var expected = new double[layout.Size];
        expected[0] = 1;
        ArrowCholesky.Solve(layout, sparse, expected);
        var actual = (double[])expected.Clone();
        actual.AsSpan(layout.Starts[1]..layout.Inner).Clear();
        for (var block = 1; block < layout.Blocks; block++)
        {
            ArrowCholesky.Spread(
                reversed,
                turned,
                layout.Blocks - 1 - block,
                actual.AsSpan(layout.Starts[block - 1]..layout.Starts[block]),
                actual.AsSpan(layout.Inner),
                actual.AsSpan(layout.Starts[block]..layout.Starts[block + 1]));
        }

        for (var i = 0; i < layout.Size; i++) Assert.Equal(expected[i], actual[i], 1e-10);
    }

    [Fact]
    public void Coordinates_two_blocks_apart_never_meet()
    {
        var layout = new ArrowLayout([1, 1, 1], 1);

        Assert.Equal(-1, layout.LocationOf(2, 0));
        Assert.True(layout.LocationOf(3, 0) >= 0);
        Assert.Equal(layout.LocationOf(1, 2), layout.LocationOf(2, 1));
    }

    [Fact]
    public void What_is_not_positive_definite_is_told()
    {
        var layout = new ArrowLayout([1, 1], 1);
        var matrix = new double[layout.Length];
        foreach (var (i, j, value) in (ReadOnlySpan<(int, int, double)>)[(0, 0, 1), (1, 1, 1), (2, 2, 1), (0, 1, 1)]) matrix[layout.LocationOf(i, j)] = value;

        Assert.False(ArrowCholesky.TryFactor(layout, matrix));
    }

    private static (double[] Sparse, double[] Dense) Matrix(ArrowLayout layout)
    {
        var n = layout.Size;
        var random = new Random(n);
        var (sparse, dense) = (new double[layout.Length], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (layout.LocationOf(i, j) is not (var at and >= 0)) continue;
                sparse[at] = dense[(i * n) + j] = dense[(j * n) + i] = i == j ? n : (2 * random.NextDouble()) - 1;
            }
        }

        return (sparse, dense);
    }
}
