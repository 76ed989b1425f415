namespace Reconcile.Tests.MonteCarlo;

/// <summary>What is expected of one step of a moving quantity: later − earlier ~ N(rise, deviation²), to which of a stock its share of the errors of some roots is added.</summary>
internal sealed record Step(int Earlier, int Later, double Rise, double Deviation, (int Root, double Size)[] Errors);

/// <summary>The steps of totals and stocks as section "Time" of docs/method.md has them, written down here once more, so that the engine does not judge itself.</summary>
internal static class Steps
{
    private const double LeastRise = 0.02;

    /// <summary>The default drift of a stock, a day.</summary>
    private const double Drift = 0.02;

    /// <param name="dossier">The dossier.</param>
    /// <param name="means">A value of each state from which to take how far it moves.</param>
    public static List<Step> Of(DatedDossier dossier, double[] means)
    {
        var steps = new List<Step>();
        for (var quantity = 0; quantity < dossier.Quantities.Length; quantity++)
        {
            var values = dossier.ValuesOf(quantity);
            if (values.Length == 0) continue;
            var largest = values.Max(claim => Math.Abs(DatedDossier.Read(claim).Value));
            int[] days = [.. values.Select(claim => claim.Day).Distinct().Order()];
            if (dossier.IsTotal[quantity]) AddRises(dossier, quantity, days[0], days[^1], largest, means, steps);
            else AddDrifts(dossier, quantity, days, means, steps);
        }

        return steps;
    }

    /// <summary>
    /// x(t) − x(s) ~ N(R·w, S²·w), w half the share of the days and half that of the isotonic rise R, and S that rise or 2 % of the largest figure and what increments may be off; the steps of
    /// which an increment tells share in what it tells by the same w, and have no part in that.
    /// </summary>
    private static void AddRises(DatedDossier dossier, int quantity, int first, int last, double largest, double[] means, List<Step> steps)
    {
        var increment = dossier.Claims.SingleOrDefault(claim => claim.Quantity == quantity && claim.After is not null);
        double[] fit, told = [];
        if (increment is null) fit = Rising([.. Enumerable.Range(first, last - first + 1).Select(day => means[dossier.Variable(quantity, day)])]);
        else (fit, told) = Left(dossier, Claimed(dossier, quantity, first, last), first, increment);
        double Length(int day) => dossier.Days[day + 1] - dossier.Days[day];
        bool IsTold(int day) => increment?.After <= day && day < increment?.Day;
        int[] others = [.. Enumerable.Range(first, last - first).Where(day => !IsTold(day))];
        var rise = others.Sum(day => fit[day + 1 - first] - fit[day - first]);
        var least = LeastRise * largest;
        var spread = Math.Max(rise, double.Hypot(least, increment is null ? 0 : Math.Sqrt(1 / dossier.WeightOf(increment))));
        for (var day = first; day < last; day++)
        {
            var (earlier, later) = (dossier.Variable(quantity, day), dossier.Variable(quantity, day + 1));
            if (IsTold(day))
            {
                steps.Add(new Step(earlier, later, told[day - first], Math.Max(told[day - first], least), []));
                continue;
            }

            var share = Length(day) / others.Sum(Length);
            var weight = rise > 0 ? (share + ((fit[day + 1 - first] - fit[day - first]) / rise)) / 2 : share;
            steps.Add(new Step(earlier, later, rise * weight, spread * Math.Sqrt(weight), []));
        }
    }

    /// <summary>The isotonic fit of the claims, between their days by the calendar.</summary>
    private static double[] Claimed(DatedDossier dossier, int quantity, int first, int last)
    {
        var days = dossier.ValuesOf(quantity).GroupBy(claim => claim.Day).OrderBy(day => day.Key).ToArray();
        double[] weights = [.. days.Select(day => day.Sum(dossier.WeightOf))];
        var values = Rising([.. days.Select((day, i) => day.Sum(claim => dossier.WeightOf(claim) * DatedDossier.Read(claim).Value) / weights[i])], weights);
        var fit = new double[last - first + 1];
        for (var day = first; day <= last; day++)
        {
            var next = Array.FindIndex(days, other => other.Key >= day);
            if (days[next].Key == day)
            {
                fit[day - first] = values[next];
                continue;
            }

            double from = dossier.Days[days[next - 1].Key], to = dossier.Days[days[next].Key];
            fit[day - first] = values[next - 1] + ((values[next] - values[next - 1]) * (dossier.Days[day] - from) / (to - from));
        }

        return fit;
    }

