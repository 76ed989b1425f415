using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>How a moving quantity gets from one day to the next: later − earlier ~ N(rise, deviation²).</summary>
/// <param name="Earlier">The state on the first of the two days.</param>
/// <param name="Later">The state on the second.</param>
/// <param name="Rise">Expected change.</param>
/// <param name="Deviation">Standard deviation of the change, above 0.</param>
internal readonly record struct Movement(int Earlier, int Later, double Rise, double Deviation);

/// <summary>
/// What is expected of the steps of totals and stocks. Hard monotone states would give prior weight to large rises; so between the first and the last day on which an accepted claim gives
/// it a value a total rises by N(R·w, R²·w), with R its isotonic rise and w half the share of a step in the days and half its share in that rise. Before and after, where nothing tells
/// its pace, it rises as the means do, with a deviation of at least its share of the rise between the claims, or of its largest value in as many days as there are. A stock drifts by N(0, σ²·days), at least as far as the claims say that it moved,
/// floors and ceilings too.
/// </summary>
internal static class Movements
{
    /// <summary>A total is taken to rise by at least this share of its largest figure (convention).</summary>
    private const double LeastRise = 0.02;

    /// <summary>A rise smaller than this share of the least one has no shape of its own.</summary>
    private const double NoRise = 1e-7;

    /// <summary>No step is surer than this share of the rise, or of the largest figure of a stock.</summary>
    private const double LeastShare = 1e-6;

    private const double CloseSteps = 0.01;

    /// <summary>A step of a stock longer than this many of its deviations was not expected at all (convention).</summary>
    private const double MostStrain = 2;

