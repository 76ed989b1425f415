namespace Reconcile.Mathematics;

/// <summary>The standard normal distribution N(0, 1), accurate in relative terms far into its tails.</summary>
internal static class StandardNormal
{
    /// <summary>½ ln 2π.</summary>
    public const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>1/√(2π), the density at 0.</summary>
    public const double InverseSqrtTwoPi = 0.39894228040143267794;

    /// <summary>1/√2, by which the error function is scaled.</summary>
    public const double InverseSqrtTwo = 0.70710678118654752440;

    /// <summary>Up to here Φ is taken from erf itself: √2 · 0.46875.</summary>
    private const double Central = 0.66291260736238830;

    private static ReadOnlySpan<double> CentralTop =>
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0,
    ];

    private static ReadOnlySpan<double> CentralBottom =>
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
    ];

    private static ReadOnlySpan<double> TailTop =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0,
    ];

    private static ReadOnlySpan<double> TailBottom =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1,
    ];

    private static ReadOnlySpan<double> FarTailTop =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0,
    ];

    private static ReadOnlySpan<double> FarTailBottom =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];

    /// <summary>log φ(x) = −x²/2 − ½ ln 2π, for every x.</summary>
    public static double LogDensity(double x) => (-0.5 * x * x) - HalfLogTwoPi;

    /// <summary>
    /// Φ(x), for every x. Relative accuracy 1e-14 in the lower tail down to x = −37.5 (below, the result is subnormal, then 0):
    /// Φ(x) = ½ erfc(−x/√2), with the rounding error of x² carried into the exponential.
    /// </summary>
    public static double Cdf(double x)
    {
        double y = Math.Abs(x);
        if (!(y < 40)) return double.IsNaN(x) ? x : x < 0 ? 0 : 1;
        double square = y * y;
        double rounding = Math.FusedMultiplyAdd(y, y, -square);
        double tail = LowerTail(y, Math.Exp(-0.5 * square) * (1 - (0.5 * rounding)));
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>Φ(−y) for y ≥ 0, when exp(−y²/2) is already at hand.</summary>
    public static double LowerTail(double y, double expOfMinusHalfSquare) => y < Central
        ? 0.5 - (0.5 * ComplementaryError.SmallErf(y * InverseSqrtTwo))
        : 0.5 * expOfMinusHalfSquare * ComplementaryError.ScaledUpper(y * InverseSqrtTwo);

    /// <summary>
    /// log Φ(x), for every x; relative accuracy 1e-14. In the lower tail log(½ erfcx(−x/√2)) − x²/2, which neither underflows nor cancels;
    /// in the upper log1p(−Φ(−x)).
    /// </summary>
    public static double LogCdf(double x)
    {
        if (x < -1) return Math.Log(0.5 * ComplementaryError.ScaledUpper(-x * InverseSqrtTwo)) - (0.5 * x * x);
        return x < 0.5 ? Math.Log(Cdf(x)) : LogOnePlus(-Cdf(-x));
    }

    /// <summary>
    /// erfcx(x) = exp(x²) erfc(x), for every x: Cody 1969 for x ≥ 0; below by reflection, 2 exp(x²) − erfcx(−x), which is +∞ under −26.6.
    /// Relative accuracy 1e-14 for x ≥ −26.
    /// </summary>
    public static double ScaledErfc(double x)
    {
        double y = Math.Abs(x);
        double square = y * y;
        if (y <= ComplementaryError.SmallArgument) return Math.Exp(square) * (1 - ComplementaryError.SmallErf(x));
        double upper = ComplementaryError.ScaledUpper(y);
        if (!(x < 0)) return upper;
        if (y > 27) return double.PositiveInfinity;
        double rounding = Math.FusedMultiplyAdd(y, y, -square);
        return (2 * Math.Exp(square) * (1 + rounding)) - upper;
    }

    /// <summary>
    /// log(1 + y) for y &gt; −1 without the loss for small y (W. Kahan's correction; D. Goldberg, ACM Computing Surveys 23, 1991, theorem 4).
    /// </summary>
    public static double LogOnePlus(double y)
    {
        double u = 1 + y;
        return u == 1 ? y : Math.Log(u) * y / (u - 1);
    }

    /// <summary>
    /// The x with Φ(x) = p, for 0 ≤ p ≤ 1 (∓∞ at the ends, NaN outside). M. J. Wichura, "Algorithm AS 241: The percentage points of the normal
    /// distribution", Applied Statistics 37 (1988), 477–484, PPND16; relative accuracy about 1e-16 in exact arithmetic.
    /// </summary>
    public static double Quantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425) return q * RationalFunction.At(CentralTop, CentralBottom, 0.180625 - (q * q));
        double tail = q < 0 ? p : 1 - p;
        if (!(tail > 0)) return tail == 0 ? (q < 0 ? double.NegativeInfinity : double.PositiveInfinity) : double.NaN;
        double r = Math.Sqrt(-Math.Log(tail));
        double x = r <= 5
            ? RationalFunction.At(TailTop, TailBottom, r - 1.6)
            : RationalFunction.At(FarTailTop, FarTailBottom, r - 5);
        return q < 0 ? -x : x;
    }
}
