using Reconcile.Figures;
using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

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

    private static double[] Corrected(Shape shape, double slope)
    {
        var views = Enumerable.Repeat(new FactorView(shape, 0, 0.4, slope, Rest + (slope * slope), Rest, Precision, 0.1), 20).ToList();
        return [.. SkewCorrection.Apply(views, 0, 1, 0).Density];
    }
}
