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
