using Reconcile.Figures;

namespace Reconcile.Inference.Marginals;

/// <summary>How the normal site of one shape has to change (Minka 2001).</summary>
/// <param name="Precision">What comes to its precision.</param>
/// <param name="Shift">What comes to its precision times mean.</param>
/// <param name="Gap">How far the tilted mean lies from the marginal mean, in standard deviations; infinite: not known.</param>
internal readonly record struct SiteStep(double Precision, double Shift, double Gap)
{
    /// <summary>What the other sites say is nothing when they have less than this share of the precision.</summary>
    private const double Nothing = 1e-12;

    private static readonly SiteStep None = new(0, 0, double.PositiveInfinity);

    public bool Moves => Precision != 0 || Shift != 0;

    /// <param name="shape">The shape.</param>
    /// <param name="offset">What is added to the form before the shape is asked.</param>
    /// <param name="mean">The form's mean.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="site">The site as it is.</param>
    /// <param name="damping">Share of the way that is gone.</param>
    public static SiteStep Of(in Shape shape, double offset, double mean, double variance, (double Precision, double Shift) site, double damping)
    {
        if (!(variance > 0)) return None;
        var cavityPrecision = (1 / variance) - site.Precision;
        // The other sites alone say nothing here: half the site and look again.
        if (!(cavityPrecision > Nothing / variance)) return new SiteStep(-0.5 * site.Precision, -0.5 * site.Shift, double.PositiveInfinity);
        var cavityVariance = 1 / cavityPrecision;
        var cavityMean = cavityVariance * ((mean / variance) - site.Shift);
        var tilted = ShapeMoments.Tilt(shape, cavityMean + offset, cavityVariance);
        if (double.IsNegativeInfinity(tilted.LogMass)) return None;
        var tiltedMean = tilted.Mean - offset;
        var precision = Math.Max(0, (1 / tilted.Variance) - cavityPrecision);
        var shift = (tiltedMean * (cavityPrecision + precision)) - (cavityMean * cavityPrecision);
        return new SiteStep(damping * (precision - site.Precision), damping * (shift - site.Shift), Math.Abs(tiltedMean - mean) / Math.Sqrt(variance));
    }
}
