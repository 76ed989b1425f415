using Reconcile.Figures;

namespace Reconcile.Inference;

/// <summary>
/// Marginals of states, corrected for skew: p(x) ∝ q(x) · Π Z_i(cavity given x) / its normal part, on a grid of 61 points
/// (Rue, Martino and Chopin 2009 for the idea; the one-step correction of Cseke and Heskes 2011). Plain normal quantiles err by up to 0.7 sd.
/// </summary>
internal sealed class MarginalBuilder
{
    private const int Points = 61;
    private const double HalfWidth = 6;

    /// <summary>Factors that share less of the variance of the quantity than this are skipped.</summary>
    private const double LeastSharedVariance = 1e-6;

    private readonly Posterior _posterior;
    private readonly double[] _spread;
    private readonly double[] _otherSpread;

    public MarginalBuilder(Posterior posterior)
    {
        _posterior = posterior;
        _spread = new double[posterior.Factors.Dimension];
        _otherSpread = new double[posterior.Factors.Dimension];
    }

    /// <summary>The marginal of direction · z + offset.</summary>
    public Marginal Of(double[] direction, double offset)
    {
        _posterior.Spread(direction, _spread);
        var variance = Vectors.Dot(direction, _spread);
        var mean = _posterior.MeanOf(direction);
        if (!(variance > 0)) return new Marginal(mean + offset, 0);
        var sd = Math.Sqrt(variance);
        var relevant = Relevant(variance, mean, out var low, out var high);
        if (relevant.Count == 0) return new Marginal(mean + offset, sd);
        return Corrected(relevant, mean, sd, offset, Math.Max(low, mean - (HalfWidth * sd)), Math.Min(high, mean + (HalfWidth * sd)));
    }

    /// <summary>A factor as seen from x: its form y has mean + slope·(x − mean of x) and the rest variance, given x.</summary>
    private readonly record struct View(Factor Factor, double Mean, double Slope, double Variance, double Rest, double Precision, double Shift);

    private List<View> Relevant(double variance, double mean, out double low, out double high)
    {
        var views = new List<View>();
        (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < _posterior.Factors.Others.Count; i++)
        {
            var (precision, shift) = (_posterior.SitePrecisions[i], _posterior.SiteShifts[i]);
            if (precision == 0 && shift == 0) continue;
            var factor = _posterior.Factors.Others[i];
            _posterior.Spread(factor.Direction, _otherSpread);
            var own = Vectors.Dot(factor.Direction, _otherSpread);
            var shared = Vectors.Dot(factor.Direction, _spread);
            var correlation = shared * shared / (own * variance);
            if (correlation < LeastSharedVariance || IsUnfelt(factor, own, precision)) continue;
            var slope = shared / variance;
            var view = new View(factor, _posterior.MeanOf(factor.Direction), slope, own, own * Math.Max(0, 1 - correlation), precision, shift);
            views.Add(view);
            if (view.Rest >= 1e-9 * own) continue;
            // The factor is a function of x itself: where it is 0, x cannot be.
            var (from, to) = HardEnds(factor.Shape);
            var a = mean + ((from - factor.Offset - view.Mean) / slope);
            var b = mean + ((to - factor.Offset - view.Mean) / slope);
            low = Math.Max(low, Math.Min(a, b));
            high = Math.Min(high, Math.Max(a, b));
        }

        return views;
    }

    /// <summary>A site this weak stands for a bound that is far away.</summary>
    private static bool IsUnfelt(Factor factor, double variance, double precision) => precision * variance < 1e-9 && double.IsInfinity(factor.Shape.High);

    private static (double From, double To) HardEnds(in Shape shape) => (
        shape.LowShoulder > 0 || shape.LowTail > 0 ? double.NegativeInfinity : shape.Low,
        shape.HighShoulder > 0 || shape.HighTail > 0 ? double.PositiveInfinity : shape.High);

    private static Marginal Corrected(List<View> views, double mean, double sd, double offset, double low, double high)
    {
        var points = new double[Points];
        var logDensity = new double[Points];
        for (var j = 0; j < Points; j++)
        {
            var x = low + ((high - low) * j / (Points - 1));
            var z = (x - mean) / sd;
            var log = -0.5 * z * z;
            foreach (var view in views) log += LogCorrection(view, x - mean);
            points[j] = x + offset;
            logDensity[j] = log;
        }

        return new Marginal(mean + offset, sd, points, logDensity);
    }

    /// <summary>Log of what the factor itself says at x over what its site said.</summary>
    private static double LogCorrection(in View view, double fromMean)
    {
        var y = view.Mean + (view.Slope * fromMean);
        if (view.Rest < 1e-9 * view.Variance)
        {
            return ShapeMoments.LogShape(Softened(view.Factor.Shape, view.Variance), y + view.Factor.Offset) + (0.5 * view.Precision * y * y) - (view.Shift * y);
        }

        var cavityPrecision = (1 / view.Rest) - view.Precision;
        if (cavityPrecision <= 0) return 0;
        var cavityVariance = 1 / cavityPrecision;
        var cavityMean = cavityVariance * ((y / view.Rest) - view.Shift);
        var tilted = ShapeMoments.Tilt(view.Factor.Shape, cavityMean + view.Factor.Offset, cavityVariance);
        return tilted.LogMass + (0.5 * cavityMean * cavityMean * cavityPrecision) - (0.5 * y * y / view.Rest);
    }

    /// <summary>At the hard end itself rounding must not decide.</summary>
    private static Shape Softened(Shape shape, double variance)
    {
        var slack = 1e-9 * Math.Sqrt(variance);
        return shape with { Low = shape.Low - slack, High = shape.High + slack };
    }
}
