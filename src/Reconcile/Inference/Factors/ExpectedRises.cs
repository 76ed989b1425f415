using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What is expected of the steps of one total to which claims give a value. Between the first and the last day on which one does, it rises as they say. Before and after, where nothing tells
/// its pace, no rise is expected, unless limits force it, with a deviation of at least its share of the rise between the claims, or of its largest figure, in these days and those of which something tells, where
/// they are not so few that it can hardly have doubled, and of no more than the totals that relations tie to it show.
/// </summary>
internal readonly ref struct ExpectedRises
{
    /// <summary>The days in which a total of whose pace nothing is known may well have doubled (convention).</summary>
    public const double DaysToDouble = 25;

    private readonly Component _component;
    private readonly ReadOnlySpan<bool> _accepted;
    private readonly Companions _companions;
    private readonly StateScales? _scales;
    private readonly int _position;
    private readonly Course _course;
    private readonly ClaimedValues _claimed;
    private readonly ToldRises? _told;
    private readonly double[] _fit;
    private readonly double[] _shown;
    private readonly double _least;
    private readonly double _between;

    /// <summary>The days of which something tells how it rises.</summary>
    private readonly double _known;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="companions">What claims say of all its moving quantities.</param>
    /// <param name="position">Which of them the total is.</param>
    /// <param name="claimed">What they say of it.</param>
    /// <param name="scales">Knows the feasible range of each state; null: unknown.</param>
    /// <param name="means">What an earlier round gave each state; empty: the claims themselves.</param>
    public ExpectedRises(Component component, ReadOnlySpan<bool> accepted, Companions companions, int position, ClaimedValues claimed, StateScales? scales, ReadOnlySpan<double> means)
    {
        _accepted = accepted;
        (_component, _companions, _position, _claimed, _scales) = (component, companions, position, claimed, scales);
        _course = component.Courses[position];
        _told = ToldRises.Of(component, _course, claimed, accepted);
        // Beside increments what came out tells little of the other steps: one that came out longer would be expected, and come out longer still. Nor do days outside of those with values, which
        // a far floor or ceiling may have moved, tell of what was between.
        var byClaims = means.IsEmpty || _told is not null;
        _fit = byClaims ? claimed.Isotonic(_course) : _course.Isotonic(means, claimed.First, claimed.Last);
        _shown = byClaims ? _fit : _course.Isotonic(means);
        _told?.Distribute(_fit, claimed.First, claimed.Last);
        _least = Movements.LeastRise * claimed.Largest;
        _between = Math.Max(_fit[claimed.Last] - _fit[claimed.First], _least);
        for (var step = 0; step < _course.Steps; step++) _known += (step >= claimed.First && step < claimed.Last) || IsTold(step) ? Movements.DaysBetween(_course, step, step + 1) : 0;
    }

    /// <param name="movements">Receives the steps.</param>
    /// <param name="silent">Receives the numbers of those of which nothing tells any more.</param>
    /// <param name="early">Receives the numbers of those of which nothing tells yet.</param>
    public void AddTo(List<Movement> movements, HashSet<int> silent, HashSet<int> early)
    {
        AddBefore(movements, early);
        Add((_claimed.First, _claimed.Last), null, double.NaN, null, movements, null);
        AddAfter(movements, silent);
    }

    // Where nothing tells the pace, only what limits force it to rise was shown by something; what came out would be expected, come out longer and be expected again, round by round.
    private void AddBefore(List<Movement> movements, HashSet<int> early)
    {
        var first = _claimed.First;
        double? boasted = HasBoasts(_course.States.AsSpan(0, first)) ? _shown[first] - _shown[0] : null;
        var start = FirstFloors.Of(_component, _course, _accepted, _scales, first, _fit);
        _told?.Distribute(_fit, start, first);
        // What came before the first value, and of which no claim tells, is no more than that value leaves.
        var room = _told is null ? double.PositiveInfinity : _fit[first] - _component.States[_course.States[0]].Bounds.Low - _told.Sum(0, first).Rise;
        if (start < first)
        {
            Add((0, start), boasted ?? _fit[start] - HighOf(0), room, null, movements, early);
            Add((start, first), null, room, null, movements, null);
            return;
        }

        var (day, most) = _companions.Before(_position, first, SizeOn(first));
        if (boasted is not null) day = first;
        var forced = boasted ?? Math.Max(0, _fit[first] - HighOf(day));
        Add((0, day), boasted ?? _fit[first] - forced - HighOf(0), room, null, movements, early);
        Add((day, first), forced, room, most, movements, early);
    }

    private void AddAfter(List<Movement> movements, HashSet<int> silent)
    {
        var last = _claimed.Last;
        double? boasted = HasBoasts(_course.States.AsSpan(last + 1)) ? _shown[^1] - _shown[last] : null;
        var (day, most) = _companions.After(_position, last, SizeOn(last));
        if (boasted is not null) day = last;
        var forced = Math.Max(0, LowOf(day) - _fit[last]);
        Add((last, day), forced, double.PositiveInfinity, most, movements, silent);
        Add((day, _course.Steps), boasted ?? LowOf(_course.Steps) - _fit[last] - forced, double.PositiveInfinity, null, movements, silent);
    }

    /// <summary>What is told as 0 has a size all the same, by which it may rise.</summary>
    private double SizeOn(int day) => _claimed.IsNothing ? _claimed.Largest : _fit[day];

    /// <summary>The least and the most that it can be on a day; without scales anything.</summary>
    private double LowOf(int day) => _scales?.RangeOf(_course.States[day]).Low ?? double.NegativeInfinity;

    private double HighOf(int day) => _scales?.RangeOf(_course.States[day]).High ?? double.PositiveInfinity;

    /// <summary>How far it may go in some days though nothing tells so: what is told of others, and how long, says nothing of its pace.</summary>
    private double Silent(double days)
    {
        var share = days / (_known + days);
        return Math.Max(_between * Math.Sqrt(share), _claimed.Largest * Math.Min(share, Math.Sqrt(days / DaysToDouble)));
    }

    /// <param name="stretch">The first and the last day.</param>
    /// <param name="whole">How far limits, or what boasts show, have it rise; null: what is known tells.</param>
    /// <param name="room">How far it can have gone at most; NaN: between values, of which what may be beside is the least.</param>
    /// <param name="most">How far it may go at most for what is said of others; null: as far as it will.</param>
    /// <param name="movements">Receives the steps.</param>
    /// <param name="silent">Receives the numbers of those of which nothing tells; null: something tells of all.</param>
    private void Add((int From, int To) stretch, double? whole, double room, double? most, List<Movement> movements, HashSet<int>? silent)
    {
        if (stretch.From == stretch.To) return;
        var days = 0.0;
        for (var step = stretch.From; step < stretch.To; step++) days += IsTold(step) ? 0 : Movements.DaysBetween(_course, step, step + 1);
        var may = double.IsNaN(room) ? _least : Math.Max(_least, Math.Min(Silent(days), Math.Min(room, most ?? room)));
        var pace = Pace.Of(_fit, stretch, days, _told, _least, may, whole);
        for (var step = stretch.From; step < stretch.To; step++)
        {
            if (!IsTold(step)) silent?.Add(movements.Count);
            movements.Add(IsTold(step)
                ? new Movement(_course.States[step], _course.States[step + 1], _told!.RiseOf(step), Math.Max(_least, _told.RiseOf(step)))
                : pace.Step(_course, _fit, step));
        }
    }

    private bool IsTold(int step) => _told?.Has(step) == true;

    /// <summary>Whether a source that leans gives a value on some day: what it stretches alike on all days tells how it rises.</summary>
    private bool HasBoasts(ReadOnlySpan<int> states)
    {
        foreach (var state in states)
        {
            foreach (var claim in _component.ClaimsOn(state))
            {
                if (_accepted[claim] && _component.Claims[claim] is { Leaning: not null, GivesValue: true }) return true;
            }
        }

        return false;
    }
}
