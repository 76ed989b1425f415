using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>The steps of one stock, which rises and falls: N(0, σ²·days), at least as wide as claims say that it moved.</summary>
internal readonly ref struct Drifts
{
    /// <summary>Where sources that lean alone give values of a stock, by how much further than they say it may have moved: their biases, which may all be large, would else go with hardly any movement.</summary>
    private const double WiderOfBoasts = 3;

    private readonly Course _course;
    private readonly StateScales? _scales;
    private readonly ReadOnlySpan<double> _means;
    private readonly List<Movement> _movements;

    /// <summary>For each step the variance that shares of it show, in squares of its level.</summary>
    private readonly double[] _shown;

    public Drifts(Component component, Course course, ReadOnlySpan<bool> accepted, StateScales? scales, ReadOnlySpan<double> means, List<Movement> movements)
    {
        _course = course;
        _scales = scales;
        _means = means;
        _movements = movements;
        _shown = ShownByShares(component, course, accepted);
    }

    /// <summary>Steps of a stock to which claims give values.</summary>
    public void Add(ClaimedValues claimed)
    {
        // As wide as what came out they would shrink from round to round, and a day with one claim would end up beside it.
        var levels = Levels(claimed);
        var least = new Interval(Movements.LeastShare * claimed.Largest, Movements.LeastRise * claimed.Largest);
        var told = claimed.Lean ? null : Way(levels);
        var last = 0;
        for (var i = 0; i <= _course.Steps; i++)
        {
            if (double.IsNaN(levels[i]) && i < _course.Steps) continue;
            var (from, to) = (double.IsNaN(levels[last]) ? i : last, double.IsNaN(levels[i]) ? last : i);
            var moved = (claimed.Lean ? WiderOfBoasts : 1) * Math.Abs(levels[to] - levels[from]);
            Add(last, i, Math.Max(LevelOn(from, levels[from]), LevelOn(to, levels[to])), moved, least, told);
            last = i;
        }
    }

    /// <summary>Where claims, and the limits that they set together, have a stock on each day, straight from one to the next; null where sources that lean stretch it.</summary>
    public double[]? Told(ClaimedValues claimed) => claimed.Lean ? null : Way(Levels(claimed));

    /// <summary>From the days that tell straight from one to the next.</summary>
    private double[] Way(double[] levels)
    {
        var told = (double[])levels.Clone();
        var before = Array.FindIndex(told, static level => !double.IsNaN(level));
        told.AsSpan(0, before).Fill(told[before]);
        for (var day = before + 1; day < told.Length; day++)
        {
            if (double.IsNaN(told[day])) continue;
            for (var between = before + 1; between < day; between++)
            {
                told[between] = told[before] + ((told[day] - told[before]) * Movements.DaysBetween(_course, before, between) / Movements.DaysBetween(_course, before, day));
            }

            before = day;
        }

        told.AsSpan(before).Fill(told[before]);
        return told;
    }

    /// <summary>Steps of a stock that claims mention, but to which none gives a value other than 0: how large it is tells what came out, and before that what equations leave it, or the scale of what is known.</summary>
    public void AddUnclaimed(TiedLevels? tied)
    {
        var levels = new double[_course.States.Length];
        for (var day = 0; day < levels.Length; day++)
        {
            var state = _course.States[day];
            levels[day] = LevelOn(day, !_means.IsEmpty ? _means[state] : tied?[state] is { } level && !double.IsNaN(level) ? Math.Max(Math.Abs(level), Movements.LeastRise * tied.Largest) : _scales![state]);
        }

        var largest = Math.Max(levels.Max(), Movements.LeastShare * _scales!.Component);
        var least = new Interval(Movements.LeastShare * largest, Movements.LeastRise * largest);
        var forced = Forced();
        for (var i = 0; i < _course.Steps; i++) Add(i, i + 1, Math.Max(levels[i], levels[i + 1]), forced[i], least, told: null);
    }

    /// <summary>How far limits that exclude each other on different days make a stock move in each step, from either end of time: the rest of the sum would else have to give way to a drift.</summary>
    private double[] Forced()
    {
        var forced = new double[_course.Steps];
        Force(forced, isBackwards: false);
        Force(forced, isBackwards: true);
        return forced;
    }

    /// <summary>Keeps in mind where the stock may still be without having moved; where a day leaves none of that, it moved since the day that set the nearer end.</summary>
    private void Force(double[] forced, bool isBackwards)
    {
        var days = _course.States.Length;
        var still = Interval.All;
        int low = 0, high = 0;
        for (var place = 0; place < days; place++)
        {
            var day = isBackwards ? days - 1 - place : place;
            var limits = _scales!.RangeOf(_course.States[day]);
            var (up, down) = (limits.Low - still.High, still.Low - limits.High);
            if (up > 0) Spread(forced, high, day, up);
            else if (down > 0) Spread(forced, low, day, down);
            if (up > 0 || down > 0) (still, low, high) = (Interval.All, day, day);
            if (limits.Low > still.Low) low = day;
            if (limits.High < still.High) high = day;
            still = still.Intersect(limits);
        }
    }

    private void Spread(double[] forced, int one, int other, double moved)
    {
        var (first, last) = (Math.Min(one, other), Math.Max(one, other));
        for (var step = first; step < last; step++)
        {
            forced[step] = Math.Max(forced[step], moved * Math.Sqrt(Movements.DaysBetween(_course, step, step + 1) / Movements.DaysBetween(_course, first, last)));
        }
    }

    /// <summary>
    /// Where shares of one name differ from day to day, one of the two quantities moved by as much, in its own size. Without this, the steps would be narrow, and since they are narrow
    /// in units and not in shares, both quantities would come out too small to have moved far.
    /// </summary>
    private static double[] ShownByShares(Component component, Course course, ReadOnlySpan<bool> accepted)
    {
        var shown = new double[course.Steps];
        var shares = new List<(string Name, int Day, double Share)>();
        for (var claim = 0; claim < accepted.Length; claim++)
        {
            var modelled = component.Claims[claim];
            if (accepted[claim] && modelled is { Denominator: { } whole, GivesValue: true } && DayOf(course, modelled.Form, whole) is { } day) shares.Add((modelled.Claim.Quantity, day, modelled.Value));
        }

        shares.Sort(static (a, b) => (string.CompareOrdinal(a.Name, b.Name), a.Day.CompareTo(b.Day), a.Share.CompareTo(b.Share)).CompareTo((0, 0, 0)));
        (string Name, int Day, double Share)? before = null;
        for (var i = 0; i < shares.Count;)
        {
            var now = MeanOfDay(shares, ref i);
            if (before is { } last && last.Name == now.Name) Show(course, last.Day, last.Share, now.Day, now.Share, shown);
            before = now;
        }

        return shown;
    }

    /// <summary>What is said of one day is said together: two sources that differ on it do not show that anything moved.</summary>
    private static (string Name, int Day, double Share) MeanOfDay(List<(string Name, int Day, double Share)> shares, ref int next)
    {
        var (name, day, _) = shares[next];
        var (sum, first) = (0.0, next);
        for (; next < shares.Count && shares[next].Day == day && shares[next].Name == name; next++) sum += shares[next].Share;
        return (name, day, sum / (next - first));
    }

    /// <summary>The day on which a share is one of the stock, or of something else in the stock; null: it has nothing to do with it.</summary>
    private static int? DayOf(Course course, Form part, Form whole)
    {
        for (var day = 0; day < course.States.Length; day++)
        {
            if (part.States.Contains(course.States[day]) || whole.States.Contains(course.States[day])) return day;
        }

        return null;
    }

    private static void Show(Course course, int first, double before, int last, double after, double[] shown)
    {
        var larger = Math.Max(Math.Abs(before), Math.Abs(after));
        if (larger == 0) return;
        var moved = (after - before) / larger;
        for (var step = first; step < last; step++)
        {
            shown[step] = Math.Max(shown[step], moved * moved * Movements.DaysBetween(course, step, step + 1) / Movements.DaysBetween(course, first, last));
        }
    }

    /// <summary>Where a stock is on the days that tell: those with a value, and those that claims or relations keep off the way between the values beside it. NaN: the day tells nothing.</summary>
    /// <param name="claimed">What claims say of it.</param>
    private double[] Levels(ClaimedValues claimed)
    {
        var levels = new double[_course.States.Length];
        for (var day = 0; day < levels.Length; day++) levels[day] = claimed.Has(day) ? claimed.ValueAt(day) : double.NaN;
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
                : levels[before] + ((levels[after] - levels[before]) * Movements.DaysBetween(_course, before, day) / Movements.DaysBetween(_course, before, after));
            var limits = _scales?.RangeOf(_course.States[day]) ?? Interval.All;
            if (way < limits.Low) levels[day] = limits.Low;
            else if (way > limits.High) levels[day] = limits.High;
        }

        return levels;
    }

    /// <summary>
    /// No smaller than the geometric middle of what it can be: the smaller a level, the smaller its drift, and the smaller what comes out again where only shares tie it to others. A bound far
    /// beyond all figures says nothing of that.
    /// </summary>
    private double LevelOn(int day, double level)
    {
        if (_scales is not { } scales || scales.RangeOf(_course.States[day]) is not { IsClosed: true } range) return Math.Abs(level);
        var isOneSided = range.Low * range.High > 0;
        var isNear = Math.Max(range.High, -range.Low) <= StateScales.Larger * scales.Component;
        return isOneSided && isNear ? Math.Max(Math.Abs(level), Math.Sqrt(range.Low * range.High)) : Math.Abs(level);
    }

    /// <param name="first">Where a stretch begins.</param>
    /// <param name="last">Where it ends.</param>
    /// <param name="level">How large the stock is there.</param>
    /// <param name="moved">How far claims say that it moved.</param>
    /// <param name="least">The least deviation of a step, and the least level.</param>
    /// <param name="told">What claims say of each day; null where shared errors are no matter of steps.</param>
    private void Add(int first, int last, double level, double moved, Interval least, double[]? told)
    {
        var days = Movements.DaysBetween(_course, first, last);
        var drift = Math.Max(Math.Pow(_course.Quantity.Drift * Math.Max(level, least.High), 2) * days, moved * moved);
        for (var i = first; i < last; i++)
        {
            var share = Movements.DaysBetween(_course, i, i + 1) / days;
            var deviation = Math.Max(Math.Max(Math.Sqrt(drift * share), Math.Sqrt(_shown[i]) * level), least.Low);
            _movements.Add(new Movement(_course.States[i], _course.States[i + 1], 0, deviation, told is null ? 0 : told[i + 1] - told[i]));
        }
    }
}
