using Reconcile.Modelling;

namespace Reconcile.Inference.Posteriors;

/// <summary>
/// Best values of totals never fall: where the mean of a day lies under that of the day before, the two are set equal and the rest follows, until none falls. What this pushes beyond a
/// limit, a relation or the bound of a quantity, is set to that limit in the same way. Pairs that would rise if they were let go are let go: in a sum only one of the parts may have to
/// give way. So the means end up at the nearest point that never falls (primal-dual active sets: Hintermüller, Ito and Kunisch 2002).
/// </summary>
internal sealed class RisingMeans
{
    /// <summary>A fall smaller than this share of the figures is rounding.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>A pull smaller than this many standard deviations is rounding.</summary>
    private const double LeastPull = 1e-6;

    /// <summary>After so many rounds, in which each block of equal days draws but the next day in, all is tied at once that an isotonic fit would join.</summary>
    private const int PatientRounds = 12;

    /// <summary>What was let go so often and falls again is held for good, so that the search ends.</summary>
    private const int MostReleases = 3;

    private readonly Component _component;
    private readonly Predicate<int> _hasBest;
    private readonly Func<int, Interval?>? _room;
    private readonly List<Held> _held = [];
    private readonly Dictionary<(Held.Kind, int), int> _releases = [];
    private TiedMeans _tied;
    private int _rounds;

    private RisingMeans(Component component, double[] means, Predicate<int> hasBest, Func<int, Interval?>? room)
    {
        _room = room;
        _component = component;
        _tied = new TiedMeans(means, []);
        _hasBest = hasBest;
    }

    private double[] Means => _tied.Means;

