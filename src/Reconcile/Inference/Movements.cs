using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>How a moving quantity gets from one day to the next: later − earlier ~ N(rise, deviation²).</summary>
/// <param name="Earlier">The state on the first of the two days.</param>
/// <param name="Later">The state on the second.</param>
/// <param name="Rise">Expected change.</param>
/// <param name="Deviation">Standard deviation of the change, above 0.</param>
internal readonly record struct Movement(int Earlier, int Later, double Rise, double Deviation);

/// <summary>
/// What is expected of the steps of totals and stocks between the first and the last day on which an accepted claim gives them a value. Hard monotone
/// states would give prior weight to large rises; so a total rises by N(R·w, R²·w), with R its isotonic rise and w half the share of a step in the days
/// and half its share in that rise. A stock drifts by N(0, σ²·days), at least as far as the claims say that it moved.
/// </summary>
internal static class Movements
{
    /// <summary>A total is taken to rise by at least this share of its largest figure (design convention).</summary>
    private const double LeastRise = 0.02;

    /// <summary>A rise smaller than this share of the largest figure has no shape of its own.</summary>
    private const double NoRise = 1e-9;

    private const double LeastShare = 1e-6;

    private const double CloseSteps = 0.01;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="means">What an earlier round gave each state; empty: the claims themselves.</param>
    /// <param name="known">What another account has shown, to begin with; null: nothing.</param>
    public static Movement[] Of(Component component, ReadOnlySpan<bool> accepted, ReadOnlySpan<double> means, Movement[]? known = null)
    {
        if (component.Courses.Length == 0) return [];
        if (known is not null && means.IsEmpty && SpansAreAlike(component, accepted, known)) return known;
        var movements = new List<Movement>();
        foreach (var course in component.Courses)
        {
            if (ClaimedValues.Of(component, course, accepted) is not { } claimed || claimed.First == claimed.Last) continue;
            if (course.NeverFalls) AddRises(course, claimed, means, movements);
            else AddDrifts(course, claimed, means, movements);
        }

        return [.. movements];
    }

    /// <summary>Whether the steps between the first and last days with a claim are the same as those of another account.</summary>
    private static bool SpansAreAlike(Component component, ReadOnlySpan<bool> accepted, Movement[] known)
    {
        var next = 0;
        foreach (var course in component.Courses)
        {
            if (ClaimedValues.Of(component, course, accepted) is not { } claimed || claimed.First == claimed.Last) continue;
            var steps = claimed.Last - claimed.First;
            if (next + steps > known.Length || known[next].Earlier != course.States[claimed.First] || known[next + steps - 1].Later != course.States[claimed.Last]) return false;
            next += steps;
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
        var (first, last) = (claimed.First, claimed.Last);
        var fit = means.IsEmpty ? claimed.Isotonic(course) : IsotonicOf(course, means, first, last);
        var rise = fit[^1] - fit[0];
        var span = Math.Max(rise, LeastRise * claimed.Largest);
        var days = course.Days[last].DayNumber - course.Days[first].DayNumber;
        for (var i = first; i < last; i++)
        {
            var calendar = (double)(course.Days[i + 1].DayNumber - course.Days[i].DayNumber) / days;
            var shape = rise > NoRise * claimed.Largest ? (fit[i + 1 - first] - fit[i - first]) / rise : calendar;
            var share = Math.Max(LeastShare, (calendar + shape) / 2);
            movements.Add(new Movement(course.States[i], course.States[i + 1], span * share, span * Math.Sqrt(share)));
        }
    }

    private static double[] IsotonicOf(Course course, ReadOnlySpan<double> means, int first, int last)
    {
        var fit = new double[last - first + 1];
        for (var i = 0; i < fit.Length; i++) fit[i] = means[course.States[first + i]];
        IsotonicRegression.Fit(fit, []);
        return fit;
    }

    private static void AddDrifts(Course course, ClaimedValues claimed, ReadOnlySpan<double> means, List<Movement> movements)
    {
        var last = claimed.First;
        for (var i = claimed.First + 1; i <= claimed.Last; i++)
        {
            if (!claimed.Has(i)) continue;
            var days = course.Days[i].DayNumber - course.Days[last].DayNumber;
            var (before, after) = means.IsEmpty ? (claimed.ValueAt(last), claimed.ValueAt(i)) : (means[course.States[last]], means[course.States[i]]);
            var level = Math.Max(Math.Max(Math.Abs(before), Math.Abs(after)), LeastRise * claimed.Largest);
            var variance = Math.Max(Math.Pow(course.Quantity.Drift * level, 2) * days, Math.Pow(after - before, 2));
            for (; last < i; last++)
            {
                var share = (double)(course.Days[last + 1].DayNumber - course.Days[last].DayNumber) / days;
                movements.Add(new Movement(course.States[last], course.States[last + 1], 0, Math.Sqrt(Math.Max(variance * share, Math.Pow(LeastShare * claimed.Largest, 2)))));
            }
        }
    }
}
