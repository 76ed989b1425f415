using System.Globalization;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

public class ShortestIntervalTests
{
    [Fact]
    public void A_density_that_ends_at_a_limit_keeps_its_last_cell()
    {
        // Between some ends 60 steps of a sixtieth lie beyond the upper one by rounding.
        for (var tenths = 1500; tenths < 1800; tenths++)
        {
            double most = tenths / 10.0;
            var result = Dossier.Create().Source("a", Reliability.E).Relate($"killed <= {most.ToString(CultureInfo.InvariantCulture)}").Claim("killed", "about 200", "a").Reconcile();

            Assert.Equal(most, result["killed"].High!.Value, 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Beside_a_point_the_rest_of_a_mixture_keeps_its_shape(double point)
    {
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(point, 0), 0.3), new WeightedMarginal(new Marginal(400, 50), 0.7)], 0.9);

        // Between the point and the normal all of the normal counts, so that only its upper seventh is left out: 1.0676 standard deviations.
        Assert.Equal(point, low, 1e-6);
        Assert.Equal(400 + (1.0676 * 50), high, 0.5);
    }

    [Fact]
    public void A_small_sharp_part_does_not_stretch_the_interval_over_a_gap()
    {
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(4750, 250), 0.98), new WeightedMarginal(new Marginal(37, 1), 0.02)], 0.9);

        // Of the normal 0.90/0.98 are wanted: 1.7430 standard deviations to each side.
        Assert.Equal(4750 - (1.7430 * 250), low, 2.5);
        Assert.Equal(4750 + (1.7430 * 250), high, 2.5);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    public void It_has_its_probability_and_equal_densities_at_its_ends(double level)
    {
        (double Mean, double Sd, double Weight)[] parts = [(400, 60, 0.35), (700, 40, 0.25), (1500, 200, 0.4)];
        var (low, high) = ShortestInterval.Of([.. parts.Select(part => new WeightedMarginal(new Marginal(part.Mean, part.Sd), part.Weight))], level);

        double Cdf(double x) => parts.Sum(part => part.Weight * MathNet.Numerics.Distributions.Normal.CDF(part.Mean, part.Sd, x));
        double Density(double x) => parts.Sum(part => part.Weight * MathNet.Numerics.Distributions.Normal.PDF(part.Mean, part.Sd, x));
        Assert.Equal(level, Cdf(high) - Cdf(low), 2e-3);
        Assert.Equal(1, Density(low) / Density(high), 0.05);
    }

    [Fact]
    public void No_interval_of_the_same_probability_is_shorter()
    {
        (double Mean, double Sd, double Weight)[] parts = [(400, 60, 0.35), (700, 40, 0.25), (1500, 200, 0.4)];
        var (low, high) = ShortestInterval.Of([.. parts.Select(part => new WeightedMarginal(new Marginal(part.Mean, part.Sd), part.Weight))], 0.8);

        double Cdf(double x) => parts.Sum(part => part.Weight * MathNet.Numerics.Distributions.Normal.CDF(part.Mean, part.Sd, x));
        for (var start = 200.0; start < 2000; start += 5)
        {
            if (Cdf(start) < 0.2) Assert.True(Cdf(start + (0.995 * (high - low))) - Cdf(start) < 0.8, $"from {start}");
        }
    }

    [Theory]
    [InlineData(0.5, 0.67449)]
    [InlineData(0.9, 1.64485)]
    [InlineData(0.95, 1.95996)]
    public void Of_a_normal_it_lies_about_the_mean(double level, double deviations)
    {
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(100, 10), 0.3)], level);

        Assert.Equal(100 - (10 * deviations), low, 1e-3);
        Assert.Equal(100 + (10 * deviations), high, 1e-3);
    }

    /// <summary>Whatever the weights add up to, they are shares; two far parts, one part, and a point beside a part.</summary>
    [Theory]
    [InlineData(7, 0.2)]
    [InlineData(7, 40)]
    [InlineData(40, 0.2)]
    [InlineData(0, 0.3)]
    public void Only_the_proportions_of_weights_count(double sd, double times)
    {
        (double Low, double High) Of(double all) => ShortestInterval.Of([new WeightedMarginal(new Marginal(100, 10), 0.6 * all), new WeightedMarginal(new Marginal(220, sd), 0.4 * all)], 0.8);

        Assert.Equal(Of(1).Low, Of(times).Low, 1e-6);
        Assert.Equal(Of(1).High, Of(times).High, 1e-6);
    }

    /// <summary>All intervals of one length are as good there, and rounding must not choose.</summary>
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.4)]
    public void Of_a_plateau_it_is_the_middle(double level)
    {
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(25, 1, 20, 80, new double[Marginal.Points]), 1)], level);

        Assert.Equal(50 - (30 * level), low, 0.01);
        Assert.Equal(50 + (30 * level), high, 0.01);
    }

    /// <summary>Half of a triangle is what lies above the density that leaves half of it, √½ of its base from the peak.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.19)]
    [InlineData(0.96)]
    public void Of_a_triangle_it_is_known(double level)
    {
        var logs = Enumerable.Range(0, Marginal.Points).Select(static i => Math.Log(Math.Min(i, Marginal.Points - 1 - i))).ToArray();
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(50, 1, 20, 80, logs), 1)], level);

        Assert.Equal(50 - (30 * (1 - Math.Sqrt(1 - level))), low, 0.02);
        Assert.Equal(50 + (30 * (1 - Math.Sqrt(1 - level))), high, 0.02);
    }

    [Fact]
    public void As_a_part_gains_weight_the_ends_move_without_jumps_while_it_stays_inside()
    {
        (double Low, double High)? before = null;
        for (var weight = 0.2; weight < 0.8; weight += 0.002)
        {
            var now = ShortestInterval.Of([new WeightedMarginal(new Marginal(4000, 400), 1 - weight), new WeightedMarginal(new Marginal(400, 40), weight)], 0.9);
            if (before is { } last)
            {
                Assert.InRange(now.Low - last.Low, -10, 10);
                Assert.InRange(now.High - last.High, -30, 30);
            }

            before = now;
        }
    }
}
