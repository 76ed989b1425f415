namespace Reconcile.Mathematics;

/// <summary>
/// Mass, mean and variance of pieces of a normal density, never as differences of raw second moments. One-sided pieces by the inverse Mills
/// ratio λ(α) = φ(α)/Φ(−α) (N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 1994, eq. 13.134–135), in the
/// far tail by Laplace's continued fraction of Mills' ratio (Abramowitz and Stegun 1964, 26.2.14). Two-sided ones as the one-sided piece
/// less the one beyond its far end, both taken about the near end; narrow ones by Gauss–Legendre quadrature.
/// Relative accuracy of variance and of the distance of the mean from the nearer end: about 1e-11, usually 1e-13.
/// </summary>
internal static class TruncatedNormal
{
    /// <summary>From this α on the continued fraction replaces erfcx: λ(λ − α) would lose α⁴ ulps.</summary>
    private const double FarTail = 6;

    /// <summary>A density that falls by e^−40 within the piece does not feel the far end.</summary>
    private const double Unfelt = 40;

    /// <summary>An end this many sd beyond the mean is as good as open: φ(9) ≈ 1e-18.</summary>
    private const double Open = 9;

    /// <summary>Up to this fall of the exponent eight nodes are exact to rounding, while the difference of two tails would cancel.</summary>
    private const double Narrow = 1.5;

    /// <summary>The same for the width, in sd, of a piece around the mean, whose closed form cancels later.</summary>
    private const double NarrowAround = 1;

    private static ReadOnlySpan<double> Nodes =>
    [
        -0.96028985649753623168, -0.79666647741362673959, -0.52553240991632898582, -0.18343464249564980494,
        0.18343464249564980494, 0.52553240991632898582, 0.79666647741362673959, 0.96028985649753623168,
    ];

    private static ReadOnlySpan<double> Weights =>
    [
        0.10122853629037625915, 0.22238103445337447054, 0.31370664587788728734, 0.36268378337836198297,
        0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054, 0.10122853629037625915,
    ];

    /// <summary>
    /// N(<paramref name="mean"/>, <paramref name="sd"/>²) restricted to [<paramref name="low"/>, <paramref name="high"/>]: the log of the probability
    /// inside, and mean and variance given inside. sd &gt; 0; low &lt; high; the ends may be ∓∞.
    /// </summary>
    public static PieceMoments Moments(double mean, double sd, double low, double high)
    {
        double a = (low - mean) / sd, b = (high - mean) / sd, width = (high - low) / sd;
        if (a < -Open && b > Open) return new(-StandardNormal.Cdf(a) - StandardNormal.Cdf(-b), mean, sd * sd);
        if (a + b >= 0)
        {
            Piece piece = OnTheRight(a, width);
            double log = a >= 0 ? piece.Log + StandardNormal.LogDensity(a) : piece.Log;
            double centre = (piece.AboutEnd ? low : mean) + (sd * piece.Shift);
            return new(log, Math.Clamp(centre, low, high), sd * sd * piece.Variance);
        }
        else
        {
            Piece piece = OnTheRight(-b, width);
            double log = b <= 0 ? piece.Log + StandardNormal.LogDensity(b) : piece.Log;
            double centre = (piece.AboutEnd ? high : mean) - (sd * piece.Shift);
            return new(log, Math.Clamp(centre, low, high), sd * sd * piece.Variance);
        }
    }

    /// <summary>
    /// The product N(x; <paramref name="mean"/>, <paramref name="sd"/>²) · exp(−(x − <paramref name="from"/>)/<paramref name="scale"/>) over
    /// [<paramref name="from"/>, +∞): log of its integral, mean and variance. sd &gt; 0; scale &gt; 0; from finite.
    /// Completing the square tilts the normal to mean − sd²/scale; where that lies before the end the constant is taken at the end, so that nothing cancels.
    /// </summary>
    public static PieceMoments MomentsWithUpperTail(double mean, double sd, double from, double scale)
    {
        double a = (from - mean) / sd, rate = sd / scale, alpha = a + rate;
        Piece piece = OnTheRight(alpha, double.PositiveInfinity);
        double log = piece.Log + (alpha >= 0 ? StandardNormal.LogDensity(a) : 0.5 * rate * (alpha + a));
        double centre = (piece.AboutEnd ? from : mean - (sd * rate)) + (sd * piece.Shift);
        return new(log, Math.Max(centre, from), sd * sd * piece.Variance);
    }

    /// <summary>
    /// A piece of N(0, 1) that begins at α and reaches at least as far to the right of 0 as to the left. Log is the log probability if α &lt; 0, else
    /// log ∫ exp(−αt − t²/2) dt over the piece, t counted from α. Shift is the mean, from α if AboutEnd, else from 0.
    /// </summary>
    private readonly record struct Piece(double Log, double Shift, bool AboutEnd, double Variance);

