using System.Runtime.InteropServices;
using Reconcile.Figures;

namespace Reconcile.Inference.Marginals;

/// <summary>
/// A factor as seen from a quantity x: under the normal approximation its form y has, given x, mean Mean + Slope·(x − mean of x) and variance Rest.
/// </summary>
/// <param name="Shape">The shape of the factor.</param>
/// <param name="Offset">What is added to y before the shape is asked.</param>
/// <param name="Mean">Mean of y.</param>
/// <param name="Slope">Regression of y on x.</param>
/// <param name="Variance">Variance of y.</param>
/// <param name="Rest">Variance of y given x.</param>
/// <param name="Precision">τ of the site of the factor.</param>
/// <param name="Shift">ν of the site.</param>
internal readonly record struct FactorView(Shape Shape, double Offset, double Mean, double Slope, double Variance, double Rest, double Precision, double Shift);

/// <summary>
/// Corrects a normal marginal for skew: p(x) ∝ q(x) · Π Z_i(cavity given x) / its normal part, on a grid of 61 points
/// (Rue, Martino and Chopin 2009 for the idea; the one-step correction of Cseke and Heskes 2011). Plain normal quantiles err by up to 0.7 sd.
/// </summary>
internal static class SkewCorrection
{
    /// <summary>A form whose variance given x is this small a share of its own is a function of x.</summary>
    private const double Determined = 1e-9;

    /// <summary>
    /// A factor whose cavity mean moves by no more than so many of its deviations to either side is smooth enough for a polynomial through five nodes: it errs by less than 1e-4 in the log
    /// (0.5⁵/(5! · 2⁴) times the fifth derivative of a log mass), and many such factors together by less, since what they share of the variance adds up to 1.
    /// </summary>
    private const double MostMovedBetweenNodes = 0.5;

    /// <summary>A site this weak stands for a bound that is far away.</summary>
    public static bool IsUnfelt(in Shape shape, double variance, double precision) => precision * variance < 1e-9 && double.IsInfinity(shape.High);

    /// <param name="views">The factors that are felt.</param>
    /// <param name="mean">Mean of x in the normal approximation.</param>
    /// <param name="sd">Its standard deviation, &gt; 0.</param>
    /// <param name="offset">Added to all results.</param>
    public static Marginal Apply(List<FactorView> views, double mean, double sd, double offset)
    {
        if (views.Count == 0) return new Marginal(mean + offset, sd);
        var (low, high) = (mean - (Marginal.HalfWidth * sd), mean + (Marginal.HalfWidth * sd));
        foreach (ref readonly var view in CollectionsMarshal.AsSpan(views))
        {
            if (!IsDetermined(view)) continue;
            // The factor is a function of x itself: where it is 0, x cannot be.
            var (from, to) = HardEnds(view.Shape);
            var a = mean + ((from - view.Offset - view.Mean) / view.Slope);
            var b = mean + ((to - view.Offset - view.Mean) / view.Slope);
            low = Math.Max(low, Math.Min(a, b));
            high = Math.Min(high, Math.Max(a, b));
        }

        return low < high ? OnGrid(views, mean, sd, offset, low, high) : new Marginal(mean + offset, sd);
    }

    private static bool IsDetermined(in FactorView view) => view.Rest < Determined * view.Variance;

    private static (double From, double To) HardEnds(in Shape shape) => (
        shape.LowShoulder > 0 || shape.LowTail > 0 ? double.NegativeInfinity : shape.Low,
        shape.HighShoulder > 0 || shape.HighTail > 0 ? double.PositiveInfinity : shape.High);

    private static Marginal OnGrid(List<FactorView> views, double mean, double sd, double offset, double low, double high)
    {
        var logDensity = new double[Marginal.Points];
        Span<double> fromMean = stackalloc double[Marginal.Points];
        for (var j = 0; j < fromMean.Length; j++)
        {
            fromMean[j] = low + ((high - low) * j / (fromMean.Length - 1)) - mean;
            var z = fromMean[j] / sd;
            logDensity[j] = -0.5 * z * z;
        }

        foreach (ref readonly var view in CollectionsMarshal.AsSpan(views))
        {
            if (IsDetermined(view)) AddDetermined(view, fromMean, logDensity);
            else AddCorrection(view, fromMean, logDensity);
        }

        return new Marginal(mean + offset, sd, low + offset, high + offset, logDensity);
    }

    /// <summary>Log of what the factor itself says at x over what its site said.</summary>
    private static void AddDetermined(in FactorView view, ReadOnlySpan<double> fromMean, Span<double> log)
    {
        var shape = Softened(view.Shape, view.Variance);
        for (var j = 0; j < log.Length; j++)
        {
            var y = view.Mean + (view.Slope * fromMean[j]);
            log[j] += ShapeMoments.LogShape(shape, y + view.Offset) + (0.5 * view.Precision * y * y) - (view.Shift * y);
        }
    }

    /// <summary>Log of the mass that the factor leaves of its cavity given x, over what its site left.</summary>
    private static void AddCorrection(in FactorView view, ReadOnlySpan<double> fromMean, Span<double> log)
    {
        var cavityPrecision = (1 / view.Rest) - view.Precision;
        if (cavityPrecision <= 0) return;
        var cavityVariance = 1 / cavityPrecision;
        var mass = new ShapeMass(view.Shape, cavityVariance);
        var moved = Math.Abs(view.Slope) * (fromMean[^1] - fromMean[0]) / 2 * Math.Sqrt(cavityVariance) / view.Rest;
        if (moved <= MostMovedBetweenNodes)
        {
            Span<double> atNodes = stackalloc double[NodesOnGrid.Count];
            var (centre, half) = ((fromMean[0] + fromMean[^1]) / 2, (fromMean[^1] - fromMean[0]) / 2);
            for (var node = 0; node < atNodes.Length; node++) atNodes[node] = CorrectionAt(view, mass, cavityVariance, centre + (half * NodesOnGrid.Position(node)));
            NodesOnGrid.AddInterpolated(atNodes, log);
            return;
        }

        for (var j = 0; j < log.Length; j++) log[j] += CorrectionAt(view, mass, cavityVariance, fromMean[j]);
    }

    private static double CorrectionAt(in FactorView view, in ShapeMass mass, double cavityVariance, double fromMean)
    {
        var y = view.Mean + (view.Slope * fromMean);
        var cavityMean = cavityVariance * ((y / view.Rest) - view.Shift);
        return mass.LogAt(cavityMean + view.Offset) + (0.5 * cavityMean * cavityMean / cavityVariance) - (0.5 * y * y / view.Rest);
    }

    /// <summary>At the hard end itself rounding must not decide.</summary>
    private static Shape Softened(Shape shape, double variance)
    {
        var slack = 1e-9 * Math.Sqrt(variance);
        return shape with { Low = shape.Low - slack, High = shape.High + slack };
    }
}
