using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Inference.Spaces;

/// <summary>An equation that nobody wrote, but that the inequalities leave no other way.</summary>
/// <param name="Form">A linear form of states.</param>
/// <param name="Value">The one value that it can have.</param>
internal readonly record struct ImpliedEquation(Form Form, double Value);

/// <summary>
/// Finds what inequalities leave a single value, such as both states under a = b and a ≥ 2·b, or all differences under a ≤ b ≤ c ≤ a. There is no width
/// that expectation propagation could find, so this is eliminated like equations.
/// </summary>
internal static class ImpliedEquations
{
    /// <summary>A range this narrow beside its ends is a point.</summary>
    private const double PointWidth = 1e-12;

    /// <summary>A difference this small beside the numbers of which it is taken is 0.</summary>
    private const double Rounding = 1e-9;

    /// <summary>States that the relations alone leave one value.</summary>
    /// <param name="component">The component.</param>
    /// <param name="system">Its tolerant system.</param>
    /// <param name="ranges">The ranges under some claims: only where one of these is a point the relations are asked.</param>
    public static IReadOnlyList<ImpliedEquation> OfStates(Component component, ClaimSystem system, ReadOnlySpan<Interval> ranges)
    {
        var isPossible = false;
        for (var state = 0; state < ranges.Length; state++) isPossible |= IsPoint(ranges[state]) && !IsPoint(component.States[state].Bounds);
        if (!isPossible || component.Constraints.Length == 0) return [];
        return States(component, system);
    }

    private static List<ImpliedEquation> States(Component component, ClaimSystem system)
    {
        var free = new Interval[component.States.Length];
        system.Ranges(new bool[component.Claims.Length], free);
        var implied = new List<ImpliedEquation>();
        for (var state = 0; state < free.Length; state++)
        {
            if (IsPoint(free[state])) implied.Add(new ImpliedEquation(Form.Of(state), Middle(free[state])));
        }

        return implied;
    }

    /// <summary>Besides these states, the inequalities that can only hold as equations: a program for each, so that it is asked only where something went wrong.</summary>
    public static IReadOnlyList<ImpliedEquation> OfAll(Component component, ClaimSystem system)
    {
        var none = new bool[component.Claims.Length];
        var implied = States(component, system);
        var all = new bool[component.Claims.Length];
        Array.Fill(all, true);
        var scale = component.Scale(all);
        foreach (var constraint in component.Constraints)
        {
            if (constraint.IsEquation || system.RangeOf(constraint.Form, none) is not { IsClosed: true } range) continue;
            var size = Math.Max(scale, Math.Max(Math.Abs(range.Low), Math.Abs(range.High)));
            if (range.High - range.Low <= Rounding * size) implied.Add(new ImpliedEquation(constraint.Form, Middle(range)));
        }

        return implied;
    }

    private static double Middle(Interval range) => 0.5 * (range.Low + range.High);

    private static bool IsPoint(Interval range) => range.IsClosed && range.High - range.Low <= PointWidth * Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
}
