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

    /// <summary>The share of a step in a rise: half by the calendar, half by what is known of it on each day; where that does not rise by the calendar alone.</summary>
    /// <param name="course">The total.</param>
    /// <param name="fit">What is known of it on each day, never falling.</param>
    /// <param name="step">The step.</param>
    /// <param name="days">The days of all steps that share.</param>
    /// <param name="rise">How far what is known rises in them.</param>
    public static double ShareOf(Course course, double[] fit, int step, double days, double rise)
    {
        var calendar = Movements.DaysBetween(course, step, step + 1) / days;
        return rise > 0 ? (calendar + ((fit[step + 1] - fit[step]) / rise)) / 2 : calendar;
    }

    public Movement Step(Course course, double[] fit, int step)
    {
        var share = Math.Max(Movements.LeastShare, ShareOf(course, fit, step, Days, Rise));
        return new Movement(course.States[step], course.States[step + 1], Expected * share, Spread * Math.Sqrt(share));
    }
}
