using FsCheck.Xunit;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

/// <summary>
/// Reference values: 700-digit decimal arithmetic, the power series φ(x) Σ x^(2k+1)/(2k+1)!! up to |x| = 12 and Laplace's continued fraction with
/// 4,000 levels beyond, rounded to double once at the end.
/// </summary>
[Properties(EndSize = 1_000_000)]
public class StandardNormalTests
{
    public static TheoryData<double, double, double> Tails { get; } = new()
    {
        { -38, 2.88542835e-316, -726.5572160188201 },
        { -30, 4.906713927148187e-198, -454.3212439563432 },
        { -20, 2.7536241186062337e-89, -203.91715537109727 },
        { -12.5, 3.732564298877713e-36, -81.57596787074388 },
        { -8, 6.220960574271784e-16, -35.01343715991455 },
        { -5.7, 5.9903714010635345e-09, -18.933112423224742 },
        { -3.1, 0.0009676032132183569, -6.940688458421228 },
        { -1, 0.15865525393145705, -1.8410216450092636 },
        { -0.7, 0.241963652223073, -1.4189677615315317 },
        { -0.6, 0.2742531177500736, -1.293703811614028 },
        { -0.001, 0.49960105778608893, -0.6939453834669652 },
        { 0.3, 0.6179114221889527, -0.4814101615884812 },
        { 1, 0.8413447460685429, -0.17275377902344988 },
        { 4, 0.9999683287581669, -3.167174337748927e-05 },
        { 9, 1.0, -1.1285884059538405e-19 },
    };

    public static TheoryData<double, double> ScaledComplements { get; } = new()
    {
        { -20, 1.0442939379528289e+174 },
        { -3, 16205.988853999586 },
        { -0.5, 1.952360489182557 },
        { -0.3, 1.4537492328427655 },
        { 0.1, 0.8964569799691267 },
        { 0.46, 0.636787383832713 },
        { 0.48, 0.6260896551825833 },
        { 1.5, 0.3215854164543175 },
        { 3.9, 0.14031418160068973 },
        { 4.1, 0.13383411641865198 },
        { 10, 0.05614099274382259 },
        { 300, 0.0018806214973780646 },
    };

    public static TheoryData<double, double> Quantiles { get; } = new()
    {
        { 1e-300, -37.0470962993612 },
        { 1e-50, -14.933337534788489 },
        { 1e-20, -9.262340089798407 },
        { 1e-10, -6.361340902404057 },
        { 0.001, -3.0902323061678136 },
        { 0.05, -1.6448536269514726 },
        { 0.07, -1.4757910281791706 },
        { 0.08, -1.4050715603096327 },
        { 0.3, -0.5244005127080408 },
        { 0.5, 0.0 },
        { 0.6, 0.2533471031357997 },
        { 0.9, 1.2815515655446006 },
        { 0.975, 1.9599639845400538 },
        { 0.999999, 4.753424308817087 },
    };

    [Theory]
    [MemberData(nameof(Tails))]
    public void The_cdf_and_its_logarithm_have_fourteen_digits(double x, double cdf, double log)
    {
        // A subnormal result has fewer digits to give.
        Near.Relative(cdf, StandardNormal.Cdf(x), cdf < 1e-300 ? 1e-8 : 1e-14);
        Near.Relative(log, StandardNormal.LogCdf(x), 1e-14);
    }

    [Theory]
    [MemberData(nameof(ScaledComplements))]
    public void The_scaled_complement_has_fourteen_digits(double x, double expected) =>
        Near.Relative(expected, StandardNormal.ScaledErfc(x), 1e-14);

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void The_quantile_has_fourteen_digits(double p, double expected) =>
        Near.Relative(expected, StandardNormal.Quantile(p), 1e-14);

    [Fact]
    public void Extreme_arguments_have_their_limits()
    {
        Assert.Equal(0, StandardNormal.Cdf(double.NegativeInfinity));
        Assert.Equal(1, StandardNormal.Cdf(double.PositiveInfinity));
        Assert.Equal(-5000000000000019.0, StandardNormal.LogCdf(-1e8));
        Assert.Equal(0, StandardNormal.LogCdf(double.PositiveInfinity));
        Near.Relative(1 / (1e200 * Math.Sqrt(Math.PI)), StandardNormal.ScaledErfc(1e200), 1e-15);
        Assert.Equal(0, StandardNormal.ScaledErfc(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, StandardNormal.ScaledErfc(-30));
        Assert.Equal(double.NegativeInfinity, StandardNormal.Quantile(0));
        Assert.Equal(double.PositiveInfinity, StandardNormal.Quantile(1));
        Assert.True(double.IsNaN(StandardNormal.Quantile(-0.1)));
        Assert.True(double.IsNaN(StandardNormal.Quantile(1.5)));
        Assert.True(double.IsNaN(StandardNormal.Cdf(double.NaN)));
    }

    [Property]
    public void MathNet_agrees_where_it_is_right(int seed)
    {
        double x = (new Random(seed).NextDouble() * 12) - 6;
        Near.Relative(Normal.CDF(0, 1, x), StandardNormal.Cdf(x), 1e-12);
        Near.Relative(Normal.PDFLn(0, 1, x), StandardNormal.LogDensity(x), 1e-14);
        double y = Math.Abs(x) / 2;
        Near.Relative(SpecialFunctions.Erfc(y) * Math.Exp(y * y), StandardNormal.ScaledErfc(y), 1e-12);
    }

    [Property]
    public void The_quantile_undoes_the_cdf(int seed)
    {
        double x = (new Random(seed).NextDouble() * 38) - 37;
        Near.Relative(x, StandardNormal.Quantile(StandardNormal.Cdf(x)), 1e-13, 1e-13);
    }

    [Property]
    public void The_two_tails_add_up_to_one(int seed)
    {
        double x = (new Random(seed).NextDouble() * 20) - 10;
        Near.Relative(1, StandardNormal.Cdf(x) + StandardNormal.Cdf(-x), 1e-15);
        Near.Relative(2, (StandardNormal.ScaledErfc(x / 4) + StandardNormal.ScaledErfc(-x / 4)) / Math.Exp(x * x / 16), 1e-14);
    }
}
