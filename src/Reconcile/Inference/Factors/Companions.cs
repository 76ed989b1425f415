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

    /// <summary>Totals that differ by more than this factor say the less of each other's pace, by the square of what is beyond it (convention).</summary>
    private const double MostUnlike = 10;

    private readonly Component _component;
    private readonly bool[] _accepted;
    private readonly Course[] _courses;
    private readonly ClaimedValues?[] _claimed;
    private readonly double[]?[] _fits;

    /// <summary>The states of which accepted claims speak together with others, but for what a total grew by.</summary>
    private readonly HashSet<int> _linked = [];

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    public Companions(Component component, ReadOnlySpan<bool> accepted)
    {
        (_component, _accepted, _courses) = (component, accepted.ToArray(), component.Courses);
        _claimed = new ClaimedValues?[_courses.Length];
        _fits = new double[]?[_courses.Length];
        for (var course = 0; course < _courses.Length; course++) _claimed[course] = ClaimedValues.Of(component, _courses[course], accepted);
        for (var number = 0; number < accepted.Length; number++)
        {
            var claim = component.Claims[number];
            if (!accepted[number] || claim.State >= 0 || claim.Claim.During is not null) continue;
            foreach (var state in claim.Form.States) _linked.Add(state);
            foreach (var state in claim.Denominator is { } whole ? whole.States : []) _linked.Add(state);
        }
    }

    /// <summary>What claims say of a quantity; null: they give it no value.</summary>
    public ClaimedValues? ClaimedOf(int course) => _claimed[course];

    /// <summary>How far a total may rise after a day for what is said of others, and up to which day that tells: the last on which one of these is told.</summary>
    /// <param name="position">Which total.</param>
    /// <param name="last">The last day on which it is told.</param>
    /// <param name="level">Its size on that day.</param>
    /// <returns>The day itself and null where others tell nothing.</returns>
    public (int Day, double? Most) After(int position, int last, double level)
    {
        var day = last;
        if (Tells(position, last, _courses[position].Steps, from: last + 1, level, rose: true))
        {
            foreach (var other in Others(position, last)) day = Math.Max(day, _claimed[other]!.Last);
        }

        return (day, day == last ? null : MostRise(position, (last, day), level, last));
    }

    /// <summary>How far a total may have risen before a day for what is said of others, and from which day on that tells: the first on which one of these is told.</summary>
    /// <param name="position">Which total.</param>
    /// <param name="first">The first day on which it is told.</param>
    /// <param name="level">Its size on that day.</param>
    /// <returns>The day itself and null where others tell nothing.</returns>
    public (int Day, double? Most) Before(int position, int first, double level)
    {
        var day = first;
        if (Tells(position, 0, first, from: 0, level, rose: false))
        {
            foreach (var other in Others(position, first)) day = Math.Min(day, _claimed[other]!.First);
        }

        return (day, day == first ? null : MostRise(position, (day, first), level, first));
    }

    /// <summary>The totals that are told about a day, on which another is told for the last or the first time.</summary>
    private IEnumerable<int> Others(int position, int day)
    {
        for (var other = 0; other < _courses.Length; other++)
        {
            if (other != position && _courses[other].NeverFalls && _claimed[other] is { Lean: false } claimed && claimed.First <= day && claimed.Last >= day) yield return other;
        }
    }

    /// <summary>Whether others tell anything of a stretch of days: where nothing that is said of the total itself tells more.</summary>
    private bool Tells(int position, int first, int last, int from, double level, bool rose)
    {
        if (first == last || _courses.Length is < 2 or > MostCourses) return false;
        for (var day = from; day < from + last - first; day++)
        {
            if (IsTold(_courses[position].States[day], level, rose)) return false;
        }

        return true;
    }

    /// <summary>Whether a claim says that a total is not what it is on the day on which it is told: not a floor far below, or a ceiling far above.</summary>
    private bool IsTold(int state, double level, bool rose)
    {
        foreach (var number in _component.ClaimsOn(state))
        {
            var claim = _component.Claims[number];
            var isLimit = claim.Kind is FigureKind.Floor or FigureKind.Ceiling;
            if (_accepted[number] && (!isLimit || (rose ? claim.Kind == FigureKind.Floor && claim.Value > level : claim.Kind == FigureKind.Ceiling && claim.Value < level))) return true;
        }

        return _linked.Contains(state);
    }

    /// <summary>Three times as fast as the fastest of those that are like it; the less they are, the less they tell.</summary>
    private double MostRise(int position, (int From, int To) stretch, double level, int told)
    {
        var others = new List<(double Unlike, double Rise)>();
        foreach (var other in Others(position, told))
        {
            if (_claimed[other]!.First > stretch.From || _claimed[other]!.Last < stretch.To) continue;
            var fit = _fits[other] ??= _claimed[other]!.Isotonic(_courses[other]);
            var size = Math.Abs(fit[told]);
            if (size > 0 && level != 0) others.Add((Math.Max(size, Math.Abs(level)) / Math.Min(size, Math.Abs(level)), Math.Abs(fit[stretch.To] - fit[stretch.From]) / size));
        }

        others.Sort();
        var (most, fastest) = (double.PositiveInfinity, Movements.LeastRise);
        for (var i = 0; i < others.Count; i++)
        {
            fastest = Math.Max(fastest, others[i].Rise);
            // All that are alike tell together.
            if (i + 1 < others.Count && others[i + 1].Unlike <= MostUnlike) continue;
            var beyond = Math.Max(1, others[i].Unlike / MostUnlike);
            most = Math.Min(most, MostFaster * fastest * beyond * beyond * Math.Abs(level));
        }

        return most;
    }
}
