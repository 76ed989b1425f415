using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What is expected of the steps of a total of which only floors are said and which, on a later day, ceilings or what relations tie to it limit: it rises no further than these leave. "At least 1,143"
/// and a week later "at most 1,251", or at most the 1,251 that all together come to, speak of days of their own, of which each alone would be anything on its side, were there nothing between them.
/// </summary>
internal static class LimitedRises
{
    /// <summary>A step between days on which no limit bears on the other goes anywhere: so many times as far as anything is large.</summary>
    private const double Free = StateScales.PriorWidth;

    /// <summary>Null where no floor is followed by a limit.</summary>
    /// <param name="component">The component.</param>
    /// <param name="course">A total to which no claim gives a value.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">Knows the feasible range of each state; null: unknown.</param>
    public static Movement[]? Of(Component component, Course course, ReadOnlySpan<bool> accepted, StateScales? scales)
    {
        if (course.Steps == 0) return null;
        var (floors, ceilings) = (new double[course.States.Length], new double[course.States.Length]);
        for (var day = 0; day < floors.Length; day++) (floors[day], ceilings[day]) = LimitsOn(component, course.States[day], accepted, scales);
        for (var day = 1; day < floors.Length; day++) floors[day] = Math.Max(floors[day - 1], floors[day]);
        for (var day = floors.Length - 2; day >= 0; day--) ceilings[day] = Math.Min(ceilings[day], ceilings[day + 1]);
        if (!IsLimited(floors, ceilings)) return null;
        var free = Free * component.Scale(accepted);
        var movements = new Movement[course.Steps];
        for (var step = 0; step < movements.Length; step++)
        {
            var room = ceilings[step + 1] - floors[step];
            if (!double.IsFinite(room))
            {
                movements[step] = new Movement(course.States[step], course.States[step + 1], 0, free);
                continue;
            }

            var size = Math.Max(Math.Abs(floors[step]), Math.Abs(ceilings[step + 1]));
            var rise = floors[step + 1] - floors[step];
            var may = Math.Min(room, size * Math.Sqrt(Movements.DaysBetween(course, step, step + 1) / ExpectedRises.DaysToDouble));
            movements[step] = new Movement(course.States[step], course.States[step + 1], rise, Math.Max(Math.Max(rise, may), Movements.LeastRise * size));
        }

        return movements;
    }

    /// <summary>Whether a floor is followed by a limit.</summary>
    private static bool IsLimited(double[] floors, double[] ceilings)
    {
        for (var step = 0; step + 1 < floors.Length; step++)
        {
            if (double.IsFinite(ceilings[step + 1] - floors[step])) return true;
        }

        return false;
    }

    /// <summary>The highest floor that claims say of a day, and the lowest ceiling, or the most that it can be then.</summary>
    private static (double Floor, double Ceiling) LimitsOn(Component component, int state, ReadOnlySpan<bool> accepted, StateScales? scales)
    {
        var high = scales?.RangeOf(state).High ?? double.PositiveInfinity;
        foreach (var number in component.ClaimsOn(state))
        {
            if (accepted[number] && component.Claims[number] is { Kind: FigureKind.Ceiling, Leaning: null, IsShare: false, SaysNothing: false } ceiling) high = Math.Min(high, ceiling.Value);
        }

        return (FirstFloors.HighestOn(component, state, accepted) ?? double.NegativeInfinity, high);
    }
}
