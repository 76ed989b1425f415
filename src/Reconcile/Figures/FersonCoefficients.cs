namespace Reconcile.Figures;

/// <summary>
/// The regression of the width of hedged numbers: log₁₀ w = A + B z + C r + D f + E z r + F z f + G r f + H z r f + N(0, σ), with w the
/// full width in units of the number, z = log₁₀ of the number, r = log₁₀ of the unit of its last significant digit, and f = 1 if that digit
/// is 5, else 0.
/// </summary>
/// <remarks>
/// Ferson, S., O'Rawe, J., Antonenko, A., Siegrist, J., Mickley, J., Luhmann, C. C., Sentz, K., Finkel, A. M. (2015), Natural language of
/// uncertainty: numeric hedge words, International Journal of Approximate Reasoning 57, 19–39. Only the rows for points are kept: the one-sided
/// rows give bounds a second end, which a bound has not here.
/// </remarks>
internal readonly record struct FersonCoefficients(double A, double B, double C, double D, double E, double F, double G, double H, double Sigma)
{
    private static readonly FersonCoefficients Bare = new(0.207, 0.1374, -0.4265, -0.4267, 0.245, 0.3341, 2.165, -0.6876, 0.7869);
    private static readonly FersonCoefficients Exactly = new(-0.836, 0.7434, 0.6058, 5.427, -0.2055, -0.7757, 0, 0, 1.037);
    private static readonly FersonCoefficients Precisely = new(-0.4989, 0.5884, 0.3812, 1.35, -0.0774, -0.8274, -0.7248, 0.2464, 0.3859);
    private static readonly FersonCoefficients About = new(-0.2085, 0.4285, 0.2807, 0.094, 0.0147, -0.064, -0.0102, 0.0404, 0.5837);
    private static readonly FersonCoefficients Around = new(-0.1018, 0.3429, 0.3169, 0.0951, 0.0381, -0.0005, 0.0174, -0.0029, 0.5261);
    private static readonly FersonCoefficients Roughly = new(-0.103, 0.3687, 0.2559, -0.0303, 0.0353, 0.1051, 0.1422, -0.0562, 0.5966);
    private static readonly FersonCoefficients Approximately = new(-0.3171, 0.4993, 0.254, 0.641, 0.0177, -0.2835, 0.1025, 0.0169, 0.6192);
    private static readonly FersonCoefficients Nearly = new(-0.2716, 0.342, 0.2722, 0.0923, 0.044, 0.0196, 0.0386, -0.027, 0.5969);
    private static readonly FersonCoefficients Almost = new(-0.4539, 0.4593, 0.3567, 0.4006, -0.0196, -0.2245, -0.0534, 0.0882, 0.664);

    /// <summary>The row of a hedge word.</summary>
    public static FersonCoefficients Of(HedgeWord word) => word switch
    {
        HedgeWord.None => Bare,
        HedgeWord.Exactly => Exactly,
        HedgeWord.Precisely => Precisely,
        HedgeWord.Around => Around,
        HedgeWord.Roughly => Roughly,
        HedgeWord.Approximately => Approximately,
        HedgeWord.Nearly => Nearly,
        HedgeWord.Almost => Almost,
        _ => About,
    };

    /// <summary>The full width at a normal deviate of the residual: 0 for the median, 1.645 for the 95th percentile.</summary>
    /// <param name="number">Above 0.</param>
    /// <param name="unit">Unit of its last significant digit.</param>
    /// <param name="deviate">In standard deviations σ of log₁₀ w.</param>
    public double Width(double number, double unit, double deviate)
    {
        var z = Math.Log10(number);
        var r = Math.Round(Math.Log10(unit));
        var f = Math.Round(number / unit) % 10 == 5 ? 1 : 0;
        var l = A + B * z + C * r + D * f + E * z * r + F * z * f + G * r * f + H * z * r * f;
        return Math.Pow(10, l + Sigma * deviate);
    }
}