    /// <summary>The rise of the steps of an increment, half by the calendar and half by what claims say of them; and a fit in which they rise so far, as far as it goes, and the others by the rest.</summary>
    private static (double[] Fit, double[] Told) Left(DatedDossier dossier, double[] claimed, int first, DatedClaim increment)
    {
        var (from, to) = (increment.After!.Value - first, increment.Day - first);
        var (whole, rise, of) = (claimed[^1] - claimed[0], DatedDossier.Read(increment).Value, claimed[to] - claimed[from]);
        var (fit, told) = ((double[])claimed.Clone(), new double[claimed.Length]);
        for (var day = 0; day + 1 < claimed.Length; day++)
        {
            var step = claimed[day + 1] - claimed[day];
            if (day >= from && day < to)
            {
                var calendar = (double)(dossier.Days[day + 1 + first] - dossier.Days[day + first]) / (dossier.Days[increment.Day] - dossier.Days[increment.After.Value]);
                told[day] = rise * (of > 0 ? (calendar + (step / of)) / 2 : calendar);
                fit[day + 1] = fit[day] + (told[day] * Math.Min(1, whole / rise));
            }
            else
            {
                fit[day + 1] = fit[day] + (whole > of ? step * Math.Max(0, whole - rise) / (whole - of) : 0);
            }
        }

        return (fit, told);
    }

    /// <summary>x(t) − x(s) ~ N(0, (drift · level)² · days), and at least as wide as claims say that the stock moved from one day with a claim to the next.</summary>
    private static void AddDrifts(DatedDossier dossier, int quantity, int[] days, double[] means, List<Step> steps)
    {
        var values = dossier.ValuesOf(quantity);
        double Told(int day)
        {
            DatedClaim[] said = [.. values.Where(claim => claim.Day == day)];
            return said.Sum(claim => dossier.WeightOf(claim) * DatedDossier.Read(claim).Value) / said.Sum(dossier.WeightOf);
        }

        for (var i = 0; i + 1 < days.Length; i++)
        {
            // Where one root tells it, its steps show nothing of the error of that root.
            int[] tellers = [.. dossier.TellersOf(quantity).Where(root => values.Where(claim => claim.Root == root).Min(claim => claim.Day) <= days[i] && values.Where(claim => claim.Root == root).Max(claim => claim.Day) > days[i])];
            if (dossier.TellersOf(quantity).Length > 1) tellers = [];
            var told = Told(days[i + 1]) - Told(days[i]);
            var length = (double)(dossier.Days[days[i + 1]] - dossier.Days[days[i]]);
            var variance = Math.Max(Math.Pow(Drift * Math.Max(Told(days[i]), Told(days[i + 1])), 2) * length, told * told);
            for (var day = days[i]; day < days[i + 1]; day++)
            {
                var share = (dossier.Days[day + 1] - dossier.Days[day]) / length;
                var (earlier, later) = (dossier.Variable(quantity, day), dossier.Variable(quantity, day + 1));
                // A step that came out longer may go so far.
                var deviation = Math.Max(Math.Sqrt(variance * share), Math.Abs(means[later] - means[earlier]));
                steps.Add(new Step(earlier, later, 0, deviation, [.. tellers.Select(root => (root, told * share / tellers.Length))]));
            }
        }
    }

    /// <summary>The nearest values that never fall: the greatest mean up to here of the least mean from there on (Robertson, Wright and Dykstra 1988, theorem 1.4.4).</summary>
    /// <param name="values">Any values.</param>
    /// <param name="weights">One for each; null: all the same.</param>
    public static double[] Rising(double[] values, double[]? weights = null)
    {
        double Mean(int from, int to)
        {
            var part = Enumerable.Range(from, to - from + 1).ToArray();
            return part.Sum(i => values[i] * (weights?[i] ?? 1)) / part.Sum(i => weights?[i] ?? 1);
        }

        var fit = new double[values.Length];
        for (var i = 0; i < fit.Length; i++)
        {
            fit[i] = double.NegativeInfinity;
            for (var from = 0; from <= i; from++)
            {
                var least = double.PositiveInfinity;
                for (var to = i; to < values.Length; to++) least = Math.Min(least, Mean(from, to));
                fit[i] = Math.Max(fit[i], least);
            }
        }

        return fit;
    }
}
