using FsCheck.Xunit;
using Reconcile.Figures;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class ShapeMomentsTests
{
    [Property(MaxTest = 200)]
    public void Mass_mean_and_variance_of_a_normal_times_a_shape_are_those_of_quadrature(int seed)
    {
        var random = new Random(seed);
        var shape = RandomShape.Next(random);
        double mean = (4 * random.NextDouble()) - 2, sd = 0.3 + (2 * random.NextDouble());
        var mass = RandomShape.Integral(shape, mean, sd, static _ => 1);
        var first = RandomShape.Integral(shape, mean, sd, static t => t) / mass;
        var second = RandomShape.Integral(shape, mean, sd, t => (t - first) * (t - first)) / mass;

        var tilted = ShapeMoments.Tilt(shape, mean, sd * sd);

        Assert.Equal(Math.Log(mass), tilted.LogMass, 1e-8);
        Assert.Equal(first, tilted.Mean, 1e-8);
        Assert.Equal(second, tilted.Variance, 1e-8);
        Assert.Equal(Math.Log(mass), new ShapeMass(shape, sd * sd).LogAt(mean), 1e-8);
    }

    [Property(MaxTest = 500)]
    public void The_logarithm_of_a_shape_follows_its_definition(int seed)
    {
        var random = new Random(seed);
        var shape = RandomShape.Next(random);
        foreach (var t in (ReadOnlySpan<double>)[shape.Low, shape.High, (8 * random.NextDouble()) - 4, (8 * random.NextDouble()) - 4])
        {
            if (double.IsFinite(t)) Assert.Equal(Math.Log(RandomShape.Value(shape, t)), ShapeMoments.LogShape(shape, t), 1e-9);
        }
    }

    [Fact]
    public void Where_a_shape_leaves_nothing_of_a_normal_the_normal_stays()
    {
        var tilted = ShapeMoments.Tilt(Shape.AtLeast(double.PositiveInfinity), 3, 4);

        Assert.Equal((double.NegativeInfinity, 3, 4), (tilted.LogMass, tilted.Mean, tilted.Variance));
        Assert.Equal(double.NegativeInfinity, new ShapeMass(Shape.AtLeast(double.PositiveInfinity), 4).LogAt(3));
    }

    /// <summary>Far from the plateau each piece is thin, and the one that is left says it all.</summary>
    [Fact]
    public void A_normal_far_below_a_tail_keeps_its_width_and_moves_by_its_variance_over_the_scale()
    {
        // N(t; m, s²) exp(−(L − t)/c) is normal about m + s²/c, of mass exp((m − L)/c + s²/2c²).
        var shape = new Shape(1000, 1100, 0, 0, 40, 0);

        var tilted = ShapeMoments.Tilt(shape, 100, 25);

        Assert.Equal(100 + (25.0 / 40), tilted.Mean, 1e-9);
        Assert.Equal(25, tilted.Variance, 1e-9);
        Assert.Equal((-900.0 / 40) + (25.0 / 3200), tilted.LogMass, 1e-9);
        Assert.Equal(tilted.LogMass, new ShapeMass(shape, 25).LogAt(100), 1e-9);
    }
}
