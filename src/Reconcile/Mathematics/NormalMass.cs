namespace Reconcile.Mathematics;

/// <summary>Logarithms of the mass of pieces of a normal density alone, where moments are not needed: a third of the work of <see cref="TruncatedNormal"/>.</summary>
internal static class NormalMass
{
    /// <summary>log(Φ(b) − Φ(a)), a &lt; b, ends may be ∓∞; taken in the tail in which both lie, so that nothing cancels.</summary>
    public static double LogBetween(double a, double b)
    {
        if (double.IsNegativeInfinity(a)) return double.IsPositiveInfinity(b) ? 0 : StandardNormal.LogCdf(b);
        if (double.IsPositiveInfinity(b)) return StandardNormal.LogCdf(-a);
        if (a > 0) return LogDifference(StandardNormal.LogCdf(-a), StandardNormal.LogCdf(-b));
        return b < 0
            ? LogDifference(StandardNormal.LogCdf(b), StandardNormal.LogCdf(a))
            : StandardNormal.LogOnePlus(-StandardNormal.Cdf(a) - StandardNormal.Cdf(-b));
    }

    /// <summary>
    /// log ∫ φ(t) exp(−rate (t − a)) dt over [a, ∞), rate &gt; 0: completing the square gives exp(½ rate (rate + 2a)) Φ(−a − rate), whose factors
    /// are joined before they can overflow.
    /// </summary>
    public static double LogWithTail(double a, double rate)
    {
        double alpha = a + rate;
        return alpha > 0
            ? Math.Log(0.5 * StandardNormal.ScaledErfc(alpha * StandardNormal.InverseSqrtTwo)) - (0.5 * a * a)
            : (0.5 * rate * (rate + a + a)) + StandardNormal.LogCdf(-alpha);
    }

    /// <summary>log(e^greater − e^less).</summary>
    private static double LogDifference(double greater, double less) => greater + StandardNormal.LogOnePlus(-Math.Exp(less - greater));
}
