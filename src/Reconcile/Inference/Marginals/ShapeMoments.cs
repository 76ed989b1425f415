using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Marginals;

/// <summary>Moments of N(t; mean, variance) · shape(t): the tilted distribution of expectation propagation (Minka 2001).</summary>
internal static class ShapeMoments
{
    /// <summary>Log of the integral, mean and variance of the product; log mass −∞ when nothing of the normal lies where the shape allows it.</summary>
    /// <remarks>Pieces are combined as Σ w (variance + (mean − μ)²), never as differences of second moments.</remarks>
    /// <param name="shape">The shape.</param>
    /// <param name="mean">Mean of the normal.</param>
    /// <param name="variance">Its variance, &gt; 0.</param>
    public static PieceMoments Tilt(in Shape shape, double mean, double variance)
    {
        var sd = Math.Sqrt(variance);
        PieceMoments below = Nothing, plateau = Nothing, above = Nothing;
        if (double.IsFinite(shape.Low))
        {
            if (shape.LowTail > 0) below = Mirrored(TruncatedNormal.MomentsWithUpperTail(-mean, sd, -shape.Low, shape.LowTail));
            else if (shape.LowShoulder > 0) below = Shoulder(shape.Low, shape.LowShoulder, mean, variance, double.NegativeInfinity, shape.Low);
        }

        if (shape.High > shape.Low) plateau = TruncatedNormal.Moments(mean, sd, shape.Low, shape.High);
        if (double.IsFinite(shape.High))
        {
            if (shape.HighTail > 0) above = TruncatedNormal.MomentsWithUpperTail(mean, sd, shape.High, shape.HighTail);
            else if (shape.HighShoulder > 0) above = Shoulder(shape.High, shape.HighShoulder, mean, variance, shape.High, double.PositiveInfinity);
        }

        return Combine(below, plateau, above, mean, variance);
    }

    /// <summary>Log of the shape at a point; −∞ where it is 0.</summary>
    public static double LogShape(in Shape shape, double t)
    {
        if (t < shape.Low) return LogOutside(shape.Low - t, shape.LowShoulder, shape.LowTail);
        return t > shape.High ? LogOutside(t - shape.High, shape.HighShoulder, shape.HighTail) : 0;
    }

    private static PieceMoments Nothing => new(double.NegativeInfinity, 0, 0);

    private static double LogOutside(double distance, double shoulder, double tail)
    {
        if (tail > 0) return -distance / tail;
        if (shoulder <= 0) return double.NegativeInfinity;
        var z = distance / shoulder;
        return -0.5 * z * z;
    }

    private static PieceMoments Mirrored(PieceMoments piece) => piece with { Mean = -piece.Mean };

    /// <summary>The normal times exp(−½((t − centre)/shoulder)²) over [low, high]: again a piece of a normal.</summary>
    private static PieceMoments Shoulder(double centre, double shoulder, double mean, double variance, double low, double high)
    {
        var square = shoulder * shoulder;
        var total = variance + square;
        var joint = variance * square / total;
        var middle = ((mean * square) + (centre * variance)) / total;
        var piece = TruncatedNormal.Moments(middle, Math.Sqrt(joint), low, high);
        var apart = mean - centre;
        return piece with { LogMass = piece.LogMass - (0.5 * apart * apart / total) + (0.5 * Math.Log(square / total)) };
    }

    private static PieceMoments Combine(in PieceMoments a, in PieceMoments b, in PieceMoments c, double mean, double variance)
    {
        var greatest = Math.Max(a.LogMass, Math.Max(b.LogMass, c.LogMass));
        if (double.IsNegativeInfinity(greatest)) return new PieceMoments(double.NegativeInfinity, mean, variance);
        double wa = Math.Exp(a.LogMass - greatest), wb = Math.Exp(b.LogMass - greatest), wc = Math.Exp(c.LogMass - greatest);
        var sum = wa + wb + wc;
        var centre = ((wa * a.Mean) + (wb * b.Mean) + (wc * c.Mean)) / sum;
        var spread = ((wa * Spread(a, centre)) + (wb * Spread(b, centre)) + (wc * Spread(c, centre))) / sum;
        return new PieceMoments(greatest + Math.Log(sum), centre, spread);
    }

    private static double Spread(in PieceMoments piece, double centre)
    {
        var apart = piece.Mean - centre;
        return piece.Variance + (apart * apart);
    }
}
