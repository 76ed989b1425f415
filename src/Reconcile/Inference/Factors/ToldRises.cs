using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The steps of a total of which accepted claims on a period say how far it rose: what is left of its rise belongs to the other steps. Did these share in all of it, three losses of 100 between
/// 0 and 300 would leave room for as much again on the days between them.
/// </summary>
internal sealed class ToldRises
{
    private readonly double[] _rises;

    private ToldRises(double[] rises) => _rises = rises;

    /// <summary>Null where no claim tells of any step.</summary>
    public static ToldRises? Of(Component component, Course course, ReadOnlySpan<bool> accepted)
    {
        double[]? rises = null;
        for (var number = 0; number < accepted.Length; number++)
        {
            if (!accepted[number] || component.Claims[number] is not { GivesValue: true, IsWide: false, Leaning: null, IsShare: false, Claim.During: not null } claim || claim.Form.States.Length != 2) continue;
            var (one, other) = (Array.IndexOf(course.States, claim.Form.States[0]), Array.IndexOf(course.States, claim.Form.States[1]));
            if (one < 0 || other < 0) continue;
            if (rises is null)
            {
                rises = new double[course.Steps];
                Array.Fill(rises, double.NaN);
            }

            Add(course, rises, Math.Min(one, other), Math.Max(one, other), claim.Value);
        }

        return rises is null ? null : new ToldRises(rises);
    }

    /// <summary>Whether a claim tells of the step that begins on a day.</summary>
    public bool Has(int step) => !double.IsNaN(_rises[step]);

    /// <summary>What claims tell of some steps together.</summary>
    public double Sum(int from, int to)
    {
        var sum = 0.0;
        for (var step = from; step < to; step++) sum += Has(step) ? _rises[step] : 0;
        return sum;
    }

    /// <summary>Gives the told steps between two days what they are told of the whole rise, as far as it goes, and the others the rest, in proportion.</summary>
    public void Distribute(double[] fit, int from, int to)
    {
        var (whole, told) = (fit[to] - fit[from], Sum(from, to));
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

    /// <summary>By the calendar, where another claim has not told of the step already.</summary>
    private static void Add(Course course, double[] rises, int from, int to, double rise)
    {
        for (var step = from; step < to; step++)
        {
            if (double.IsNaN(rises[step])) rises[step] = Math.Max(0, rise) * Movements.DaysBetween(course, step, step + 1) / Movements.DaysBetween(course, from, to);
        }
    }
}
