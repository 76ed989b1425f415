using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>How a moving quantity gets from one day to the next: later − earlier ~ N(rise, deviation²).</summary>
/// <param name="Earlier">The state on the first of the two days.</param>
/// <param name="Later">The state on the second.</param>
/// <param name="Rise">Expected change.</param>
/// <param name="Deviation">Standard deviation of the change, above 0.</param>
/// <param name="Told">How far a stock moved as the accepted claims tell it, in which their shared errors have a part; 0 for a total.</param>
internal readonly record struct Movement(int Earlier, int Later, double Rise, double Deviation, double Told = 0);

/// <summary>
/// What is expected of the steps of totals and stocks. Hard monotone states would give prior weight to large rises; so between the first and the last day on which an accepted claim gives
/// it a value a total rises by N(R·w, R²·w), with R its isotonic rise and w half the share of a step in the days and half its share in that rise, and a least deviation. Before and after, where nothing tells
/// its pace, no rise is expected, unless limits force it, with a deviation of at least its share of the rise between the claims, or of its largest figure in as many days as there are, where
/// these are not so few that it can hardly have doubled. A stock drifts by N(0, σ²·days), at least as far as the claims say that it moved,
/// floors and ceilings too.
/// </summary>
internal static class Movements
{
    /// <summary>A total that claims have stand still is expected to, but may rise by this share of its largest figure (convention).</summary>
    public const double LeastRise = 0.02;

    /// <summary>The days in which a total of whose pace nothing is known may well have doubled (convention).</summary>
    private const double DaysToDouble = 25;

    /// <summary>No step is surer than this share of the rise, or of the largest figure of a stock.</summary>
    public const double LeastShare = 1e-6;

    private const double CloseSteps = 0.01;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">Knows the feasible range of each state under them; null: unknown.</param>
    /// <param name="means">What an earlier round gave each state; empty: the claims themselves.</param>
    /// <param name="known">What another account has shown, to begin with; null: nothing.</param>
    public static Movement[] Of(Component component, ReadOnlySpan<bool> accepted, StateScales? scales, ReadOnlySpan<double> means, Movement[]? known = null)
    {
        if (component.Courses.Length == 0) return [];
        if (known is not null && means.IsEmpty && HasSameCourses(component, accepted, known)) return ToldBy(component, accepted, scales, known);
        var movements = new List<Movement>();
        var companions = new Companions(component, accepted);
        for (var i = 0; i < component.Courses.Length; i++)
        {
            var course = component.Courses[i];
            if (companions.ClaimedOf(i) is not { } claimed)
            {
                if (scales is not null && DriftsUnclaimed(component, course, accepted)) new Drifts(component, course, accepted, scales, means, movements).AddUnclaimed();
            }
            else if (course.NeverFalls)
            {
                AddRises(component, companions, i, claimed, accepted, scales, means, movements);
            }
            else
            {
                new Drifts(component, course, accepted, scales, means, movements).Add(claimed);
            }
        }

        Movement[] all = [.. movements];
        if (means.IsEmpty) StretchedSteps.Loosen(component, accepted, all);
        else StretchedSteps.Widen(component, accepted, means, all);
        return all;
    }