    /// <summary>Where sources that lean alone give values of a stock, by how much further than they say it may have moved: their biases, which may all be large, would else go with hardly any movement.</summary>
    private const double WiderOfBoasts = 3;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">Knows the feasible range of each state under them; null: unknown.</param>
    /// <param name="means">What an earlier round gave each state; empty: the claims themselves.</param>
    /// <param name="known">What another account has shown, to begin with; null: nothing.</param>
    public static Movement[] Of(Component component, ReadOnlySpan<bool> accepted, StateScales? scales, ReadOnlySpan<double> means, Movement[]? known = null)
    {
        if (component.Courses.Length == 0) return [];
        if (known is not null && means.IsEmpty && HasSameCourses(component, accepted, known)) return known;
        var movements = new List<Movement>();
        foreach (var course in component.Courses)
        {
            if (ClaimedValues.Of(component, course, accepted) is not { } claimed)
            {
                if (scales is not null && DriftsUnclaimed(component, course, accepted)) AddUnclaimed(course, scales, means, movements);
            }
            else if (course.NeverFalls)
            {
                AddRises(course, claimed, means, movements);
            }
            else
            {
                AddDrifts(course, claimed, scales, means, movements);
            }
        }

        return [.. movements];
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

    private static void AddRises(Course course, ClaimedValues claimed, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var fit = means.IsEmpty ? claimed.Isotonic(course) : course.Isotonic(means);
        var least = LeastRise * claimed.Largest;
        var between = Math.Max(fit[claimed.Last] - fit[claimed.First], least);
        AddRise(course, fit, 0, claimed.First, least, SilentDeviation(0, claimed.First), movements);
        AddRise(course, fit, claimed.First, claimed.Last, least, 0, movements);
        AddRise(course, fit, claimed.Last, course.Steps, least, SilentDeviation(claimed.Last, course.Steps), movements);

        double SilentDeviation(int from, int to)
        {
            var share = DaysBetween(course, from, to) / DaysBetween(course, 0, course.Steps);
            return Math.Max(between * Math.Sqrt(share), Math.Max(claimed.Largest, fit[^1]) * share);
        }
    }

    private static void AddRise(Course course, double[] fit, int from, int to, double least, double deviation, List<Movement> movements)
    {
        var rise = fit[to] - fit[from];
        var span = Math.Max(rise, least);
        for (var i = from; i < to; i++)
        {
            var calendar = DaysBetween(course, i, i + 1) / DaysBetween(course, from, to);
            var shape = rise > NoRise * least ? (fit[i + 1] - fit[i]) / rise : calendar;
            var share = Math.Max(LeastShare, (calendar + shape) / 2);
            movements.Add(new Movement(course.States[i], course.States[i + 1], span * share, Math.Max(span, deviation) * Math.Sqrt(share)));
        }
    }

    /// <summary>A stock that claims mention, but to which none gives a value: how large it is tells what came out, and before that the scale of what is known.</summary>
    private static void AddUnclaimed(Course course, StateScales scales, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var levels = new double[course.States.Length];
        for (var day = 0; day < levels.Length; day++) levels[day] = means.IsEmpty ? scales[course.States[day]] : Math.Abs(means[course.States[day]]);
        var largest = Math.Max(levels.Max(), LeastShare * scales.Component);
        for (var i = 0; i < course.Steps; i++)
        {
            var level = Math.Max(levels[i], levels[i + 1]);
            AddDrift(course, i, i + 1, level, 0, LeastRise * largest, LeastShare * largest, means, movements);
        }
    }

    private static double DaysBetween(Course course, int earlier, int later) => course.Days[later].DayNumber - course.Days[earlier].DayNumber;

    private static void AddDrifts(Course course, ClaimedValues claimed, StateScales? scales, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var levels = Levels(course, claimed, scales, means);
        var last = 0;
        for (var i = 0; i <= course.Steps; i++)
        {
            if (double.IsNaN(levels[i]) && i < course.Steps) continue;
            var (from, to) = (double.IsNaN(levels[last]) ? i : last, double.IsNaN(levels[i]) ? last : i);
            var moved = (claimed.Lean ? WiderOfBoasts : 1) * Math.Abs(levels[to] - levels[from]);
            AddDrift(course, last, i, Math.Max(Math.Abs(levels[from]), Math.Abs(levels[to])), moved, LeastRise * claimed.Largest, LeastShare * claimed.Largest, means, movements);
            last = i;
        }
    }

    /// <summary>Where a stock is on the days that tell: those with a value, and those that claims or relations keep off the way between the values beside it. NaN: the day tells nothing.</summary>
    private static double[] Levels(Course course, ClaimedValues claimed, StateScales? scales, ReadOnlySpan<double> means)
    {
        var levels = new double[course.States.Length];
        // Steps as wide as what came out of boasts would shrink from round to round: the wide bias of each goes with none at all.
        var areClaimed = means.IsEmpty || claimed.Lean;
        for (var day = 0; day < levels.Length; day++) levels[day] = !claimed.Has(day) ? double.NaN : areClaimed ? claimed.ValueAt(day) : means[course.States[day]];
        var (before, after) = (claimed.First, claimed.First);
        for (var day = 0; day < levels.Length; day++)
        {
            if (claimed.Has(day))
            {
                before = day;
                continue;
            }

            while (after < claimed.Last && (after < day || !claimed.Has(after))) after++;
            var way = before >= after || day < before ? levels[before]
                : levels[before] + ((levels[after] - levels[before]) * DaysBetween(course, before, day) / DaysBetween(course, before, after));
            var limits = scales?.RangeOf(course.States[day]) ?? Interval.All;
            if (way < limits.Low) levels[day] = limits.Low;
            else if (way > limits.High) levels[day] = limits.High;
        }

        return levels;
    }

    private static void AddDrift(Course course, int first, int last, double level, double moved, double leastLevel, double leastDeviation, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var days = DaysBetween(course, first, last);
        var variance = Math.Max(Math.Pow(course.Quantity.Drift * Math.Max(level, leastLevel), 2) * days, moved * moved);
        for (var i = first; i < last; i++)
        {
            var share = DaysBetween(course, i, i + 1) / days;
            var deviation = Math.Max(Math.Sqrt(variance * share), leastDeviation);
            // Where relations moved it much further than it was expected to, it may go so far.
            var step = means.IsEmpty ? 0 : Math.Abs(means[course.States[i + 1]] - means[course.States[i]]);
            movements.Add(new Movement(course.States[i], course.States[i + 1], 0, step > MostStrain * deviation ? step : deviation));
        }
    }
}
