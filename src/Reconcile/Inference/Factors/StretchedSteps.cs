using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Steps of stocks that came out longer than expected, since relations carry what is told of other quantities: they may go so far. Where nobody tells a stock on one of the two days, it is
/// widened as much as the most stretched one in a relation with it: did each go by itself, the part of a sum that is stretched first would take all that the sum has moved.
/// </summary>
internal static class StretchedSteps
{
    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="means">What came out in the round before.</param>
    /// <param name="movements">All steps; those that were stretched are made wider.</param>
    public static void Widen(Component component, ReadOnlySpan<bool> accepted, ReadOnlySpan<double> means, Movement[] movements)
    {
        if (Array.TrueForAll(component.Courses, static course => course.NeverFalls)) return;
        var isStock = StatesOfStocks(component, means.Length);
        var factors = new double[movements.Length];
        for (var i = 0; i < movements.Length; i++)
        {
            if (isStock[movements[i].Later]) factors[i] = Math.Abs(means[movements[i].Later] - means[movements[i].Earlier]) / movements[i].Deviation;
        }

        if (Array.TrueForAll(factors, static factor => factor <= 1)) return;
        // The silent steps of stocks, by the state that they lead to and by the one that they start from.
        var (toState, fromState) = (new int[means.Length], new int[means.Length]);
        Array.Fill(toState, -1);
        Array.Fill(fromState, -1);
        for (var i = 0; i < movements.Length; i++)
        {
            var (earlier, later) = (movements[i].Earlier, movements[i].Later);
            if (isStock[later] && !(IsTold(component, accepted, earlier) && IsTold(component, accepted, later))) toState[later] = fromState[earlier] = i;
        }

        var shared = (double[])factors.Clone();
        foreach (var constraint in component.Constraints)
        {
            Share(constraint.Form, toState, factors, shared);
            Share(constraint.Form, fromState, factors, shared);
        }

        for (var i = 0; i < movements.Length; i++)
        {
            if (shared[i] > 1) movements[i] = movements[i] with { Deviation = movements[i].Deviation * shared[i] };
        }
    }

    private static bool[] StatesOfStocks(Component component, int states)
    {
        var isStock = new bool[states];
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) continue;
            foreach (var state in course.States) isStock[state] = true;
        }

        return isStock;
    }

    private static void Share(Form form, int[] steps, double[] factors, double[] shared)
    {
        var most = 0.0;
        foreach (var state in form.States)
        {
            if (steps[state] >= 0) most = Math.Max(most, factors[steps[state]]);
        }

        if (most <= 1) return;
        foreach (var state in form.States)
        {
            if (steps[state] >= 0) shared[steps[state]] = Math.Max(shared[steps[state]], most);
        }
    }

    /// <summary>Whether an accepted claim gives a stock a value on a day.</summary>
    private static bool IsTold(Component component, ReadOnlySpan<bool> accepted, int state)
    {
        foreach (var claim in component.ClaimsOn(state))
        {
            if (accepted[claim] && component.Claims[claim].GivesValue) return true;
        }

        return false;
    }
}
