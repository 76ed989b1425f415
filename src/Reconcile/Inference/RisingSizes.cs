using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// How large totals are from day to day, as what a shared error multiplies. Sizes that go up and down from one claim to the next would make the error seem observed: where
/// the total itself hardly moves, only an error near 0 goes with them. So they never fall.
/// </summary>
internal static class RisingSizes
{
    /// <summary>The values nearest to some means that never fall on totals.</summary>
    public static double[] Of(Component component, double[] means)
    {
        if (!Array.Exists(component.Courses, course => course.NeverFalls)) return means;
        var rising = (double[])means.Clone();
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls) continue;
            double[] fit = [.. course.States.Select(state => means[state])];
            IsotonicRegression.Fit(fit, []);
            for (var day = 0; day < fit.Length; day++) rising[course.States[day]] = fit[day];
        }

        return rising;
    }

    /// <summary>By what the claims of one error group say.</summary>
    /// <param name="component">The component.</param>
    /// <param name="group">Claims that share an error.</param>
    /// <returns>A size for each claim that gives a total, or a sum of totals, a value.</returns>
    public static Dictionary<int, double> Of(Component component, int[] group)
    {
        var sizes = new Dictionary<int, double>();
        foreach (var series in group.Where(claim => GivesValueOfTotal(component, component.Claims[claim])).GroupBy(claim => component.Claims[claim].Claim.Quantity))
        {
            // States are numbered day by day.
            int[][] days = [.. series.GroupBy(claim => component.Claims[claim].Form.States[^1]).OrderBy(day => day.Key).Select(day => day.ToArray())];
            double[] weights = [.. days.Select(day => day.Sum(claim => WeightOf(component.Claims[claim])))];
            double[] values = [.. days.Select((day, i) => day.Sum(claim => WeightOf(component.Claims[claim]) * component.Claims[claim].Value) / weights[i])];
            IsotonicRegression.Fit(values, weights);
            for (var day = 0; day < days.Length; day++)
            {
                foreach (var claim in days[day]) sizes[claim] = values[day];
            }
        }

        return sizes;
    }

    private static double WeightOf(ModelledClaim claim) => 1 / Math.Pow(Math.Max(claim.Deviation, 1e-9 * Math.Abs(claim.Value)), 2);

    private static bool GivesValueOfTotal(Component component, ModelledClaim claim)
    {
        if (claim.Kind is FigureKind.Floor or FigureKind.Ceiling || claim.Claim.During is not null || claim.Form.States.Length == 0) return false;
        foreach (var state in claim.Form.States)
        {
            if (component.CourseOf(state) is not { NeverFalls: true }) return false;
        }

        return true;
    }
}
