using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What claims say of each moving quantity of a component, and how fast the totals that relations tie to one rise on days on which nobody tells that one. Of 855 killed 256 were women; when the
/// killed are 859 a week later, the women have hardly become 338.
/// </summary>
internal sealed class Companions
{
    /// <summary>So many times as fast as the fastest of them a total may rise (convention).</summary>
    private const double MostFaster = 3;

    /// <summary>With more totals than this in one component they are not compared, since the work would grow with their square.</summary>
    private const int MostCourses = 64;

    /// <summary>Totals that differ by more than this factor say nothing of each other's pace (convention).</summary>
    private const double MostUnlike = 10;

    private readonly Component _component;
    private readonly bool[] _accepted;
    private readonly Course[] _courses;
    private readonly ClaimedValues?[] _claimed;
    private readonly double[]?[] _fits;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    public Companions(Component component, ReadOnlySpan<bool> accepted)
    {
        (_component, _accepted, _courses) = (component, accepted.ToArray(), component.Courses);
        _claimed = new ClaimedValues?[_courses.Length];
        _fits = new double[]?[_courses.Length];
        for (var course = 0; course < _courses.Length; course++) _claimed[course] = ClaimedValues.Of(component, _courses[course], accepted);
    }

    /// <summary>What claims say of a quantity; null: they give it no value.</summary>
    public ClaimedValues? ClaimedOf(int course) => _claimed[course];

    /// <summary>How far a total may rise in some days of which nothing is said of it, for what claims say of others; infinite where none of these is told before and after, and is of like size.</summary>
    /// <param name="course">The position of the total.</param>
    /// <param name="stretch">The first and the last of the days.</param>
    /// <param name="level">Its size on the day nearest to them on which it is told.</param>
    /// <param name="isBefore">Whether that day is the last of them, and not the first.</param>
    public double MostRise(int course, (int From, int To) stretch, double level, bool isBefore)
    {
        if (stretch.From == stretch.To || _courses.Length is < 2 or > MostCourses || IsSpokenOf(_courses[course], isBefore ? stretch with { To = stretch.To - 1 } : stretch with { From = stretch.From + 1 })) return double.PositiveInfinity;
        double? fastest = null;
        for (var other = 0; other < _courses.Length; other++)
        {
            if (other == course || !_courses[other].NeverFalls || _claimed[other] is not { Lean: false } claimed || claimed.First > stretch.From || claimed.Last < stretch.To) continue;
            var fit = _fits[other] ??= claimed.Isotonic(_courses[other]);
            var told = Math.Abs(fit[isBefore ? stretch.To : stretch.From]);
            if (!(told > 0 && Math.Max(told, Math.Abs(level)) <= MostUnlike * Math.Min(told, Math.Abs(level)))) continue;
            fastest = Math.Max(fastest ?? Movements.LeastRise, Math.Abs(fit[stretch.To] - fit[stretch.From]) / told);
        }

        return fastest is { } known ? MostFaster * known * Math.Abs(level) : double.PositiveInfinity;
    }

    /// <summary>Whether claims, be they limits, speak of a total on some days.</summary>
    private bool IsSpokenOf(Course course, (int From, int To) days)
    {
        for (var day = days.From; day <= days.To; day++)
        {
            foreach (var claim in _component.ClaimsOn(course.States[day]))
            {
                if (_accepted[claim]) return true;
            }
        }

        return false;
    }
}
