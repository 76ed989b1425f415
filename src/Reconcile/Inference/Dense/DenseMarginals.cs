using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>Marginals of linear forms of a dense posterior, corrected for skew.</summary>
internal sealed class DenseMarginals
{
    /// <summary>Factors that share less of the variance of the quantity than this are skipped.</summary>
    private const double LeastSharedVariance = 1e-6;

    private readonly DenseNormal _posterior;
    private readonly double[] _spread;
    private readonly FactorSpread[] _felt;
    private readonly List<FactorView> _views = [];

    public DenseMarginals(DenseNormal posterior)
    {
        _posterior = posterior;
        _spread = new double[posterior.Factors.Dimension];
        _felt = Felt(posterior, _spread);
    }

    /// <summary>The marginal of direction · z + offset.</summary>
    public Marginal Of(double[] direction, double offset)
    {
        _posterior.Spread(direction, _spread);
        var variance = Vectors.Dot(direction, _spread);
        var mean = _posterior.MeanOf(direction);
        if (!(variance > 0)) return new Marginal(mean + offset, 0);
        var sd = Math.Sqrt(variance);
        return SkewCorrection.Apply(Relevant(variance), mean, sd, offset);
    }

    /// <summary>The factors whose site says something, with mean and variance of their form: the same for every marginal.</summary>
    private static FactorSpread[] Felt(DenseNormal posterior, Span<double> spread)
    {
        var others = posterior.Factors.Others;
        var felt = new List<FactorSpread>();
        for (var i = 0; i < others.Count; i++)
        {
            if (posterior.SitePrecisions[i] == 0 && posterior.SiteShifts[i] == 0) continue;
            posterior.Spread(others[i].Direction, spread);
            var variance = Vectors.Dot(others[i].Direction, spread);
            if (!SkewCorrection.IsUnfelt(others[i].Shape, variance, posterior.SitePrecisions[i])) felt.Add(new FactorSpread(i, posterior.MeanOf(others[i].Direction), variance));
        }

        return felt.Count == 0 ? [] : [.. felt];
    }

    private List<FactorView> Relevant(double variance)
    {
        _views.Clear();
        foreach (var (i, mean, own) in _felt)
        {
            var factor = _posterior.Factors.Others[i];
            var shared = Vectors.Dot(factor.Direction, _spread);
            var correlation = shared * shared / (own * variance);
            if (correlation < LeastSharedVariance) continue;
            _views.Add(new FactorView(
                factor.Shape, factor.Offset, mean, shared / variance, own, own * Math.Max(0, 1 - correlation), _posterior.SitePrecisions[i], _posterior.SiteShifts[i]));
        }

        return _views;
    }

    private readonly record struct FactorSpread(int Factor, double Mean, double Variance);
}
