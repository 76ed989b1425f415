using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The value of one quantity under one account. An open side is null, and then so is the best.</summary>
/// <param name="Best">Posterior mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="FromPrior">Whether nobody counts it: mostly prior and bounds, or an uncounted part; then the ends are those of the feasible range.</param>
internal readonly record struct AccountValue(double? Best, double? Low, double? High, bool FromPrior)
{
    public bool IsOpen => Best is null;
}

/// <summary>One choice of accounts: its posterior, and the marginal and value of each state.</summary>
internal sealed class AccountView
{
    /// <summary>A state that owes more than this share of its precision to the prior shows its feasible range.</summary>
    private const double MostPrior = 0.1;

    /// <summary>So does one that owes more than this share to the bounds of quantities: then no claim counts it.</summary>
    private const double MostBounds = 0.5;

    private readonly Component _component;
    private readonly IAccountPosterior _posterior;
    private readonly UncountedParts _uncounted;
    private readonly bool _hasClaims;
    private readonly Interval[] _tolerant;
    private readonly Func<bool[], Interval[]> _believedRanges;
    private readonly double[]? _forced;
    private readonly double _level;
    private readonly double _normalHalf;
    private Interval[]? _believed;
    private SilentDays? _silent;
    private Marginal?[]? _marginals;
    private AccountValue?[]? _values;
    private double[]? _risingMeans;

    /// <param name="component">The component.</param>
    /// <param name="posterior">The posterior of the account.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="uncounted">States of which nobody says anything.</param>
    /// <param name="tolerant">Feasible ranges of the states within the error of the sources.</param>
    /// <param name="believed">Works out the feasible ranges by the words, where they can hold: needed for open sides only.</param>
    /// <param name="forced">By state, the value that the relations leave it; NaN: they leave room. Null: all have room.</param>
    /// <param name="level">Probability of the ranges.</param>
    public AccountView(
        Component component, IAccountPosterior posterior, bool[] accepted, UncountedParts uncounted, Interval[] tolerant, Func<bool[], Interval[]> believed, double[]? forced, double level)
    {
        _component = component;
        _posterior = posterior;
        _uncounted = uncounted;
        Accepted = accepted;
        _hasClaims = component.HasWords && accepted.AsSpan().Contains(true);
        _tolerant = tolerant;
        _believedRanges = believed;
        _forced = forced;
        _level = level;
        _normalHalf = ShortestInterval.NormalHalf(level);
    }

    /// <summary>The claims that hold.</summary>
    public bool[] Accepted { get; }

    /// <summary>The distribution of one state.</summary>
    public Marginal MarginalOf(int state) => (_marginals ??= new Marginal?[_tolerant.Length])[state] ??= Cut(state);

    /// <summary>Mean of a state in the normal approximation; relations hold between means.</summary>
    public double MeanOf(int state) => _posterior.MeanOf(state);

    /// <summary>Means that obey the relations and, on totals, never fall.</summary>
    private double BestOf(int state) => _component.Courses.Length == 0
        ? MeanOf(state)
        : (_risingMeans ??= RisingBests())[state];

    /// <summary>Standard deviation of a state in the normal approximation.</summary>
    public double DeviationOf(int state) => _posterior.DeviationOf(state);

    /// <summary>Whether a side of a state is open.</summary>
    public bool IsOpen(int state) => !_tolerant[state].IsClosed && !IsBetweenDays(state);

    /// <summary>Between two days on which something bounds a stock, its drift does; a total is bounded by the later one.</summary>
    private bool IsBetweenDays(int state)
    {
        if (_component.CourseOf(state) is not { NeverFalls: false } course) return false;
        var day = Array.IndexOf(course.States, state);
        return Array.FindIndex(course.States, 0, day, earlier => _tolerant[earlier].IsClosed) >= 0
            && Array.FindIndex(course.States, day, later => _tolerant[later].IsClosed) >= 0;
    }

    /// <summary>The value of a state, kept for the next time.</summary>
    public AccountValue ValueOf(int state) => (_values ??= new AccountValue?[_tolerant.Length])[state] ??= Evaluate(state, keep: true);

    /// <summary>
    /// The value of a state as a version of events shows it: on a day of a total on which the account gives no value, no further than the days beside on which it does. For the range over
    /// all accounts <see cref="RisingRanges"/> sees to it.
    /// </summary>
    public AccountValue ShownValueOf(int state)
    {
        var value = ValueOf(state);
        if (value is not { Best: { } best, Low: { } low, High: { } high, FromPrior: false } || IsTold(state) || _component.CourseOf(state) is not { NeverFalls: true } course) return value;
        var day = Array.IndexOf(course.States, state);
        var (before, after) = (Array.FindLastIndex(course.States, day, day + 1, IsTold), Array.FindIndex(course.States, day, IsTold));
        if (before >= 0 && ValueOf(course.States[before]) is { FromPrior: false, Low: { } least }) low = Math.Max(low, least);
        if (after >= 0 && ValueOf(course.States[after]) is { FromPrior: false, High: { } most }) high = Math.Min(high, most);
        return value with { Low = Math.Min(best, low), High = Math.Max(best, high) };
    }

    /// <summary>Works out what several values need, so that none of them has to.</summary>
    public void PrepareAll()
    {
        if (Array.Exists(_tolerant, static range => !range.IsClosed)) _believed ??= _believedRanges(Accepted);
    }

    /// <summary>The value of a state that is asked for once.</summary>
    public AccountValue ValueOnceOf(int state) => Evaluate(state, keep: false);

