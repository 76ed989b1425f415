using Xunit;

namespace Reconcile.Tests.Mathematics;

/// <summary>Comparisons with an explicit tolerance and a message that shows the size of the miss.</summary>
internal static class Near
{
    public static void Relative(double expected, double actual, double tolerance, double floor = 0)
    {
        double allowed = Math.Max(tolerance * Math.Abs(expected), floor), miss = Math.Abs(actual - expected);
        Assert.True(
            miss <= allowed || actual.Equals(expected),
            FormattableString.Invariant($"expected {expected:R}, got {actual:R}, off by {miss:R}, allowed {allowed:R}"));
    }
}
