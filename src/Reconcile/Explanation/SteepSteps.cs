using Reconcile.Inference;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>
/// Warns where two roots put a stock so far apart, on two days close together, that its drift hardly explains it. A stock may move by anything, so that both are believed and nothing is in conflict;
/// but a slip looks the same, and on one day they would be rivals.
/// </summary>
internal static class SteepSteps
{
    /// <summary>A step beyond the error of both sources by more than this many standard deviations of the drift is steep (convention).</summary>
    private const double MostDrifts = 10;

    /// <summary>So is none by less than this factor (convention).</summary>
    private const double LeastFactor = 1.5;

    /// <summary>Nor any over more days than this (convention).</summary>
    private const int MostDays = 7;

    /// <summary>One warning for each stock, of the step that its drift explains least.</summary>
    public static IReadOnlyList<Finding> Of(ComponentEstimate[] components, Wording wording)
    {
        List<Finding>? found = null;
        foreach (var component in components)
        {
            foreach (var course in component.Component.Courses)
            {
                if (!course.NeverFalls && Steepest(component, course) is var (earlier, later)) (found ??= []).Add(Warning(earlier, later, wording));
            }
        }

        return found ?? [];
    }

    private static (ModelledClaim Earlier, ModelledClaim Later)? Steepest(ComponentEstimate component, Course course)
    {
        (ModelledClaim, ModelledClaim)? steepest = null;
        var most = MostDrifts;
        var (before, earlier) = (0, (List<ModelledClaim>)[]);
        for (var day = 0; day < course.States.Length; day++)
        {
            var later = Told(component, course.States[day]);
            if (later.Count == 0) continue;
            var days = course.Days[day].DayNumber - course.Days[before].DayNumber;
            // Where a root tells both days, it knows how far it moved.
            if (earlier.Count > 0 && days <= MostDays && !later.Exists(one => earlier.Exists(other => other.Root == one.Root)))
            {
                var (from, to) = (MostExact(earlier), MostExact(later));
                if (Steepness(from, to, course.Quantity.Drift * Math.Sqrt(days)) is var steepness && steepness > most) (most, steepest) = (steepness, (from, to));
            }

            (before, earlier) = (day, later);
        }

        return steepest;
    }

    /// <summary>The accepted claims that give a state a value.</summary>
    private static List<ModelledClaim> Told(ComponentEstimate component, int state)
    {
        var told = new List<ModelledClaim>();
        foreach (var claim in component.Component.ClaimsOn(state))
        {
            if (component.Leading.Accepted[claim] && component.Component.Claims[claim] is { GivesValue: true, IsWide: false, Leaning: null } value) told.Add(value);
        }

        return told;
    }

    private static ModelledClaim MostExact(List<ModelledClaim> told) => told.MinBy(static claim => claim.Tolerant.High - claim.Tolerant.Low)!;

    /// <summary>By how many standard deviations of the drift the tolerant intervals lie apart.</summary>
    private static double Steepness(ModelledClaim earlier, ModelledClaim later, double drift)
    {
        var (low, high) = earlier.Value < later.Value ? (earlier, later) : (later, earlier);
        if (high.Value < LeastFactor * low.Value) return 0;
        return (high.Tolerant.Low - low.Tolerant.High) / Math.Max(drift * high.Value, double.Epsilon);
    }

    private static Finding Warning(ModelledClaim earlier, ModelledClaim later, Wording wording) => EngineCodes.WarningOn(
        later.Claim, later.Position, EngineCodes.SteepStep,
        $"{wording.About(later.Claim)}, is far from {wording.SaidOn(earlier.Claim)} [{earlier.Claim.Id}]. A stock may move, so both are believed and no conflict is reported. If they speak of the same state of things, give both one day: then they are compared.");
}
