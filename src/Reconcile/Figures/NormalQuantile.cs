using Reconcile.Mathematics;

namespace Reconcile.Figures;

/// <summary>The normal quantile that a level of confidence needs when a figure is made.</summary>
internal static class NormalQuantile
{
    /// <summary>The 97.5 % quantile: half-widths at 95 % are this many standard deviations.</summary>
    public const double At95 = 1.959963984540054;

    /// <summary>How many standard deviations an interval of this level reaches to either side; level between 0 and 1, both excluded.</summary>
    public static double Deviations(double level) => level == FigureLimits.DefaultLevel ? At95 : -StandardNormal.Quantile((1 - level) / 2);
}
