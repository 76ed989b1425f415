using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// How fast the totals that relations tie to one rise on days on which nobody tells that one. Of 855 killed 256 were women; when the killed are 859 a week later, the women have hardly become 338.
/// </summary>
internal static class CompanionPace
{
    /// <summary>So many times as fast as the fastest of them a total may rise (convention).</summary>
    private const double MostFaster = 3;

    /// <summary>With more totals than this in one component they are not compared, since the work would grow with their square.</summary>
    private const int MostCourses = 64;

    /// <summary>How far a total may rise in some days for what claims say of others; infinite where none of these is told before and after.</summary>
    /// <param name="component">The component.</param>
    /// <param name="course">The total.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="stretch">The first and the last of the days.</param>
    /// <param name="level">Its size on the day nearest to them on which it is told.</param>
    /// <param name="isBefore">Whether that day is the last of them, and not the first.</param>
    public static double MostRise(Component component, Course course, ReadOnlySpan<bool> accepted, (int From, int To) stretch, double level, bool isBefore)
    {
        if (stretch.From == stretch.To || component.Courses.Length is < 2 or > MostCourses) return double.PositiveInfinity;
        double? fastest = null;
        foreach (var other in component.Courses)
        {
            if (other == course || !other.NeverFalls || ClaimedValues.Of(component, other, accepted) is not { Lean: false } claimed || claimed.First > stretch.From || claimed.Last < stretch.To) continue;
            var fit = claimed.Isotonic(other);
            var told = Math.Abs(fit[isBefore ? stretch.To : stretch.From]);
            var pace = told > 0 ? Math.Abs(fit[stretch.To] - fit[stretch.From]) / told : double.PositiveInfinity;
            fastest = Math.Max(fastest ?? 0, pace);
        }

        return fastest is { } known ? MostFaster * known * Math.Abs(level) : double.PositiveInfinity;
    }
}
