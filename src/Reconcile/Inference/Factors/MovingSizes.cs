using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// How large moving quantities are from day to day, as what a shared error multiplies. Sizes that waver as the claims do would make the error seem observed: where a total itself hardly moves,
/// only an error near 0 goes with wavering sizes, and where it rises steadily, one of 1 would take the wavering of the claims away with all else. So sizes of totals never fall, and the more
/// there are, the more of them are joined: by blocks of ∛n, which leave the wavering of all of them together with the weight of about one claim. A stock has one size for all days, but that of the day where one source tells it: <see cref="StepErrors"/>.
/// </summary>
internal static class MovingSizes
{
    /// <summary>Figures of a stock that differ by more than this factor have no one size (convention).</summary>
    public const double MostMoved = 1.3;

    /// <summary>The sizes of a stock that moved further differ by this factor, so that they change with it only now and then (convention).</summary>
    private const double BetweenSizes = 3;

    /// <summary>By the mean of each state.</summary>
    public static double[] Of(Component component, double[] means)
    {
        if (component.Courses.Length == 0) return means;
        var rising = (double[])means.Clone();
        foreach (var course in component.Courses)
        {
            double[] fit = [.. course.States.Select(state => means[state])];
            if (course.NeverFalls) Smooth(Array.ConvertAll(course.Days, static day => (double)day.DayNumber), fit, [.. fit.Select(static _ => 1.0)]);
            else Level(fit);
            for (var day = 0; day < fit.Length; day++) rising[course.States[day]] = fit[day];
        }

        return rising;
    }

    /// <summary>By what the claims of one error group say.</summary>
    /// <param name="component">The component.</param>
    /// <param name="group">Claims that share an error.</param>
    /// <param name="own">What they come to when they are made to fit each other.</param>
    /// <param name="steps">Which stocks one source tells.</param>
    /// <returns>A size for each claim that gives a moving quantity, or a sum of such, a value.</returns>
    public static Dictionary<int, double> Of(Component component, int[] group, OwnFigures own, StepErrors steps)
    {
        var sizes = new Dictionary<int, double>();
        foreach (var series in group.Where(claim => GivesValueOfMoving(component, component.Claims[claim])).GroupBy(claim => component.Claims[claim].Claim.Quantity))
        {
            // States are numbered day by day.
            int[][] days = [.. series.GroupBy(claim => component.Claims[claim].Form.States[^1]).OrderBy(day => day.Key).Select(day => day.ToArray())];
            double[] weights = [.. days.Select(day => day.Sum(claim => WeightOf(component.Claims[claim])))];
            double[] values = [.. days.Select((day, i) => day.Sum(claim => WeightOf(component.Claims[claim]) * (own.ValueOf(claim) ?? component.Claims[claim].Value)) / weights[i])];
            if (NeverFalls(component, component.Claims[days[0][0]])) Smooth([.. days.Select(day => (double)component.States[component.Claims[day[0]].Form.States[^1]].Day!.Value.DayNumber)], values, weights);
            else if (!IsToldByOne(component, component.Claims[days[0][0]], steps)) Level(values);
            for (var day = 0; day < days.Length; day++)
            {
                foreach (var claim in days[day]) sizes[claim] = values[day];
            }
        }

        return sizes;
    }

    /// <summary>Replaces values by a line through the means of blocks that never falls.</summary>
    /// <param name="days">Ascending.</param>
    /// <param name="values">One for each day.</param>
    /// <param name="weights">How much each counts.</param>
    private static void Smooth(double[] days, double[] values, double[] weights)
    {
        var size = 1;
        while ((size + 1) * (size + 1) * (size + 1) <= values.Length) size++;
        if (size < 2)
        {
            IsotonicRegression.Fit(values, weights);
            return;
        }

        var blocks = values.Length / size;
        var (times, means, sums) = (new double[blocks], new double[blocks], new double[blocks]);
        for (var i = 0; i < values.Length; i++)
        {
            var block = Math.Min(i / size, blocks - 1);
            sums[block] += weights[i];
            times[block] += (days[i] - times[block]) * (weights[i] / sums[block]);
            means[block] += (values[i] - means[block]) * (weights[i] / sums[block]);
        }

        IsotonicRegression.Fit(means, sums);
        for (int i = 0, next = 1; i < values.Length; i++)
        {
            // Beyond the outer blocks a line would soon be far off.
            var day = Math.Clamp(days[i], times[0], times[^1]);
            while (next < blocks - 1 && times[next] < day) next++;
            var slope = (means[next] - means[next - 1]) / (times[next] - times[next - 1]);
            values[i] = means[next - 1] + (slope * (day - times[next - 1]));
        }
    }

    private static double WeightOf(ModelledClaim claim) => 1 / Math.Pow(Math.Max(claim.Deviation, 1e-9 * Math.Abs(claim.Value)), 2);

    /// <summary>
    /// Replaces values of a stock by the geometric mean of their sizes. Its steps are expected to be as wide as the claims moved, so that any size that moves with it would let
    /// an error near 1 take all movement away. But no figure errs by more than itself: what lies far below has the largest of a third of that mean, a ninth… that it nearly reaches, the same for all days alike.
    /// </summary>
    public static void Level(double[] values)
    {
        var count = 0;
        var logs = 0.0;
        foreach (var value in values)
        {
            if (value == 0) continue;
            count++;
            logs += Math.Log(Math.Abs(value));
        }

        var level = count == 0 ? 0 : Math.Exp(logs / count);
        for (var i = 0; i < values.Length; i++) values[i] = SizeOf(values[i], level);
    }

    private static double SizeOf(double value, double level)
    {
        if (value == 0) return 0;
        while (level > MostMoved * Math.Abs(value)) level /= BetweenSizes;
        return level;
    }

    private static bool IsToldByOne(Component component, ModelledClaim claim, StepErrors steps) => claim.State >= 0 && component.CourseOf(claim.State) is { } course && steps.IsToldByOne(course);

    /// <summary>Whether all that a claim speaks of moves, and some of it may fall.</summary>
    public static bool IsOfStocks(Component component, ModelledClaim claim) => GivesValueOfMoving(component, claim) && !NeverFalls(component, claim);

    private static bool GivesValueOfMoving(Component component, ModelledClaim claim)
    {
        if (!claim.GivesValue || claim.Claim.During is not null || claim.Form.States.Length == 0) return false;
        foreach (var state in claim.Form.States)
        {
            if (component.States[state].Day is null) return false;
        }

        return true;
    }

    private static bool NeverFalls(Component component, ModelledClaim claim)
    {
        foreach (var state in claim.Form.States)
        {
            if (component.CourseOf(state) is not { NeverFalls: true }) return false;
        }

        return true;
    }
}
