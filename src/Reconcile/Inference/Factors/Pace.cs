using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>How the steps of a total of which no claim on a period tells share in a rise: half by the calendar, half by what is known of it on each day.</summary>
/// <param name="Days">Their days together.</param>
/// <param name="Rise">How far what is known rises in them; 0: it has no shape.</param>
/// <param name="Expected">The rise that is expected of them together.</param>
/// <param name="Spread">Its standard deviation.</param>
internal readonly record struct Pace(double Days, double Rise, double Expected, double Spread)
{
    /// <summary>A rise smaller than this share of the least one has no shape of its own.</summary>
    private const double NoRise = 1e-7;

    /// <param name="fit">What is known of the total on each day, never falling.</param>
    /// <param name="stretch">The first and the last day of some of its steps.</param>
    /// <param name="days">The days of those of them of which no claim tells.</param>
    /// <param name="told">What claims on periods tell of the others; null: nothing.</param>
    /// <param name="least">How far it may rise at least.</param>
    /// <param name="may">How far it may go though nothing tells so.</param>
    /// <param name="shown">Of a stretch in which nothing tells the pace, how far it was shown to go; null: what is known tells.</param>
    public static Pace Of(double[] fit, (int From, int To) stretch, double days, ToldRises? told, double least, double may, double? shown)
    {
        var (toldRise, toldDeviation) = told?.Sum(stretch.From, stretch.To) ?? (0, 0);
        // What is told may be off, and the others then rose by so much more.
        may = Math.Max(may, Math.Sqrt((least * least) + (toldDeviation * toldDeviation)));
        if (shown - toldRise is { } beyond)
        {
            var forced = beyond > may ? Math.Sqrt((beyond - may) * (beyond + may)) : 0;
            return new Pace(days, 0, forced, Math.Max(forced, may));
        }

        var rise = 0.0;
        for (var step = stretch.From; step < stretch.To; step++) rise += told?.Has(step) == true ? 0 : fit[step + 1] - fit[step];
        return new Pace(days, rise > NoRise * least ? rise : 0, rise, Math.Max(rise, may));
    }

    public Movement Step(Course course, double[] fit, int step)
    {
        var calendar = Movements.DaysBetween(course, step, step + 1) / Days;
        var share = Math.Max(Movements.LeastShare, Rise > 0 ? (calendar + ((fit[step + 1] - fit[step]) / Rise)) / 2 : calendar);
        return new Movement(course.States[step], course.States[step + 1], Expected * share, Spread * Math.Sqrt(share));
    }
}
