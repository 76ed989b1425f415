using Reconcile.Mathematics;

namespace Reconcile.Figures;

/// <summary>The normal quantile that a level of confidence needs when a figure is made.</summary>
internal static class NormalQuantile
{
    /// <summary>The 97.5 % quantile: half-widths at 95 % are this many standard deviations. What figures say is read with it.</summary>
    public const double At95 = 1.959963984540054;

    /// <summary>The same as tables have it, with which errors of sources and widths of claims are turned into deviations: these are known to a digit or two, and 1.96 is what readers reckon with (convention).</summary>
    public const double At95InTables = 1.96;

    /// <summary>How many standard deviations an interval of this level reaches to either side; level between 0 and 1, both excluded.</summary>
    public static double Deviations(double level) => level == FigureLimits.DefaultLevel ? At95 : -StandardNormal.Quantile((1 - level) / 2);
}
