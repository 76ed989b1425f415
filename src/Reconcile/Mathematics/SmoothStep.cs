namespace Reconcile.Mathematics;

/// <summary>The cubic 3t² − 2t³, which goes from 0 to 1 and is flat at both ends, so that nothing jumps where a rule sets in.</summary>
internal static class SmoothStep
{
    /// <summary>0 up to one value, 1 from another on.</summary>
    public static double Between(double from, double to, double value)
    {
        var t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }
}
