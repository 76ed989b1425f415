using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The steps of a total of which accepted claims on a period say how far it rose: what is left of its rise belongs to the other steps. Did these share in all of it, three losses of 100 between
/// 0 and 300 would leave room for as much again on the days between them.
/// </summary>
internal sealed class ToldRises
{
    private readonly double[] _rises;
    private readonly double[] _variances;
    private readonly double[] _shared;

    private ToldRises(Course course, ClaimedValues claimed, List<Period> periods)
    {
        _rises = new double[course.Steps];
        _variances = new double[course.Steps];
        _shared = new double[course.Steps];
        Array.Fill(_rises, double.NaN);
        var fit = claimed.Isotonic(course);
        foreach (var period in periods.OrderBy(period => Movements.DaysBetween(course, period.From, period.To)).ThenBy(static period => period.From))
        {
            Add(course, fit, (claimed.First, claimed.Last), period);
        }
    }

    /// <summary>What is told of the steps between two days, by all claims on just that period together.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Rise">How far the total rose.</param>
    /// <param name="Variance">How exact that is, without the errors of sources.</param>
    /// <param name="Shared">Standard deviation of what the error of a source makes of it.</param>
    private readonly record struct Period(int From, int To, double Rise, double Variance, double Shared);

    /// <summary>Null where no claim tells of any step.</summary>
    /// <param name="component">The component.</param>
    /// <param name="course">The total.</param>
    /// <param name="claimed">What claims say of it on single days.</param>
    /// <param name="accepted">The claims that hold.</param>
    public static ToldRises? Of(Component component, Course course, ClaimedValues claimed, ReadOnlySpan<bool> accepted)
    {
        Dictionary<(int From, int To), (double Precision, double Sum, double Shared)>? told = null;
        foreach (var number in component.Increments)
        {
            if (!accepted[number] || component.Claims[number] is not { GivesValue: true, IsWide: false, Leaning: null, IsShare: false } claim || claim.Form.States.Length != 2) continue;
            var (one, other) = (Array.IndexOf(course.States, claim.Form.States[0]), Array.IndexOf(course.States, claim.Form.States[1]));
            if (one < 0 || other < 0) continue;
            var period = (Math.Min(one, other), Math.Max(one, other));
            var precision = claim.Precision;
            var known = (told ??= []).GetValueOrDefault(period);
            told[period] = (known.Precision + precision, known.Sum + (precision * claim.Value), known.Shared + (precision * claim.ErrorDeviation * Math.Abs(claim.Value)));
        }

        return told is null ? null : new ToldRises(course, claimed, [.. told.Select(static pair => ToPeriod(pair.Key, pair.Value.Precision, pair.Value.Sum, pair.Value.Shared))]);
    }

    private static Period ToPeriod((int From, int To) days, double precision, double sum, double shared)
    {
        var error = shared / precision;
        return new Period(days.From, days.To, sum / precision, Math.Max(0, (1 / precision) - (error * error)), error);
    }

    /// <summary>Whether a claim tells of the step that begins on a day.</summary>
    public bool Has(int step) => !double.IsNaN(_rises[step]);

    /// <summary>What claims tell of one step.</summary>
    public double RiseOf(int step) => _rises[step];

    /// <summary>What claims tell of some steps together, and its standard deviation: a source may be off by the same on all of them.</summary>
    public (double Rise, double Deviation) Sum(int from, int to)
    {
        double rise = 0, variance = 0, shared = 0;
        for (var step = from; step < to; step++)
        {
            if (!Has(step)) continue;
            rise += _rises[step];
            variance += _variances[step];
            shared += _shared[step];
        }

        return (rise, Math.Sqrt(variance + (shared * shared)));
    }

    /// <summary>Gives the told steps between two days what they are told of the whole rise, as far as it goes, and the others the rest, in proportion.</summary>
    public void Distribute(double[] fit, int from, int to)
    {
        var (whole, told) = (fit[to] - fit[from], Sum(from, to).Rise);
        var left = 0.0;
        for (var step = from; step < to; step++) left += Has(step) ? 0 : fit[step + 1] - fit[step];
        var (ofTold, ofOthers) = (told > whole ? whole / told : 1, left > 0 ? Math.Max(0, whole - told) / left : 0);
        var (value, before) = (fit[from], fit[from]);
        for (var step = from; step < to; step++)
        {
            var rise = fit[step + 1] - before;
            before = fit[step + 1];
            value += Has(step) ? _rises[step] * ofTold : rise * ofOthers;
            fit[step + 1] = value;
        }
    }

    /// <summary>
    /// Shorter periods come first: a longer one tells of the steps that are left what is left of its rise. Of a period that reaches beyond the days on which claims give a value, what those say
    /// goes to the days between them, and the rest beyond. Else a week after two bulletins would leave nothing of the rise between these.
    /// </summary>
    private void Add(Course course, double[] fit, (int First, int Last) valued, in Period period)
    {
        var rise = period.Rise;
        for (var step = period.From; step < period.To; step++) rise -= Has(step) ? _rises[step] : 0;
        rise = Math.Max(0, rise);
        (double Days, double Rise) inside = default, outside = default;
        for (var step = period.From; step < period.To; step++)
        {
            if (Has(step)) continue;
            ref var part = ref IsInside(step) ? ref inside : ref outside;
            part.Days += Movements.DaysBetween(course, step, step + 1);
            part.Rise += fit[step + 1] - fit[step];
        }

        var within = outside.Days > 0 ? Math.Min(rise, inside.Rise) : rise;
        var whole = inside.Days + outside.Days;
        for (var step = period.From; step < period.To; step++)
        {
            if (Has(step)) continue;
            var days = Movements.DaysBetween(course, step, step + 1);
            var told = IsInside(step) ? within * Pace.ShareOf(course, fit, step, inside.Days, inside.Rise) : (rise - within) * days / outside.Days;
            var share = rise > 0 ? told / rise : days / whole;
            (_rises[step], _variances[step], _shared[step]) = (told, period.Variance * share, period.Shared * share);
        }

        bool IsInside(int step) => step >= valued.First && step < valued.Last;
    }
}
