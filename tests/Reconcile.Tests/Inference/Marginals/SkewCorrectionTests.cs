using FsCheck.Xunit;
using MathNet.Numerics.Integration;
using Reconcile.Figures;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class SkewCorrectionTests
{
    private const double Rest = 1;
    private const double Precision = 0.3;

    /// <summary>The slope at which the cavity mean moves by half its deviation over the grid.</summary>
    private static readonly double Changeover = 0.5 / (Marginal.HalfWidth * Math.Sqrt(1 / ((1 / Rest) - Precision)));

    public static TheoryData<double, double, double, double, double> Shapes => new()
    {
        { -1.0, double.PositiveInfinity, 0.0, 0.0, 0.0 },
        { 2.5, double.PositiveInfinity, 0.0, 0.0, 0.0 },
        { -0.2, double.PositiveInfinity, 0.5, 0.0, 0.0 },
        { 1.0, double.PositiveInfinity, 0.0, 0.0, 2.0 },
        { -0.5, 0.5, 0.1, 0.3, 0.0 },
        { 3.0, 3.1, 0.0, 0.2, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Interpolated_and_direct_corrections_agree_where_one_follows_the_other(double low, double high, double lowShoulder, double highShoulder, double lowTail)
    {
        var shape = new Shape(low, high, lowShoulder, highShoulder, lowTail);
        var (interpolated, direct) = (Corrected(shape, 0.99999 * Changeover), Corrected(shape, 1.00001 * Changeover));

        // Twenty such factors, so that what each errs would add up.
        for (var point = 0; point < Marginal.Points; point++)
        {
            if (direct[point] > 1e-6) Assert.Equal(1, interpolated[point] / direct[point], 2e-3);
        }
    }

    /// <summary>Of one factor the correction is no approximation: what is known of x follows from the joint normal of x and y, and from what the shape leaves of y given x.</summary>
    [Property(MaxTest = 150)]
    public void One_factor_beside_a_normal_gives_the_exact_density(int seed)
    {
        var random = new Random(seed);
        var shape = RandomShape.Next(random);
        var isFunction = random.Next(3) == 0;
        var offset = random.NextDouble() - 0.5;
        // Before the factor x ~ N(0.2, 1.1²), and y given x ~ N(0.3 + slope (x − 0.2), rest).
        var (slope, rest) = ((random.Next(2) == 0 ? 1 : -1) * (0.1 + (1.5 * random.NextDouble())), isFunction ? 0 : 0.2 + random.NextDouble());
        var variance = (slope * slope * 1.21) + rest;
        var tilted = ShapeMoments.Tilt(shape, 0.3 + offset, variance);
        // The site makes of N(0.3, variance) a normal with mean and variance of what the shape leaves.
        var (precision, shift) = ((1 / tilted.Variance) - (1 / variance), ((tilted.Mean - offset) / tilted.Variance) - (0.3 / variance));
        var gain = slope * 1.21 / variance;
        var (mean, sd) = (0.2 + (gain * (tilted.Mean - offset - 0.3)), Math.Sqrt(1.21 + (gain * gain * (tilted.Variance - variance))));
        var after = gain * tilted.Variance / (sd * sd);
        var view = new FactorView(shape, offset, tilted.Mean - offset, after, tilted.Variance, isFunction ? 0 : tilted.Variance - (after * after * sd * sd), precision, shift);

        var marginal = SkewCorrection.Apply([view], mean, sd, 5);

        double Exact(double x) => MathNet.Numerics.Distributions.Normal.PDF(0.2, 1.1, x) * (isFunction
            ? RandomShape.Value(shape, 0.3 + offset + (slope * (x - 0.2)))
            : RandomShape.Integral(shape, 0.3 + offset + (slope * (x - 0.2)), Math.Sqrt(rest), static _ => 1));
        var whole = Enumerable.Range(0, 60).Sum(cell => GaussLegendreRule.Integrate(Exact, marginal.Low - 5 + ((marginal.High - marginal.Low) * cell / 60), marginal.Low - 5 + ((marginal.High - marginal.Low) * (cell + 1) / 60), 3));
        Assert.Equal((mean + 5, sd), (marginal.Mean, marginal.Sd));
        for (var i = 1; i + 1 < Marginal.Points; i++)
        {
            var exact = Exact(marginal.Low - 5 + ((marginal.High - marginal.Low) * i / 60)) / whole;
            Assert.Equal(exact, marginal.Density[i], 0.03 * (exact + 0.01));
        }
    }

    /// <summary>A hard end of a function of x is an end of x.</summary>
    [Theory]
    [InlineData(1, 2.0, 8.0)]
    [InlineData(-1, -8.0, -2.0)]
    public void What_x_itself_cannot_be_is_left_out(int sign, double low, double high)
    {
        // y = 2·x or −2·x has to lie between 1 and 13 when 3 is taken off.
        var view = new FactorView(new Shape(1, 13, 0, 0), -3, 0, 2 * sign, 16, 0, 1e-6, 0);

        var marginal = SkewCorrection.Apply([view], 0, 2, 0);

        Assert.Equal(low, marginal.Low, 1e-9);
        Assert.Equal(high, marginal.High, 1e-9);
    }

    [Fact]
    public void Without_factors_or_where_they_leave_nothing_the_normal_stays()
    {
        var beyond = new FactorView(Shape.AtLeast(100), 0, 0, 1, 4, 0, 1e-6, 0);

        Assert.All([SkewCorrection.Apply([], 1, 2, 3), SkewCorrection.Apply([beyond], 1, 2, 3)], static marginal => Assert.Equal((4, 2, true), (marginal.Mean, marginal.Sd, marginal.IsNormal)));
    }

    [Fact]
    public void Only_a_far_half_line_is_not_felt()
    {
        Assert.True(SkewCorrection.IsUnfelt(Shape.AtLeast(5), 4, 2e-10));
        Assert.False(SkewCorrection.IsUnfelt(Shape.AtLeast(5), 4, 3e-10));
        Assert.False(SkewCorrection.IsUnfelt(new Shape(5, 9, 0, 0), 4, 0));
    }

    private static double[] Corrected(Shape shape, double slope)
    {
        var views = Enumerable.Repeat(new FactorView(shape, 0, 0.4, slope, Rest + (slope * slope), Rest, Precision, 0.1), 20).ToList();
        return [.. SkewCorrection.Apply(views, 0, 1, 0).Density];
    }
}
