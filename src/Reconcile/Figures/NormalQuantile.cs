namespace Reconcile.Figures;

/// <summary>The normal quantile that a level of confidence needs when a figure is made.</summary>
/// <remarks>
/// Wichura, M. J. (1988), Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37(3), 477–484; its routine
/// PPND16, relative error about 1e-16.
/// </remarks>
internal static class NormalQuantile
{
    /// <summary>The 97.5 % quantile: half-widths at 95 % are this many standard deviations.</summary>
    public const double At95 = 1.959963984540054;

    /// <summary>How many standard deviations an interval of this level reaches to either side; level between 0 and 1, both excluded.</summary>
    public static double Deviations(double level)
    {
        if (level == FigureLimits.DefaultLevel)
            return At95;

        var q = level / 2;
        return Math.Abs(q) <= 0.425 ? Central(q) : Tail(Math.Sqrt(-Math.Log((1 - level) / 2)));
    }

    private static double Central(double q)
    {
        var r = 0.180625 - q * q;
        return q * Ratio(
            r,
            [3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3],
            [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3]);
    }

    private static double Tail(double r) => r <= 5
        ? Ratio(
            r - 1.6,
            [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
                1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
            [1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
                1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9])
        : throw new ArgumentOutOfRangeException(nameof(r), r, "A level this close to 1 is refused before it comes here.");

    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        double top = 0, bottom = 0;
        for (var i = numerator.Length - 1; i >= 0; i--)
        {
            top = top * x + numerator[i];
            bottom = bottom * x + denominator[i];
        }

        return top / bottom;
    }
}
