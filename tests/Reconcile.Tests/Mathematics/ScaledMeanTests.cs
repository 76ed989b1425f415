using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

[Properties(EndSize = 1_000_000)]
public class ScaledMeanTests
{
    /// <summary>
    /// Mass of the charged kaon in MeV, by the measurements that the Particle Data Group averages: Denisov 1991, Gall 1988, Lum 1981, Barkov 1979,
    /// Cheng 1975, Backenstoss 1973.
    /// </summary>
    private static readonly double[] KaonMass = [493.696, 493.636, 493.640, 493.670, 493.657, 493.691];

    private static readonly double[] KaonErrors = [0.007, 0.011, 0.054, 0.029, 0.020, 0.040];

    /// <summary>Review of Particle Physics: 493.677 ± 0.013 MeV, S = 2.4.</summary>
    [Fact]
    public void The_mass_of_the_charged_kaon_is_the_published_one()
    {
        var mass = ScaledMean.Of(KaonMass, KaonErrors);

        Assert.Equal(493.677, mass.Value, 0.0005);
        Assert.Equal(0.013, mass.StandardError, 0.0005);
        Assert.Equal(2.4, mass.Scale, 0.05);
    }

    /// <summary>The error of Lum's measurement is over 3 √6 times that of the mean: counted in, it would hide how far the others lie apart.</summary>
    [Fact]
    public void A_measurement_with_a_large_error_has_no_part_in_the_scale()
    {
        var mass = ScaledMean.Of(KaonMass, KaonErrors);
        double[] pulls = [.. KaonMass.Zip(KaonErrors, (value, error) => (value - mass.Value) * (value - mass.Value) / (error * error))];

        Near.Relative(Math.Sqrt((pulls.Sum() - pulls[2]) / 4), mass.Scale, 1e-9);
        Assert.True(mass.Scale > Math.Sqrt(pulls.Sum() / 5) + 0.2);
    }

    [Fact]
    public void One_measurement_is_its_own_mean() => Assert.Equal(new ScaledMean(400, 25, 1), ScaledMean.Of([400], [25]));

    [Fact]
    public void Measurements_that_agree_better_than_their_errors_are_not_scaled()
    {
        var mean = ScaledMean.Of([400, 402], [20, 20]);

        Assert.Equal((401.0, 1.0), (mean.Value, mean.Scale));
        Near.Relative(20 / Math.Sqrt(2), mean.StandardError, 1e-12);
    }

    [Property]
    public void It_lies_between_the_least_and_the_greatest_and_scales_with_the_unit(int seed)
    {
        var (values, errors) = Measurements.Draw(seed);
        var mean = ScaledMean.Of(values, errors);
        var larger = ScaledMean.Of([.. values.Select(value => 1000 * value)], [.. errors.Select(error => 1000 * error)]);

        Assert.InRange(mean.Value, values.Min() - (1e-12 * Math.Abs(values.Min())), values.Max() + (1e-12 * Math.Abs(values.Max())));
        Assert.True(mean is { Scale: >= 1, StandardError: > 0 });
        Near.Relative(1000 * mean.Value, larger.Value, 1e-9);
        Near.Relative(1000 * mean.StandardError, larger.StandardError, 1e-9);
        Near.Relative(mean.Scale, larger.Scale, 1e-9);
    }
}