    private Marginal Cut(int state)
    {
        var marginal = _posterior.MarginalOf(state);
        return Silent is { } silent ? silent.Cut(state, marginal) : marginal;
    }

    private SilentDays? Silent => _component.Courses.Length == 0 ? null : _silent ??= SilentDays.Of(_component, Accepted, _tolerant);

    private double[] RisingBests()
    {
        var ties = ((IMovingPosterior)_posterior).Ties(Silent!.TargetsOf(_posterior, MarginalOf, state => !IsOpen(state)));
        return RisingMeans.Of(_component, ties, state => !IsOpen(state), RoomOf);
    }

    /// <summary>Where alone the best value may lie of a moving quantity to which no claim gives a value on any day: where it is feasible. Null: for others the estimate tells.</summary>
    private Interval? RoomOf(int state) =>
        _component.States[state].Day is null || Silent!.IsToldOnAnotherDay(state) || IsTold(state) ? null : _tolerant[state].Intersect(_component.States[state].Bounds);

    private AccountValue Evaluate(int state, bool keep)
    {
        var range = _tolerant[state];
        if (IsOpen(state))
        {
            var words = (_believed ??= _believedRanges(Accepted))[state];
            // A side that no claim and no relation bounds stays open; the other is what the words say where they can hold.
            return new AccountValue(
                null,
                double.IsFinite(range.Low) ? Math.Max(range.Low, LowSinceLastBounded(state) ?? words.Low) : null,
                double.IsFinite(range.High) ? Math.Min(range.High, words.High) : null,
                false);
        }

        // What the relations leave a single value has no width; on a tree its posterior has that of the digits there.
        if (_forced is { } forced && !double.IsNaN(forced[state])) return new AccountValue(forced[state], forced[state], forced[state], false);
        var best = Math.Clamp(BestOf(state), _component.States[state].Bounds.Low, _component.States[state].Bounds.High);
        if (range.IsClosed && (_uncounted.IsUncounted[state] || IsHardlyCounted(state)))
        {
            if (best >= range.Low && best <= range.High) return new AccountValue(best, range.Low, range.High, true);
            // Where claims hold only at the very ends of their errors, what is feasible is a sliver beside what they say.
            var (least, most) = IntervalOf(state, keep);
            return Bounded(state, best, Math.Min(least, range.Low), Math.Max(most, range.High)) with { FromPrior = true };
        }

        var (low, high) = IntervalOf(state, keep);
        // Between days on which something bounds a part, it may be anywhere in the room of which it was given a share.
        return _uncounted.RoomOf(state, high) is { } room ? Bounded(state, best, room.Low, room.High) : Bounded(state, best, low, high);
    }

    /// <summary>The shortest interval of the probability of the ranges.</summary>
    private (double Low, double High) IntervalOf(int state, bool keep)
    {
        var marginal = _marginals?[state] ?? (keep ? MarginalOf(state) : Cut(state));
        return marginal.IsNormal
            ? (marginal.Mean - (_normalHalf * marginal.Sd), marginal.Mean + (_normalHalf * marginal.Sd))
            : ShortestInterval.Of([new WeightedMarginal(marginal, 1)], _level);
    }

    /// <summary>
    /// Of a day of a total of which only <c>low</c> is known: that of the last day on which something bounded it, and so much more as the words raise it since, or a floor said since. The words of that day would
    /// be more than its estimate. Null: there is no such day.
    /// </summary>
    private double? LowSinceLastBounded(int state)
    {
        if (_component.CourseOf(state) is not { NeverFalls: true } course) return null;
        var day = Array.BinarySearch(course.States, state);
        var last = Array.FindLastIndex(course.States, day, day + 1, bounded => !IsOpen(bounded));
        if (last < 0 || ValueOf(course.States[last]).Low is not { } low) return null;
        var words = _believed![state].Low;
        low = Math.Max(low, Math.Min(words, low + words - _believed[course.States[last]].Low));
        for (var later = last + 1; later <= day; later++)
        {
            foreach (var claim in _component.ClaimsOn(course.States[later]))
            {
                if (Accepted[claim] && !_component.Claims[claim].IsShare) low = Math.Max(low, _component.Claims[claim].Literal.Low);
            }
        }

        return low;
    }

    /// <summary>Influences of the claims, relations and prior on a state.</summary>
    public List<FactorShare> SharesOf(int state) => _posterior.SharesOf(state);

    private bool IsHardlyCounted(int state)
    {
        // Where nobody says anything, relations between numbers alone are no count either, however much of the precision is theirs.
        if (!_hasClaims) return true;
        if (_posterior.OwnShareOf(state) >= 1 - MostPrior) return false;
        var (prior, bounds) = _posterior.UnclaimedShareOf(state);
        if (prior > MostPrior) return true;
        // Of a quantity that is counted, be it on another day, the bound that it comes near says where it lies, and not that nobody counts it.
        return prior + bounds > MostBounds && !IsTold(state) && Silent?.IsToldOnAnotherDay(state) != true;
    }

    private bool IsTold(int state)
    {
        foreach (var claim in _component.ClaimsOn(state))
        {
            if (Accepted[claim] && _component.Claims[claim].GivesValue) return true;
        }

        return false;
    }

    /// <summary>A range that keeps within the hard bounds of the quantity and holds its best value.</summary>
    public AccountValue Bounded(int state, double best, double low, double high)
    {
        var bounds = _component.States[state].Bounds;
        return new AccountValue(best, Math.Min(best, Math.Max(low, bounds.Low)), Math.Max(best, Math.Min(high, bounds.High)), false);
    }
}