    private static Piece OnTheRight(double alpha, double width)
    {
        if (alpha < 0) return Around(alpha, width);
        double fall = width * (alpha + (0.5 * width));
        if (width * Math.Max(alpha, 1) < Narrow) return Quadrature(alpha, width);
        Tail near = Beyond(alpha);
        if (!(fall < Unfelt)) return new(-Math.Log(near.Hazard), near.Excess, true, near.Variance);

        // The open piece is the mixture of the wanted one (weight 1 − w) and the one beyond its far end (weight w).
        Tail far = Beyond(alpha + width);
        double w = Math.Exp(-fall) * near.Hazard / far.Hazard, rest = 1 - w;
        double farMean = width + far.Excess;
        double mean = (near.Excess - (w * farMean)) / rest;
        double apart = farMean - mean;
        double variance = ((near.Variance - (w * far.Variance)) / rest) - (w * apart * apart);
        return new(Math.Log(rest / near.Hazard), mean, true, variance);
    }

    /// <summary>A piece with 0 inside: −β ≤ α &lt; 0.</summary>
    private static Piece Around(double alpha, double width)
    {
        double beta = alpha + width;
        if (width < NarrowAround)
        {
            Piece piece = Quadrature(alpha, width);
            return piece with { Log = piece.Log + StandardNormal.LogDensity(alpha) };
        }

        double expLow = Math.Exp(-0.5 * alpha * alpha);
        double below = StandardNormal.LowerTail(-alpha, expLow);
        if (beta > Open)
        {
            double hazard = expLow * StandardNormal.InverseSqrtTwoPi / (1 - below);
            return new(StandardNormal.LogOnePlus(-below), hazard, false, 1 - (hazard * (hazard - alpha)));
        }

        double expHigh = Math.Exp(-0.5 * beta * beta);
        double outside = below + StandardNormal.LowerTail(beta, expHigh);
        double scale = StandardNormal.InverseSqrtTwoPi / (1 - outside);
        double mean = (expLow - expHigh) * scale;
        double variance = 1 + (((alpha * expLow) - (beta * expHigh)) * scale) - (mean * mean);
        return new(StandardNormal.LogOnePlus(-outside), mean, false, variance);
    }

    /// <summary>Gauss–Legendre, eight points, about the near end: ∫ exp(−αt − t²/2) dt over [0, width] and its first two central moments.</summary>
    private static Piece Quadrature(double alpha, double width)
    {
        Span<double> mass = stackalloc double[8];
        double half = 0.5 * width, sum = 0, first = 0;
        for (int k = 0; k < mass.Length; k++)
        {
            double t = half * (1 + Nodes[k]);
            double f = Weights[k] * Math.Exp(-t * (alpha + (0.5 * t)));
            mass[k] = f;
            sum += f;
            first += f * Nodes[k];
        }

        double centre = first / sum, second = 0;
        for (int k = 0; k < mass.Length; k++)
        {
            double apart = Nodes[k] - centre;
            second += mass[k] * apart * apart;
        }

        return new(Math.Log(half * sum), half * (1 + centre), true, half * half * second / sum);
    }

    /// <summary>N(0, 1) beyond α ≥ 0: hazard λ, mean excess λ − α, variance 1 − λ(λ − α).</summary>
    private readonly record struct Tail(double Hazard, double Excess, double Variance);

    private static Tail Beyond(double alpha)
    {
        if (alpha >= FarTail) return FarBeyond(alpha);
        double e = Math.Exp(-0.5 * alpha * alpha);
        double hazard = e * StandardNormal.InverseSqrtTwoPi / StandardNormal.LowerTail(alpha, e);
        double excess = hazard - alpha;
        return new(hazard, excess, 1 - (hazard * excess));
    }

    /// <summary>
    /// Laplace's continued fraction, λ = α + 1/(α + K) with K = 2/(α + 3/(α + …)): the excess is 1/(α + K), and 1 − λ(λ − α) becomes
    /// (K − excess) · excess, whose terms are about 2/α and 1/α, so that nothing cancels. Evaluated from the inside as one fraction, cut where
    /// the rest is under 1e-14.
    /// </summary>
    private static Tail FarBeyond(double alpha)
    {
        double k;
        if (alpha > 1000)
        {
            k = 2 / (alpha + (3 / (alpha + (4 / alpha))));
        }
        else
        {
            double top = 0, bottom = 1;
            for (int i = alpha < 8 ? 24 : alpha < 20 ? 17 : 10; i > 1; i--) (top, bottom) = (i * bottom, (alpha * bottom) + top);
            k = top / bottom;
        }

        double excess = 1 / (alpha + k);
        return new(alpha + excess, excess, (k - excess) * excess);
    }
}
