using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

[Properties(EndSize = 1_000_000)]
public class LinearProgramTests
{
    [Property(MaxTest = 300)]
    public void Tiny_programs_agree_with_the_enumeration_of_all_vertices(int seed)
    {
        var random = new Random(seed);
        var data = new RandomProgram(random, random.Next(1, 4), random.Next(0, 5));
        double[] form = [.. Enumerable.Range(0, data.Variables).Select(_ => (double)random.Next(-2, 3))];
        LinearProgram program = data.Build();
        var expected = VertexEnumeration.Range(data, form);
        Assert.Equal(expected is not null, program.IsFeasible());
        if (expected is not { } range) return;
        (double low, double high) = program.Range(form);
        Near.Relative(range.Low, low, 1e-7, 1e-7);
        Near.Relative(range.High, high, 1e-7, 1e-7);
    }

    [Property(MaxTest = 300)]
    public void The_answer_is_a_point_or_a_proof(int seed)
    {
        var random = new Random(seed);
        var data = new RandomProgram(random, random.Next(1, 25), random.Next(1, 25), random.NextDouble());
        Proof proof = new(data);
        if (proof.IsFeasible) Assert.True(data.Keeps(proof.Point, 1e-8));
        else proof.AssertContradiction();
    }

    [Property(MaxTest = 200)]
    public void A_proof_names_a_minimal_contradiction(int seed)
    {
        var random = new Random(seed);
        var data = new RandomProgram(random, random.Next(1, 9), random.Next(1, 9));
        Proof proof = new(data);
        if (proof.IsFeasible) return;
        int all = data.Variables + data.Rows;
        Assert.False(Named(-1).IsFeasible());
        for (int k = 0; k < all; k++)
        {
            if (proof.Multipliers[k] != 0) Assert.True(Named(k).IsFeasible(), "not needed: " + k);
        }

        // Only the bounds that the proof names, without that of one of them.
        LinearProgram Named(int without)
        {
            LinearProgram program = data.Build();
            for (int k = 0; k < all; k++)
            {
                double y = k == without ? 0 : proof.Multipliers[k];
                double low = y > 0 ? proof.Low(k) : double.NegativeInfinity, high = y < 0 ? proof.High(k) : double.PositiveInfinity;
                if (k < data.Variables) program.SetVariable(k, low, high);
                else program.SetRow(k - data.Variables, low, high);
            }

            return program;
        }
    }

    [Property(MaxTest = 100)]
    public void Solving_again_after_changes_is_like_solving_anew(int seed)
    {
        var random = new Random(seed);
        var data = new RandomProgram(random, random.Next(1, 9), random.Next(1, 12));
        double[] form = [.. Enumerable.Range(0, data.Variables).Select(_ => (double)random.Next(-2, 3))];
        LinearProgram used = data.Build();
        for (int change = 0; change < 12; change++)
        {
            int row = random.Next(data.Rows);
            (data.RowLow[row], data.RowHigh[row]) = random.Next(2) == 0
                ? (double.NegativeInfinity, double.PositiveInfinity)
                : (random.Next(-4, 1), random.Next(1, 5));
            used.SetRow(row, data.RowLow[row], data.RowHigh[row]);
            LinearProgram anew = data.Build();
            bool feasible = anew.IsFeasible();
            Assert.Equal(feasible, used.IsFeasible());
            if (!feasible) continue;
            Assert.True(data.Keeps(used.Point, 1e-8));
            (double low, double high) = used.Range(form);
            Near.Relative(anew.Range(form).Low, low, 1e-8, 1e-8);
            Near.Relative(anew.Range(form).High, high, 1e-8, 1e-8);
        }
    }

