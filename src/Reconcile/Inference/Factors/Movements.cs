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
/// it a value a total rises by N(R·w, R²·w), with R its isotonic rise and w half the share of a step in the days and half its share in that rise, and a least deviation. Before and after see
/// <see cref="ExpectedRises"/>. A stock drifts by N(0, σ²·days), at least as far as the claims say that it moved,
/// floors, ceilings and equations too.
/// </summary>
internal static class Movements
{
    /// <summary>A total that claims have stand still is expected to, but may rise by this share of its largest figure (convention).</summary>
    public const double LeastRise = 0.02;

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
        if (known is not null && means.IsEmpty && HasSameCourses(component, accepted, scales, known)) return ToldBy(component, accepted, scales, known);
        var movements = new List<Movement>();
        var companions = new Companions(component, accepted);
        var (silent, early) = (new HashSet<int>(), new HashSet<int>());
        var tied = TiedLevels.Of(component, accepted, scales);
        for (var i = 0; i < component.Courses.Length; i++)
        {
            var course = component.Courses[i];
            if (companions.ClaimedOf(i) is not { } claimed)
            {
                if (course.NeverFalls) movements.AddRange(LimitedRises.Of(component, course, accepted, scales) ?? []);
                else if (scales is not null && DriftsUnclaimed(component, course, accepted, tied)) new Drifts(component, course, accepted, scales, means, movements).AddUnclaimed(tied);
            }
            else if (course.NeverFalls)
            {
                new ExpectedRises(component, accepted, companions, i, claimed, scales, means).AddTo(movements, silent, early);
            }
            else
            {
                new Drifts(component, course, accepted, scales, means, movements).Add(claimed);
            }
        }

        Movement[] all = [.. movements];
        if (scales is not null) JointRises.Share(component, scales, silent, early, all);
        if (tied is not null) StretchedSteps.Reach(component, tied, all);
        if (!means.IsEmpty) StretchedSteps.Widen(component, accepted, means, all);
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

    /// <summary>Whether it is a stock, and some claim speaks of it on some day, be it of its share, a sum or a limit, or what is told of others leaves it a place.</summary>
    private static bool DriftsUnclaimed(Component component, Course course, ReadOnlySpan<bool> accepted, TiedLevels? tied)
    {
        if (course.NeverFalls) return false;
        if (tied is not null && !double.IsNaN(tied[course.States[0]]) && IsAmongStocks(component, course)) return true;
        for (var claim = 0; claim < accepted.Length; claim++)
        {
            if (accepted[claim] && !component.Claims[claim].SaysNothing && (SpeaksOf(component.Claims[claim].Form, course) || (component.Claims[claim].Denominator is { } whole && SpeaksOf(whole, course)))) return true;
        }

        return false;
    }

    /// <summary>Whether an equation of stocks alone gives a stock its place: what is left of totals, or of one stock, goes as these do.</summary>
    private static bool IsAmongStocks(Component component, Course course)
    {
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsGivenEquation || constraint.Form.States.Length < 3 || !SpeaksOf(constraint.Form, course)) continue;
            var any = false;
            foreach (var state in constraint.Form.States) any |= component.States[state] is { Day: not null, Quantity.Kind: QuantityKind.Total };
            if (!any) return true;
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

    /// <summary>Whether anything is expected of the steps of a quantity.</summary>
    private static bool Moves(Component component, Course course, ReadOnlySpan<bool> accepted, StateScales? scales, TiedLevels? tied) =>
        ClaimedValues.Of(component, course, accepted) is not null || (course.NeverFalls ? LimitedRises.Of(component, course, accepted, scales) is not null : DriftsUnclaimed(component, course, accepted, tied));

    /// <summary>Whether claims speak of the same quantities as in another account.</summary>
    private static bool HasSameCourses(Component component, ReadOnlySpan<bool> accepted, StateScales? scales, Movement[] known)
    {
        var next = 0;
        var tied = TiedLevels.Of(component, accepted, scales: null);
        foreach (var course in component.Courses)
        {
            if (course.Steps == 0 || !Moves(component, course, accepted, scales, tied)) continue;
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

    public static double DaysBetween(Course course, int earlier, int later) => course.Days[later].DayNumber - course.Days[earlier].DayNumber;
}
