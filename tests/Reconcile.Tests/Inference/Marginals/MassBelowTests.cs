using FsCheck.Xunit;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class MassBelowTests
{
    private static readonly double[] GapPoints = [0, 1, 3, 4];
    private static readonly double[] GapDensity = [0.5, 0, 0.5];

    [Property(MaxTest = 300)]
    public void The_mass_below_a_point_is_the_area_under_the_lines(int seed)
    {
        var (points, left, right) = Drawn(new Random(seed));
        var below = new MassBelow(points, left, right, new double[points.Length]);

        Assert.Equal(Area(points, left, right, double.MaxValue), below.Total, 1e-12);
        for (var point = points[0] - 0.5; point < points[^1] + 0.5; point += 0.173) Assert.Equal(Area(points, left, right, point), below.Of(point), 1e-12);
    }

    [Property(MaxTest = 300)]
    public void Below_the_quantile_of_a_mass_lies_that_mass(int seed)
    {
        var (points, left, right) = Drawn(new Random(seed));
        var below = new MassBelow(points, left, right, new double[points.Length]);
        for (var share = 0.0; share <= 1; share += 0.0625)
        {
            var quantile = below.Quantile(share * below.Total);

            Assert.InRange(quantile, points[0], points[^1]);
            Assert.Equal(share * below.Total, Area(points, left, right, quantile), 1e-9);
        }
    }

    [Property(MaxTest = 300)]
    public void An_interval_of_some_mass_has_it_or_is_endless(int seed)
    {
        var random = new Random(seed);
        var (points, left, right) = Drawn(random);
        var below = new MassBelow(points, left, right, new double[points.Length]);
        var (start, mass) = (points[0] + ((points[^1] - points[0]) * random.NextDouble()), below.Total * random.NextDouble());
        var from = Area(points, left, right, start);

        var length = below.Length(start, mass);

        if (from + mass > below.Total + 1e-12) Assert.Equal(double.PositiveInfinity, length);
        else if (from + mass < below.Total - 1e-12) Assert.Equal(mass, Area(points, left, right, start + length) - from, 1e-9);
    }

    [Fact]
    public void Of_all_points_with_a_mass_below_them_the_quantile_is_the_first()
    {
        var below = new MassBelow(GapPoints, GapDensity, GapDensity, new double[4]);

        Assert.Equal(1, below.Quantile(0.5), 1e-12);
        Assert.Equal(0.5, below.Of(2), 1e-12);
        Assert.Equal(0, below.Quantile(0));
        Assert.Equal(4, below.Quantile(1), 1e-12);
    }

    /// <summary>Some cells are empty, and the density jumps between cells.</summary>
    private static (double[] Points, double[] Left, double[] Right) Drawn(Random random)
    {
        var points = new double[random.Next(2, 9)];
        for (var i = 1; i < points.Length; i++) points[i] = points[i - 1] + 0.2 + random.NextDouble();
        var (left, right) = (new double[points.Length - 1], new double[points.Length - 1]);
        for (var cell = 0; cell < left.Length; cell++)
        {
            if (cell > 0 && random.Next(4) == 0) continue;
            (left[cell], right[cell]) = (random.Next(4) == 0 ? 0 : random.NextDouble(), 0.1 + random.NextDouble());
        }

        return (points, left, right);
    }

    private static double Area(double[] points, double[] left, double[] right, double end)
    {
        var area = 0.0;
        for (var cell = 0; cell < left.Length; cell++)
        {
            var to = Math.Min(end, points[cell + 1]);
            if (to <= points[cell]) break;
            var share = (to - points[cell]) / (points[cell + 1] - points[cell]);
            area += (to - points[cell]) * (left[cell] + (left[cell] * (1 - share)) + (right[cell] * share)) / 2;
        }

        return area;
    }
}
