using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// Best values of long series: an isotonic fit of the mean of each total, and sums from their parts, so that none falls and relations hold. In time linear in the
/// days, where setting one pair of days equal after another would not end soon.
/// </summary>
internal static class RisingSums
{
    /// <summary>Sums of sums are worked out from below, level by level.</summary>
    private const int MostLevels = 16;

    /// <summary>Changes means in which relations hold. False where an equation is no plain sum of totals; then they stay as they are.</summary>
    public static bool TryFit(Component component, double[] means, Predicate<int> isBounded)
    {
        var sums = new List<(int Total, Form Form)>();
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            if (constraint.Range.Low != 0 || SumParts.Of(constraint.Form) is not { } sum) return false;
            sums.Add((sum.Total, constraint.Form));
        }

        var spans = Array.ConvertAll(component.Courses, course => SpanOf(component, course));
        var shared = Shared(component, spans);
        for (var i = 0; i < spans.Length; i++)
        {
            if (!component.Courses[i].NeverFalls) continue;
            Hold(component.Courses[i], spans[i] ?? shared, means);
            Fit(component.Courses[i], means, isBounded);
        }

        var level = 0;
        while (level < MostLevels && AddUp(sums, means)) level++;
        return true;
    }

    /// <summary>Where no claim speaks any more, or not yet, the mean stems from the prior: there the value nearest in time holds.</summary>
    private static void Hold(Course course, (int First, int Last) span, double[] means)
    {
        for (var day = 0; day < span.First; day++) means[course.States[day]] = means[course.States[span.First]];
        for (var day = span.Last + 1; day < course.States.Length; day++) means[course.States[day]] = means[course.States[span.Last]];
    }

    /// <summary>The first and last day of which a claim gives a total a value; null: none does.</summary>
    private static (int First, int Last)? SpanOf(Component component, Course course)
    {
        bool HasValue(int state) => component.ClaimsOn(state).ToArray().Any(claim => component.Claims[claim].Kind is FigureKind.Point or FigureKind.Range);
        var first = Array.FindIndex(course.States, HasValue);
        return first < 0 ? null : (first, Array.FindLastIndex(course.States, HasValue));
    }

    /// <summary>The days that lie within all spans: what nobody claims follows from these.</summary>
    private static (int First, int Last) Shared(Component component, (int First, int Last)?[] spans)
    {
        var (first, last) = (0, component.Days - 1);
        foreach (var known in spans)
        {
            if (known is { } span) (first, last) = (Math.Max(first, span.First), Math.Min(last, span.Last));
        }

        return first <= last ? (first, last) : (0, component.Days - 1);
    }

    private static void Fit(Course course, double[] means, Predicate<int> isBounded)
    {
        var days = Array.FindAll(course.States, isBounded);
        double[] fit = Array.ConvertAll(days, state => means[state]);
        IsotonicRegression.Fit(fit, []);
        for (var i = 0; i < days.Length; i++) means[days[i]] = fit[i];
    }

    /// <summary>Whether some sum moved.</summary>
    private static bool AddUp(List<(int Total, Form Form)> sums, double[] means)
    {
        var moved = false;
        foreach (var (total, form) in sums)
        {
            var own = form.Coefficients[form.States.IndexOf(total)];
            var sum = means[total] - (form.Value(means) / own);
            moved |= Math.Abs(sum - means[total]) > 1e-12 * Math.Abs(sum);
            means[total] = sum;
        }

        return moved;
    }
}
