using Reconcile.Inference;

namespace Reconcile.Explanation;

/// <summary>Rounds the value of one state.</summary>
internal static class ValueRounding
{
    /// <summary>Best as given; the ends to multiples of the unit (0: left as they are) that still hold the best.</summary>
    public static AccountValue Rounded(AccountValue value, double unit, double best) => value.Best is null
        ? value with { Low = End(value.Low, unit), High = End(value.High, unit) }
        : value with { Best = best, Low = Math.Min(best, End(value.Low, unit)!.Value), High = Math.Max(best, End(value.High, unit)!.Value) };

    private static double? End(double? end, double unit) => end is { } e && unit > 0 ? (Math.Round(e / unit) * unit) + 0.0 : end; // + 0.0: no minus before a zero
}