    /// <summary>The steps of another account, as the claims of this one tell them.</summary>
    private static Movement[] ToldBy(Component component, ReadOnlySpan<bool> accepted, StateScales? scales, Movement[] known)
    {
        if (!Array.Exists(known, static movement => movement.Told != 0)) return known;
        var told = (Movement[])known.Clone();
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls || ClaimedValues.Of(component, course, accepted) is not { } claimed || new Drifts(component, course, accepted, scales, [], []).Told(claimed) is not { } way) continue;
            var first = Array.FindIndex(told, movement => movement.Earlier == course.States[0]);
            for (var i = first; i >= 0 && i < told.Length && course.Has(told[i].Later); i++)
            {
                var later = Array.BinarySearch(course.States, told[i].Later);
                told[i] = told[i] with { Told = way[later] - way[later - 1] };
            }
        }

        return told;
    }

    /// <summary>Whether it is a stock, and some claim speaks of it on some day, be it of its share, a sum or a limit.</summary>
    private static bool DriftsUnclaimed(Component component, Course course, ReadOnlySpan<bool> accepted)
    {
        if (course.NeverFalls) return false;
        for (var claim = 0; claim < accepted.Length; claim++)
        {
            if (accepted[claim] && (SpeaksOf(component.Claims[claim].Form, course) || (component.Claims[claim].Denominator is { } whole && SpeaksOf(whole, course)))) return true;
        }

        return false;
    }

    private static bool SpeaksOf(Form form, Course course)
    {
        foreach (var state in form.States)
        {
            if (course.Has(state)) return true;
        }

        return false;
    }

    /// <summary>Whether claims speak of the same quantities as in another account.</summary>
    private static bool HasSameCourses(Component component, ReadOnlySpan<bool> accepted, Movement[] known)
    {
        var next = 0;
        foreach (var course in component.Courses)
        {
            if (course.Steps == 0 || (ClaimedValues.Of(component, course, accepted) is null && !DriftsUnclaimed(component, course, accepted))) continue;
            if (next + course.Steps > known.Length || known[next].Earlier != course.States[0]) return false;
            next += course.Steps;
        }

        return next == known.Length;
    }

    /// <summary>Whether fitting again changes nothing that matters: every step expected within a hundredth of its deviation.</summary>
    public static bool AreClose(ReadOnlySpan<Movement> a, ReadOnlySpan<Movement> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i].Rise - b[i].Rise) > CloseSteps * b[i].Deviation || Math.Abs(a[i].Deviation - b[i].Deviation) > CloseSteps * b[i].Deviation) return false;
        }

        return true;
    }

    private static void AddRises(
        Component component, Companions companions, int position, ClaimedValues claimed, ReadOnlySpan<bool> accepted, StateScales? scales, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var course = component.Courses[position];
        var told = ToldRises.Of(component, course, claimed, accepted);
        // Beside increments what came out tells little of the other steps: one that came out longer would be expected, and come out longer still.
        var fit = means.IsEmpty || told is not null ? claimed.Isotonic(course) : course.Isotonic(means);
        told?.Distribute(fit, claimed.First, claimed.Last);
        var least = LeastRise * claimed.Largest;
        var between = Math.Max(fit[claimed.Last] - fit[claimed.First], least);
        // Where nothing tells the pace, only what limits force it to rise was shown by something; what came out would be expected, come out longer and be expected again, round by round.
        double? boasted = HasBoasts(component, course.States.AsSpan(0, claimed.First), accepted) ? fit[claimed.First] - fit[0] : null;
        var start = FirstFloors.Of(component, course, accepted, claimed.First, fit);
        told?.Distribute(fit, start, claimed.First);
        var before = boasted ?? fit[start] - (scales?.RangeOf(course.States[0]).High ?? double.PositiveInfinity);
        var after = HasBoasts(component, course.States.AsSpan(claimed.Last + 1), accepted) ? fit[^1] - fit[claimed.Last] : (scales?.RangeOf(course.States[^1]).Low ?? double.NegativeInfinity) - fit[claimed.Last];
        // What came before the first value, and of which no claim tells, is no more than that value leaves.
        var room = told is null ? double.PositiveInfinity : fit[claimed.First] - component.States[course.States[0]].Bounds.Low - told.Sum(0, claimed.First).Rise;
        room = Math.Min(room, companions.MostRise(position, (0, claimed.First), fit[claimed.First], isBefore: true));
        var most = companions.MostRise(position, (claimed.Last, course.Steps), fit[claimed.Last], isBefore: false);
        AddRise((0, start), Before, before);
        AddRise((start, claimed.First), Before, null);
        AddRise((claimed.First, claimed.Last), _ => least, null);
        AddRise((claimed.Last, course.Steps), days => Math.Max(least, Math.Min(Silent(days), most)), after);

        double Silent(double days)
        {
            var share = days / DaysBetween(course, 0, course.Steps);
            return Math.Max(least, Math.Max(between * Math.Sqrt(share), claimed.Largest * Math.Min(share, Math.Sqrt(days / DaysToDouble))));
        }

        double Before(double days) => Math.Max(least, Math.Min(Silent(days), room));

        void AddRise((int From, int To) stretch, Func<double, double> may, double? shown)
        {
            var days = 0.0;
            for (var step = stretch.From; step < stretch.To; step++) days += told?.Has(step) == true ? 0 : DaysBetween(course, step, step + 1);
            var pace = Pace.Of(fit, stretch, days, told, least, may(days), shown);
            for (var step = stretch.From; step < stretch.To; step++)
            {
                movements.Add(told?.Has(step) == true
                    ? new Movement(course.States[step], course.States[step + 1], told.RiseOf(step), Math.Max(least, told.RiseOf(step)))
                    : pace.Step(course, fit, step));
            }
        }
    }

    /// <summary>Whether a source that leans gives a value on some day: what it stretches alike on all days tells how it rises.</summary>
    private static bool HasBoasts(Component component, ReadOnlySpan<int> states, ReadOnlySpan<bool> accepted)
    {
        foreach (var state in states)
        {
            foreach (var claim in component.ClaimsOn(state))
            {
                if (accepted[claim] && component.Claims[claim] is { Leaning: not null, GivesValue: true }) return true;
            }
        }

        return false;
    }

    public static double DaysBetween(Course course, int earlier, int later) => course.Days[later].DayNumber - course.Days[earlier].DayNumber;
}
