using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Parts of a sum of which nobody says anything. Left free, each would push the total up, for there are more ways to split a large rest than a small one;
/// but how many names a rest has tells nothing of its size. So these parts share the rest equally, and show their feasible range.
/// </summary>
/// <param name="IsUncounted">By state.</param>
/// <param name="Pairs">First − Second = Apart.</param>
internal sealed record UncountedParts(bool[] IsUncounted, IReadOnlyList<(int First, int Second, double Apart)> Pairs)
{
    public static UncountedParts Of(Component component)
    {
        var isUncounted = new bool[component.States.Length];
        if (component.Constraints.Length == 0) return new UncountedParts(isUncounted, []);
        var pairs = new List<(int, int, double)>();
        var mentions = Mentions(component);
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            foreach (var sign in (ReadOnlySpan<double>)[1, -1])
            {
                var parts = Silent(component, constraint.Form, sign, mentions);
                if (parts.Count < 2) continue;
                foreach (var part in parts) isUncounted[part] = true;
                // What one kind does from day to day another cannot: a total that shared with a stock would hold it up.
                foreach (var alike in parts.GroupBy(part => component.Days > 1 ? component.States[part].Quantity.Kind : default)) AddPairs(component, [.. alike], pairs);
            }
        }

        return new UncountedParts(isUncounted, pairs);
    }

    private static void AddPairs(Component component, int[] parts, List<(int, int, double)> pairs)
    {
        for (var i = 1; i < parts.Length; i++) pairs.Add((parts[i], parts[0], component.States[parts[i]].Bounds.Low - component.States[parts[0]].Bounds.Low));
    }

    /// <summary>How many claims and constraints speak of each state.</summary>
    private static int[] Mentions(Component component)
    {
        var mentions = new int[component.States.Length];
        foreach (var claim in component.Claims)
        {
            Count(claim.Form, mentions);
            if (claim.Denominator is { } denominator) Count(denominator, mentions);
        }

        foreach (var course in component.Courses) CountOnAllDays(course, mentions);
        foreach (var constraint in component.Constraints) Count(constraint.Form, mentions);
        return mentions;
    }

    /// <summary>A moving quantity of which a claim speaks on some day, be it with others, is silent on no other: what it was tells of what it is.</summary>
    private static void CountOnAllDays(Course course, int[] mentions)
    {
        if (!Array.Exists(course.States, state => mentions[state] > 0)) return;
        foreach (var state in course.States) mentions[state]++;
    }

    private static void Count(Form form, int[] mentions)
    {
        foreach (var state in form.States) mentions[state]++;
    }

    /// <summary>States that only this equation mentions, with the coefficient sign · 1, bounded below alone.</summary>
    private static List<int> Silent(Component component, Form form, double sign, int[] mentions)
    {
        var parts = new List<int>();
        for (var i = 0; i < form.States.Length; i++)
        {
            var bounds = component.States[form.States[i]].Bounds;
            if (form.Coefficients[i] == sign && mentions[form.States[i]] == 1 && double.IsFinite(bounds.Low) && double.IsPositiveInfinity(bounds.High)) parts.Add(form.States[i]);
        }

        return parts;
    }
}
