namespace Reconcile.Mathematics;

/// <summary>
/// The error function family that the normal tails are built from: rational Chebyshev approximations of W. J. Cody,
/// "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969), 631–637,
/// with the coefficients of his CALERF. Relative accuracy about 5e-16 on each of the three ranges of the argument.
/// </summary>
internal static class ComplementaryError
{
    /// <summary>Up to here erf itself is approximated; above it the scaled complement.</summary>
    public const double SmallArgument = 0.46875;

    private const double InverseSqrtPi = 0.56418958354775628695;

    private static ReadOnlySpan<double> SmallTop =>
    [
        1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2, 3.77485237685302021e2,
        3.20937758913846947e3,
    ];

    private static ReadOnlySpan<double> SmallBottom =>
    [
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3,
        2.84423683343917062e3,
    ];

    private static ReadOnlySpan<double> MiddleTop =>
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
        2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
        1.23033935479799725e3,
    ];

    private static ReadOnlySpan<double> MiddleBottom =>
    [
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2,
        1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3,
        1.23033935480374942e3,
    ];

    private static ReadOnlySpan<double> FarTop =>
    [
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
        1.60837851487422766e-2, 6.58749161529837803e-4,
    ];

    private static ReadOnlySpan<double> FarBottom =>
    [
        1, 2.56852019228982242e0, 1.87295284992346725e0, 5.27905102951428412e-1,
        6.05183413124413191e-2, 2.33520497626869185e-3,
    ];

    /// <summary>erf(x) for |x| ≤ 0.46875.</summary>
    public static double SmallErf(double x) => x * RationalFunction.At(SmallTop, SmallBottom, x * x);

    /// <summary>erfcx(y) = exp(y²) erfc(y) for y ≥ 0.46875, +∞ included.</summary>
    public static double ScaledUpper(double y)
    {
        if (y <= 4) return RationalFunction.At(MiddleTop, MiddleBottom, y);
        double s = 1 / (y * y);
        return (InverseSqrtPi - (s * RationalFunction.At(FarTop, FarBottom, s))) / y;
    }
}
