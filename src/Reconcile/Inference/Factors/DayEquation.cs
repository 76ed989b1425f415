using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>An equation between quantities, some of them stocks, on one day: a relation, or a figure that is said of several together.</summary>
/// <param name="Form">What is equated.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="Day">Position of the day.</param>
/// <param name="IsSaid">Whether a claim says so.</param>
internal readonly record struct DayEquation(Form Form, double Value, int Day, bool IsSaid)
{
    /// <summary>All of a component under the claims that hold, day by day.</summary>
    public static List<DayEquation> Of(Component component, ReadOnlySpan<bool> accepted)
    {
        var equations = new List<DayEquation>();
        if (component.Days < 2 || Array.TrueForAll(component.Courses, static course => course.NeverFalls)) return equations;
        foreach (var constraint in component.Constraints)
        {
            if (constraint.IsGivenEquation && DayOf(component, constraint.Form) is { } day) equations.Add(new DayEquation(constraint.Form, constraint.Range.Low, day, IsSaid: false));
        }

        for (var i = 0; i < component.Claims.Length; i++)
        {
            var claim = component.Claims[i];
            if (accepted[i] && claim is { GivesValue: true, IsWide: false, IsShare: false, Leaning: null, Form.States.Length: > 1 } && DayOf(component, claim.Form) is { } day)
            {
                equations.Add(new DayEquation(claim.Form, claim.Value, day, IsSaid: true));
            }
        }

        return [.. equations.OrderBy(static equation => equation.Day)];
    }

    /// <summary>The day of a form; null where it speaks of several, as an increment does, or of no stock.</summary>
    private static int? DayOf(Component component, Form form)
    {
        int? day = null;
        var hasStock = false;
        foreach (var state in form.States)
        {
            if (component.States[state].Day is not { } date) continue;
            var position = Array.BinarySearch(component.Courses[0].Days, date);
            if (day is { } known && known != position) return null;
            (day, hasStock) = (position, hasStock || component.States[state].Quantity.Kind == QuantityKind.Stock);
        }

        return hasStock ? day : null;
    }
}
