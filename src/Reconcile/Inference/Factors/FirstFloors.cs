using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The floors of a total on days before any claim gives it a value. "At least 12" on the first day and 2,000 on the second tell that it rose by 1,988, or that nobody knew more on the first:
/// in either case the floor must not pull the value down.
/// </summary>
internal static class FirstFloors
{
    /// <summary>Lets what is known of the total begin with its first floor.</summary>
    /// <param name="component">The component.</param>
    /// <param name="course">The total.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">Knows the least that it can be on each day; null: unknown.</param>
    /// <param name="first">The first day with a value.</param>
    /// <param name="fit">What is known of each day, never falling; receives the floors, and between them a rise by the calendar, no less than limits force it to.</param>
    /// <returns>The day of the first floor; where there is none before it, the first day with a value.</returns>
    public static int Of(Component component, Course course, ReadOnlySpan<bool> accepted, StateScales? scales, int first, double[] fit)
    {
        int start = first, last = -1;
        for (var day = 0; day < first; day++)
        {
            // A floor below an earlier one says nothing new.
            if (HighestOn(component, course.States[day], accepted) is not { } floor || (last >= 0 && floor <= fit[last])) continue;
            if (last < 0) start = day;
            else course.RiseBetween(fit, last, day, Math.Min(floor, fit[first]));
            (last, fit[day]) = (day, Math.Min(floor, fit[first]));
        }

        if (last >= 0) course.RiseBetween(fit, last, first, fit[first]);
        if (scales is not null) Lift(course, scales, start, first, fit);
        fit.AsSpan(0, start).Fill(fit[start]);
        return start;
    }

    /// <summary>Between two days it is nowhere below the least that limits leave it.</summary>
    private static void Lift(Course course, StateScales scales, int from, int to, double[] fit)
    {
        for (var day = from + 1; day < to; day++)
        {
            var least = Math.Min(scales.RangeOf(course.States[day]).Low, fit[to]);
            if (least <= fit[day]) continue;
            for (var later = day; later < to && fit[later] < least; later++) fit[later] = least;
        }
    }

    /// <summary>The highest floor that claims say of a state, but for those of sources that lean and those that say nothing; null: none.</summary>
    public static double? HighestOn(Component component, int state, ReadOnlySpan<bool> accepted)
    {
        double? highest = null;
        foreach (var number in component.ClaimsOn(state))
        {
            if (accepted[number] && component.Claims[number] is { Kind: FigureKind.Floor, Leaning: null, IsShare: false, SaysNothing: false } floor && !(floor.Value < highest)) highest = floor.Value;
        }

        return highest;
    }
}
