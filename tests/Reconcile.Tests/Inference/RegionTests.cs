using System.Globalization;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference;

public class RegionTests
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
        var (low, high) = Region.Of([new WeightedMarginal(new Marginal(point, 0), 0.3), new WeightedMarginal(new Marginal(400, 50), 0.7)], 0.9);

        // Of the normal 6/7 are wanted: 1.465 standard deviations to each side.
        Assert.Equal(point, low, 1e-6);
        Assert.InRange(high, 400 + (1.45 * 50), 400 + (1.50 * 50));
    }
}