    [Property]
    public void The_unit_of_the_bounds_does_not_matter(int seed, byte power)
    {
        var random = new Random(seed);
        var data = new RandomProgram(random, random.Next(1, 9), random.Next(1, 9));
        bool feasible = data.Build().IsFeasible();
        double unit = Math.Pow(10, (power % 25) - 12);
        foreach (double[] bounds in new[] { data.Low, data.High, data.RowLow, data.RowHigh })
        {
            for (int i = 0; i < bounds.Length; i++) bounds[i] *= unit;
        }

        Assert.Equal(feasible, data.Build().IsFeasible());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-10, true)]
    [InlineData(1e-6, false)]
    public void Touching_sums_hold_and_a_millionth_too_much_does_not(double excess, bool feasible)
    {
        foreach (double unit in new[] { 1e-3, 1, 1e9 })
        {
            // a + b = total, with a, b and the total all fixed.
            var program = new LinearProgram(3, 1);
            program.SetVariable(0, 0.1 * unit, 0.1 * unit);
            program.SetVariable(1, 0.2 * unit, 0.2 * unit);
            program.SetVariable(2, 0.3 * (1 + excess) * unit, 0.3 * (1 + excess) * unit);
            program.SetRow(0, 0, 0);
            program.SetCoefficient(0, 0, 1);
            program.SetCoefficient(0, 1, 1);
            program.SetCoefficient(0, 2, -1);
            Assert.Equal(feasible, program.IsFeasible());
        }
    }

    /// <summary>E. M. L. Beale's example (1955), on which the plain simplex method cycles: the minimum is −1.25.</summary>
    [Fact]
    public void The_classical_cycling_example_ends()
    {
        var program = new LinearProgram(4, 3);
        double[][] rows = [[0.25, -8, -1, 9], [0.5, -12, -0.5, 3], [0, 0, 1, 0]];
        for (int j = 0; j < 4; j++) program.SetVariable(j, 0, double.PositiveInfinity);
        for (int i = 0; i < 3; i++)
        {
            program.SetRow(i, double.NegativeInfinity, i == 2 ? 1 : 0);
            for (int j = 0; j < 4; j++) program.SetCoefficient(i, j, rows[i][j]);
        }

        (double low, double high) = program.Range([-0.75, 20, -0.5, 6]);
        Near.Relative(-1.25, low, 1e-12);
        Assert.Equal(double.PositiveInfinity, high);
        Assert.InRange(program.Pivots, 1, 100);
    }

    [Fact]
    public void Open_forms_and_empty_rows_have_their_ranges()
    {
        var program = new LinearProgram(2, 1);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), program.Range([1, 1]));
        Assert.Equal((0, 0), program.Range([0, 0]));
        program.SetRow(0, 1, 2);
        double[] y = new double[1], z = new double[2];
        Assert.False(program.IsFeasible(y, z));
        Assert.Equal([1], y);
        Assert.Equal([0, 0], z);
        Assert.Throws<NumericalLimitException>(() => program.Range([1, 0]));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var program = new LinearProgram(1, 1);
        Assert.Throws<ArgumentException>(() => program.SetRow(0, 2, 1));
        Assert.Throws<ArgumentException>(() => program.SetVariable(0, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.SetVariable(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.SetCoefficient(0, 0, double.NaN));
        Assert.Throws<ArgumentException>(() => program.Range([1, 2]));
    }

    /// <summary>The answer of a program with its multipliers, variables first.</summary>
    private sealed class Proof
    {
        private readonly RandomProgram _data;

        public Proof(RandomProgram data)
        {
            _data = data;
            LinearProgram program = data.Build();
            double[] y = new double[data.Rows], z = new double[data.Variables];
            IsFeasible = program.IsFeasible(y, z);
            Multipliers = [.. z, .. y];
            Point = program.Point.ToArray();
        }

        public bool IsFeasible { get; }

        public double[] Multipliers { get; }

        public double[] Point { get; }

        public double Low(int k) => k < _data.Variables ? _data.Low[k] : _data.RowLow[k - _data.Variables];

        public double High(int k) => k < _data.Variables ? _data.High[k] : _data.RowHigh[k - _data.Variables];

        public void AssertContradiction()
        {
            double bound = 0;
            for (int k = 0; k < Multipliers.Length; k++)
            {
                if (Multipliers[k] != 0) bound += Multipliers[k] * (Multipliers[k] > 0 ? Low(k) : High(k));
            }

            Assert.True(bound > 1e-7 && double.IsFinite(bound), "the bounds add up to " + bound);
            Assert.Equal(1, Multipliers.Max(Math.Abs));
            for (int j = 0; j < _data.Variables; j++)
            {
                double sum = Multipliers[j];
                for (int i = 0; i < _data.Rows; i++) sum += Multipliers[_data.Variables + i] * _data.Coefficients[i][j];
                Near.Relative(0, sum, 0, 1e-8);
            }
        }
    }
}
