using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>How steps of a total share in a rise: half by the calendar, half by what is known of it on each day.</summary>
/// <param name="Days">Their days together.</param>
/// <param name="Rise">How far what is known rises in them; 0: it has no shape.</param>
/// <param name="Expected">The rise that is expected of them together.</param>
/// <param name="Spread">Its standard deviation.</param>
internal readonly record struct Pace(double Days, double Rise, double Expected, double Spread)
{
    /// <summary>A rise smaller than this share of the least one has no shape of its own.</summary>
    private const double NoRise = 1e-7;

    /// <param name="course">The quantity.</param>
    /// <param name="fit">What is known of it on each day, never falling.</param>
    /// <param name="from">Where a stretch begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="told">What claims on periods tell of single steps; null: nothing.</param>
    /// <param name="ofTold">Whether the steps are those of which they tell, or the others.</param>
    /// <param name="least">How far it may rise at least.</param>
    /// <param name="silent">Of a stretch in which nothing tells the pace, how far it may go, and how far it was shown to; null: claims tell.</param>
    public static Pace Of(Course course, double[] fit, int from, int to, ToldRises? told, bool ofTold, double least, (double May, double Shown)? silent)
    {
        double days = 0, rise = 0;
        for (var step = from; step < to; step++)
        {
            if ((told?.Has(step) == true) != ofTold) continue;
            days += Movements.DaysBetween(course, step, step + 1);
            rise += fit[step + 1] - fit[step];
        }

        if (silent is not { } s) return new Pace(days, rise > NoRise * least ? rise : 0, rise, Math.Max(rise, least));
        var toldRise = told?.Sum(from, to) ?? 0;
        if (ofTold) return new Pace(days, 0, toldRise, Math.Max(Math.Max(toldRise, least), s.May));
        // What is told of some steps is no rise of the others.
        var shown = s.Shown - toldRise;
        var expected = shown > s.May ? Math.Sqrt((shown - s.May) * (shown + s.May)) : 0;
        return new Pace(days, 0, expected, Math.Max(Math.Max(expected, least), s.May));
    }

    public Movement Step(Course course, double[] fit, int step)
    {
        var calendar = Movements.DaysBetween(course, step, step + 1) / Days;
        var share = Math.Max(Movements.LeastShare, Rise > 0 ? (calendar + ((fit[step + 1] - fit[step]) / Rise)) / 2 : calendar);
        return new Movement(course.States[step], course.States[step + 1], Expected * share, Spread * Math.Sqrt(share));
    }
}
