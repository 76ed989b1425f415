using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// States that inequalities leave a single value, such as 0 for both under a = b and a ≥ 2·b. They have no width that expectation propagation could
/// find, so they are eliminated like equations.
/// </summary>
internal static class ForcedStates
{
    /// <summary>A range this narrow beside its ends is a point.</summary>
    private const double Width = 1e-12;

    /// <summary>By state, the value that the relations alone leave it; NaN where they leave room. Null: all have room.</summary>
    /// <param name="component">The component.</param>
    /// <param name="system">Its tolerant system.</param>
    /// <param name="ranges">The ranges under some claims: only where one of these is a point the relations are asked.</param>
    public static double[]? Of(Component component, ClaimSystem system, ReadOnlySpan<Interval> ranges)
    {
        var isPossible = false;
        for (var state = 0; state < ranges.Length; state++) isPossible |= IsPoint(ranges[state]) && !IsPoint(component.States[state].Bounds);
        if (!isPossible || component.Constraints.Length == 0) return null;
        var free = new Interval[ranges.Length];
        system.Ranges(new bool[component.Claims.Length], free);
        var values = new double[free.Length];
        var any = false;
        for (var state = 0; state < values.Length; state++)
        {
            values[state] = IsPoint(free[state]) ? 0.5 * (free[state].Low + free[state].High) : double.NaN;
            any |= !double.IsNaN(values[state]);
        }

        return any ? values : null;
    }

    private static bool IsPoint(Interval range) => range.IsClosed && range.High - range.Low <= Width * Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
}