    /// <param name="component">The component.</param>
    /// <param name="ties">Its means, and what ties make of them.</param>
    /// <param name="hasBest">Whether a state has a best value at all.</param>
    /// <param name="room">Where alone the best value of a state may lie, be it pushed there or not; null: where its bounds leave it when it is pushed.</param>
    public static double[] Of(Component component, IStateTies ties, Predicate<int> hasBest, Func<int, Interval?>? room = null)
    {
        var rising = new RisingMeans(component, ties.Means, hasBest, room);
        while (rising.Changes()) rising._tied = ties.With(rising._held.ConvertAll(static held => held.Tie));
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) Level(course, rising.Means, hasBest);
        }

        return rising.Means;
    }

    /// <summary>A tie, and which way it may pull.</summary>
    private readonly record struct Held(Tie Tie, Held.Kind What, int Number)
    {
        public enum Kind
        {
            /// <summary>A day equals the day before; the number is its state.</summary>
            Fall,

            /// <summary>A relation is at its lower end.</summary>
            LowRelation,

            /// <summary>A relation is at its upper end.</summary>
            HighRelation,

            /// <summary>A state is at the least that it can be.</summary>
            LowBound,

            /// <summary>A state is at the most that it can be.</summary>
            HighBound,
        }

        /// <summary>The direction in which it may pull its form.</summary>
        public int Sign => What is Kind.HighRelation or Kind.HighBound ? -1 : 1;
    }

    /// <summary>Whether something is held, or let go, that was not before.</summary>
    private bool Changes()
    {
        var hasReleased = Release();
        var count = _held.Count;
        AddFalls(isPatient: _rounds++ < PatientRounds);
        // As long as something falls, it is not yet known how far that pushes.
        if (!hasReleased && _held.Count == count) AddLimits(isPushed: count > 0);
        return hasReleased || _held.Count > count;
    }

    /// <summary>Lets go what is held the wrong way.</summary>
    private bool Release()
    {
        var kept = 0;
        for (var i = 0; i < _held.Count; i++)
        {
            var held = _held[i];
            var releases = _releases.GetValueOrDefault((held.What, held.Number));
            if (_tied.Pulls[i] * held.Sign < -LeastPull && releases < MostReleases) _releases[(held.What, held.Number)] = releases + 1;
            else _held[kept++] = held;
        }

        var hasReleased = kept < _held.Count;
        _held.RemoveRange(kept, _held.Count - kept);
        return hasReleased;
    }

    private void AddFalls(bool isPatient)
    {
        var equal = HeldOf(Held.Kind.Fall);
        foreach (var course in _component.Courses)
        {
            if (!course.NeverFalls) continue;
            var fit = isPatient ? null : course.Isotonic(Means);
            for (var i = 0; i < course.Steps; i++)
            {
                var (earlier, later) = (course.States[i], course.States[i + 1]);
                var isJoined = fit is not null && fit[i] == fit[i + 1] && Math.Abs(Means[later] - Means[earlier]) > Tolerance * Math.Abs(fit[i]);
                if ((!isJoined && !Falls(Means[earlier], Means[later])) || !_hasBest(earlier) || !_hasBest(later) || equal.Contains(later)) continue;
                _held.Add(new Held(new Tie(new Form([earlier, later], [-1, 1]), 0), Held.Kind.Fall, later));
            }
        }
    }

    /// <param name="isPushed">Whether anything is held: where nothing falls, nothing is pushed beyond a limit.</param>
    private void AddLimits(bool isPushed)
    {
        var (low, high) = (HeldOf(Held.Kind.LowRelation), HeldOf(Held.Kind.HighRelation));
        for (var i = 0; i < _component.Constraints.Length && isPushed; i++)
        {
            var constraint = _component.Constraints[i];
            if (!constraint.IsEquation && HaveBests(constraint.Form)) AddLimit(constraint.Form, constraint.Range, Held.Kind.LowRelation, low, Held.Kind.HighRelation, high, i);
        }

        (low, high) = (HeldOf(Held.Kind.LowBound), HeldOf(Held.Kind.HighBound));
        for (var state = 0; state < Means.Length; state++)
        {
            if (_hasBest(state) && (_room?.Invoke(state) ?? (isPushed ? _component.States[state].Bounds : null)) is { } room) AddLimit(Form.Of(state), room, Held.Kind.LowBound, low, Held.Kind.HighBound, high, state);
        }
    }

    /// <summary>Holds a form at the end of a range beyond which it lies.</summary>
    private void AddLimit(Form form, Interval range, Held.Kind atLow, HashSet<int> low, Held.Kind atHigh, HashSet<int> high, int number)
    {
        var (value, size) = (0.0, 0.0);
        for (var i = 0; i < form.States.Length; i++)
        {
            var term = form.Coefficients[i] * Means[form.States[i]];
            value += term;
            size += Math.Abs(term);
        }

        if (value < range.Low - (Tolerance * (size + Math.Abs(range.Low))) && !low.Contains(number)) _held.Add(new Held(new Tie(form, range.Low), atLow, number));
        else if (value > range.High + (Tolerance * (size + Math.Abs(range.High))) && !high.Contains(number)) _held.Add(new Held(new Tie(form, range.High), atHigh, number));
    }

    private HashSet<int> HeldOf(Held.Kind kind) => [.. _held.FindAll(held => held.What == kind).ConvertAll(static held => held.Number)];

    private bool HaveBests(Form form)
    {
        foreach (var state in form.States)
        {
            if (!_hasBest(state)) return false;
        }

        return true;
    }

    /// <summary>Takes out what rounding leaves, or ties that cannot all hold.</summary>
    private static void Level(Course course, double[] means, Predicate<int> hasBest)
    {
        for (var i = 0; i < course.Steps; i++)
        {
            var (earlier, later) = (course.States[i], course.States[i + 1]);
            if (hasBest(earlier) && hasBest(later) && means[later] < means[earlier]) means[later] = means[earlier];
        }
    }

    private static bool Falls(double earlier, double later) => earlier - later > Tolerance * (Math.Abs(earlier) + Math.Abs(later));
}
