namespace Reconcile.Inference;

/// <summary>Marginals of linear forms of a dense posterior, corrected for skew.</summary>
internal sealed class MarginalBuilder
{
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
        return SkewCorrection.Apply(Relevant(variance), mean, sd, offset);
    }

    private List<FactorView> Relevant(double variance)
    {
        var views = new List<FactorView>();
        for (var i = 0; i < _posterior.Factors.Others.Count; i++)
        {
            var (precision, shift) = (_posterior.SitePrecisions[i], _posterior.SiteShifts[i]);
            if (precision == 0 && shift == 0) continue;
            var factor = _posterior.Factors.Others[i];
            _posterior.Spread(factor.Direction, _otherSpread);
            var own = Vectors.Dot(factor.Direction, _otherSpread);
            var shared = Vectors.Dot(factor.Direction, _spread);
            var correlation = shared * shared / (own * variance);
            if (correlation < LeastSharedVariance || SkewCorrection.IsUnfelt(factor.Shape, own, precision)) continue;
            views.Add(new FactorView(
                factor.Shape, factor.Offset, _posterior.MeanOf(factor.Direction), shared / variance, own, own * Math.Max(0, 1 - correlation), precision, shift));
        }

        return views;
    }
}
