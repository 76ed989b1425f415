using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Steps of stocks that relations carry further than expected, since they tell how other quantities moved: they may go so far. Where nobody tells a stock on one of the two days, it is widened
/// with the most stretched one in a relation with it, so that each takes of what their sum has moved by its size: did each go by itself, the one that is stretched first would take all.
/// </summary>
internal static class StretchedSteps
{
    /// <summary>
    /// Where claims and the equations between them have a stock move, its steps may go so far: were they narrow, a figure with one digit of what a sum has become would be held for an error, and nothing would ever
    /// stretch those of its silent parts. This rests on nothing that an earlier round gave, so that no limit far off can stretch them, and be found right by what then comes out.
    /// </summary>
    /// <param name="component">The component.</param>
    /// <param name="tied">Where they have each stock.</param>
    /// <param name="movements">All steps; those of such stocks are made wider.</param>
    public static void Reach(Component component, TiedLevels tied, Movement[] movements)
    {
        var steps = new Dictionary<int, int>();
        for (var i = 0; i < movements.Length; i++) steps[movements[i].Later] = i;
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls || !steps.ContainsKey(course.States[^1])) continue;
            var last = -1;
            for (var day = 0; day < course.States.Length; day++)
            {
                var state = course.States[day];
                if (!tied.Has(state)) continue;
                if (last >= 0 && !(tied.IsTold(state) && tied.IsTold(course.States[last])))
                {
                    var moved = Math.Abs(tied[state] - tied[course.States[last]]);
                    for (var step = last + 1; step <= day; step++)
                    {
                        var share = Movements.DaysBetween(course, step - 1, step) / Movements.DaysBetween(course, last, day);
                        ref var movement = ref movements[steps[course.States[step]]];
                        movement = movement with { Deviation = Math.Max(movement.Deviation, moved * Math.Sqrt(share)) };
                    }
                }

                last = day;
            }
        }
    }

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="means">What came out in the round before.</param>
    /// <param name="movements">All steps; those that were stretched are made wider.</param>
    public static void Widen(Component component, ReadOnlySpan<bool> accepted, ReadOnlySpan<double> means, Movement[] movements)
    {
        if (StatesOfStocks(component) is not { } isStock) return;
        var factors = new double[movements.Length];
        for (var i = 0; i < movements.Length; i++)
        {
            if (isStock[movements[i].Later]) factors[i] = Math.Abs(means[movements[i].Later] - means[movements[i].Earlier]) / movements[i].Deviation;
        }

        if (Array.TrueForAll(factors, static factor => factor <= 1)) return;
        var widened = Array.ConvertAll(movements, static movement => movement.Deviation);
        for (var i = 0; i < movements.Length; i++) widened[i] *= Math.Max(1, factors[i]);
        if (Silent.Of(component, accepted, movements, isStock) is { } silent)
        {
            foreach (var constraint in component.Constraints)
            {
                if (!constraint.IsGivenEquation) continue;
                Share(constraint.Form, silent.To, factors, movements, widened);
                Share(constraint.Form, silent.From, factors, movements, widened);
            }
        }

        for (var i = 0; i < movements.Length; i++) movements[i] = movements[i] with { Deviation = widened[i] };
    }

    /// <summary>The variances of silent steps in one relation grow with their sizes, from what was expected of each where nothing is stretched.</summary>
    private static void Share(Form form, int[] steps, double[] factors, Movement[] movements, double[] widened)
    {
        var most = -1;
        foreach (var state in form.States)
        {
            if (steps[state] is >= 0 and var step && (most < 0 || factors[step] > factors[most])) most = step;
        }

        if (most < 0 || factors[most] <= 1) return;
        foreach (var state in form.States)
        {
            if (steps[state] is >= 0 and var step && movements[step].Deviation is var deviation) widened[step] = Math.Max(widened[step], deviation * (1 + ((factors[most] - 1) * Math.Sqrt(movements[most].Deviation / deviation))));
        }
    }

    /// <summary>The steps of stocks that nobody tells on one of their two days, by the state that they lead to and by the one that they start from; −1: none.</summary>
    private readonly record struct Silent(int[] To, int[] From)
    {
        public static Silent? Of(Component component, ReadOnlySpan<bool> accepted, Movement[] movements, bool[] isStock)
        {
            if (component.Constraints.Length == 0) return null;
            var silent = new Silent(new int[isStock.Length], new int[isStock.Length]);
            Array.Fill(silent.To, -1);
            Array.Fill(silent.From, -1);
            var any = false;
            for (var i = 0; i < movements.Length; i++)
            {
                var (earlier, later) = (movements[i].Earlier, movements[i].Later);
                if (!isStock[later] || (IsTold(component, accepted, earlier) && IsTold(component, accepted, later))) continue;
                silent.To[later] = silent.From[earlier] = i;
                any = true;
            }

            return any ? silent : null;
        }
    }

    /// <summary>Which states are those of stocks; null: none.</summary>
    private static bool[]? StatesOfStocks(Component component)
    {
        if (Array.TrueForAll(component.Courses, static course => course.NeverFalls)) return null;
        var isStock = new bool[component.States.Length];
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) continue;
            foreach (var state in course.States) isStock[state] = true;
        }

        return isStock;
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
