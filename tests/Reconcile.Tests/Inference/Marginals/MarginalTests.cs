using FsCheck.Xunit;
using Reconcile.Inference.Marginals;
using Reconcile.Modelling;
using Xunit;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Reconcile.Tests.Inference.Marginals;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class MarginalTests
{
    [Fact]
    public void Half_of_a_normal_ends_where_it_was_cut()
    {
        var half = new Marginal(100, 10).Within(new Interval(100, double.PositiveInfinity));
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(half, 1)], 0.9);

        Assert.Equal(100, low, 1e-9);
        // Of a half normal 90 % lie within 1.645 standard deviations.
        Assert.Equal(116.45, high, 0.1);
        Assert.Equal((100, 10), (half.Mean, half.Sd));
    }

    [Fact]
    public void Limits_that_hold_all_or_nothing_change_nothing()
    {
        var marginal = new Marginal(100, 10);

        Assert.Same(marginal, marginal.Within(Interval.All));
        Assert.Same(marginal, marginal.Within(new Interval(0, 500)));
        Assert.Same(marginal, marginal.Within(new Interval(300, 500)));
        Assert.Same(marginal, marginal.Within(new Interval(130, 130)));
    }

    [Fact]
    public void Limits_where_its_density_is_nothing_change_nothing()
    {
        var log = new double[Marginal.Points];
        for (var i = 20; i < log.Length; i++) log[i] = double.NegativeInfinity;
        var marginal = new Marginal(10, 5, 0, 60, log);

        Assert.Same(marginal, marginal.Within(new Interval(30, 40)));
        Assert.NotSame(marginal, marginal.Within(new Interval(10, 40)));
    }

    [Property(MaxTest = 100)]
    public void A_normal_that_was_cut_is_a_truncated_normal(int seed)
    {
        var random = new Random(seed);
        double low = 100 + (10 * ((4 * random.NextDouble()) - 3)), high = low + 5 + (30 * random.NextDouble());
        var mass = Normal.CDF(100, 10, high) - Normal.CDF(100, 10, low);
        double a = Normal.PDF(0, 1, (low - 100) / 10), b = Normal.PDF(0, 1, (high - 100) / 10);
        var mean = 100 + (10 * (a - b) / mass);
        var variance = 100 * (1 + (((((low - 100) / 10) * a) - (((high - 100) / 10) * b)) / mass) - Math.Pow((a - b) / mass, 2));

        var cut = new Marginal(100, 10).Within(new Interval(low, high));

        Assert.Equal((low, high, false, false), (cut.Low, cut.High, cut.IsNormal, cut.IsPoint));
        Assert.Equal(1, cut.Factor);
        for (var i = 0; i < Marginal.Points; i++)
        {
            var expected = Normal.PDF(100, 10, low + ((high - low) * i / (Marginal.Points - 1))) / mass;
            Assert.Equal(expected, cut.Density[i], (0.02 * expected) + 2e-4);
        }

        Assert.Equal(mean, cut.Moments().Mean, 0.03);
        Assert.Equal(Math.Sqrt(variance), cut.Moments().Deviation, 0.03);
    }

    [Property(MaxTest = 100)]
    public void A_density_that_is_given_at_points_has_the_mass_1_whatever_its_constant(int seed)
    {
        var random = new Random(seed);
        var logs = Enumerable.Range(0, Marginal.Points).Select(_ => 5 * random.NextDouble()).ToArray();
        logs[random.Next(logs.Length)] = double.NegativeInfinity;
        var marginal = new Marginal(0, 1, -20, 40, [.. logs.Select(log => log + 700)]);
        var density = marginal.Density.ToArray();

        Assert.Equal(1, density.Zip(density.Skip(1), static (a, b) => (a + b) / 2).Sum(), 1e-12);
        Assert.All(Enumerable.Range(1, density.Length - 1), i => Assert.Equal(Math.Exp(logs[i]) * density[0], Math.Exp(logs[0]) * density[i], 1e-9));
    }

    [Fact]
    public void Where_it_is_all_the_same_mean_and_deviation_are_those_of_a_uniform_distribution()
    {
        var (mean, deviation) = new Marginal(7, 3, 20, 80, new double[Marginal.Points]).Moments();

        Assert.Equal(50, mean, 1e-9);
        Assert.Equal(60 / Math.Sqrt(12), deviation, 0.01);
        Assert.Equal((7, 3), new Marginal(7, 3).Moments());
    }

    [Fact]
    public void A_normal_has_a_mass_of_1_and_reaches_six_deviations_to_each_side()
    {
        var marginal = new Marginal(7, 3);

        Assert.Equal((-11, 25, true, false), (marginal.Low, marginal.High, marginal.IsNormal, marginal.IsPoint));
        Assert.Equal(Normal.PDF(7, 3, 7), marginal.Density[30] * marginal.Factor, 1e-4);
        Assert.Equal(Normal.PDF(7, 3, 10), marginal.Density[35] * marginal.Factor, 1e-4);
        Assert.True(new Marginal(7, 0).IsPoint);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(1, 3)]
    [InlineData(1.25, 2)]
    [InlineData(2, -1)]
    [InlineData(-0.5, 0)]
    [InlineData(2.5, -3)]
    public void Between_its_points_and_beyond_them_a_density_goes_on_in_a_line(double position, double expected) => Assert.Equal(expected, Marginal.Between([1, 3, -1], position), 1e-12);
}
