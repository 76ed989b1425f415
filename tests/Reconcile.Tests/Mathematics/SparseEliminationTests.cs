using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

public class SparseEliminationTests
{
    private const int Variables = 8;
    private const int Rows = 7;

    [Property(MaxTest = 500)]
    public void Each_row_that_is_done_is_the_sum_of_the_rows_by_their_multipliers(int seed)
    {
        var (elimination, rows, values) = Random(seed);

        foreach (var done in elimination.Done(long.MaxValue))
        {
            var multipliers = elimination.MultipliersOf(done);
            for (var variable = 0; variable < Variables; variable++)
            {
                Assert.Equal(multipliers.Zip(rows, (multiplier, row) => multiplier * row[variable]).Sum(), elimination[done].GetValueOrDefault(variable), 1e-6);
            }

            Assert.Equal(multipliers.Zip(values, (multiplier, value) => multiplier * value).Sum(), elimination.ValueOf(done), 1e-6);
        }
    }

    [Property(MaxTest = 500)]
    public void All_rows_are_done_once_and_those_without_variables_come_last(int seed)
    {
        var (elimination, _, _) = Random(seed);

        var done = elimination.Done(long.MaxValue).ToArray();

        Assert.Equal(Enumerable.Range(0, Rows), done.Order());
        Assert.True(done.SkipWhile(row => elimination[row].Count > 0).All(row => elimination[row].Count == 0));
    }

    [Fact]
    public void After_so_much_work_it_ends()
    {
        var (elimination, _, _) = Random(1);

        Assert.True(elimination.Done(3).Count() < Rows);
    }

    /// <summary>The last row may be the sum of the first two, as it is written or with another value.</summary>
    private static (SparseElimination Elimination, double[][] Rows, double[] Values) Random(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Variables).Select(_ => random.Next(3) == 0 ? (double)random.Next(-3, 4) : 0).ToArray()).ToArray();
        var values = Enumerable.Range(0, Rows).Select(_ => (double)random.Next(-9, 10)).ToArray();
        if (random.Next(2) == 0) rows[^1] = [.. rows[0].Zip(rows[1], (a, b) => a + b)];
        var elimination = new SparseElimination(Variables, Rows);
        for (var row = 0; row < Rows; row++)
        {
            int[] variables = [.. Enumerable.Range(0, Variables).Where(variable => rows[row][variable] != 0)];
            elimination.SetRow(row, variables, [.. variables.Select(variable => rows[row][variable])], values[row]);
        }

        return (elimination, rows, values);
    }
}
