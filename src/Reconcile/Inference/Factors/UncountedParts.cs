using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Parts of a sum of which nobody says anything. Left free, each would push the total up, for there are more ways to split a large rest than a small one;
/// but how many names a rest has tells nothing of its size. So these parts share the rest equally, and show their feasible range. Nor does a name for a part of what is told, "women ≤ killed": left
/// free on each of forty days, it would push the killed up beyond all that is said of them. So it takes the middle of the room that the relation leaves it; several take an equal share each, and one goes to the rest.
/// </summary>
/// <param name="IsUncounted">By state.</param>
/// <param name="Pairs">First − Second = Apart.</param>
/// <param name="Component">The component, in which relations that only limit such parts are equations that give them their share.</param>
internal sealed record UncountedParts(bool[] IsUncounted, IReadOnlyList<(int First, int Second, double Apart)> Pairs, Component Component)
{
    public static UncountedParts Of(Component component)
    {
        var isUncounted = new bool[component.States.Length];
        if (component.Constraints.Length == 0) return new UncountedParts(isUncounted, [], component);
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

        return new UncountedParts(isUncounted, pairs, WithShares(component, mentions, isUncounted, pairs));
    }

    /// <summary>What has its share is no rest of another relation any more, and that may now leave one to whom nothing else speaks: so it goes on up a chain.</summary>
    private static Component WithShares(Component component, int[] mentions, bool[] isUncounted, List<(int, int, double)> pairs)
    {
        Constraint[]? constraints = null;
        // Those that are themselves a limit of others come after these.
        for (var (patient, any) = (true, true); any || patient;)
        {
            (patient, any) = (any, false);
            for (var i = 0; i < component.Constraints.Length; i++)
            {
                var constraint = (constraints ?? component.Constraints)[i];
                if (constraint.IsEquation || constraint.Range.IsClosed || Limited(component, constraint, mentions, patient) is not { Count: > 0 } parts) continue;
                (constraints ??= [.. component.Constraints])[i] = Shared(component, constraint, parts);
                foreach (var state in constraint.Form.States) mentions[state]--;
                foreach (var part in parts) isUncounted[part] = true;
                AddPairs(component, parts, pairs);
                any = true;
            }
        }

        return constraints is null ? component : new Component(component.States, constraints, component.Claims, component.Courses);
    }

    /// <summary>The states of which nothing else speaks, and of which an inequality says no more than that all of them together are no more than what it leaves.</summary>
    private static List<int> Limited(Component component, Constraint constraint, int[] mentions, bool isPatient)
    {
        var sign = double.IsFinite(constraint.Range.High) ? 1 : -1;
        var parts = Silent(component, constraint.Form, sign, mentions);
        if (parts.Count == 0 || (isPatient && HasOthers(component, constraint.Form, sign, mentions))) return [];
        return parts.Count > 1 && parts.Exists(part => component.States[part].Quantity.Kind != component.States[parts[0]].Quantity.Kind) ? [] : parts;
    }

    /// <summary>Whether beside the parts of an inequality there are others of which no claim speaks.</summary>
    private static bool HasOthers(Component component, Form form, int sign, int[] mentions)
    {
        for (var i = 0; i < form.States.Length; i++)
        {
            var state = form.States[i];
            if (form.Coefficients[i] * sign > 0 && mentions[state] > 1 && !IsTold(component, state)) return true;
        }

        return false;
    }

    private static bool IsTold(Component component, int state)
    {
        foreach (var claim in component.ClaimsOn(state))
        {
            if (!component.Claims[claim].SaysNothing) return true;
        }

        return false;
    }

    /// <summary>Of <i>n</i> parts each takes one of <i>n</i> + 1 shares of the room between their lower bounds and the end of an inequality.</summary>
    private static Constraint Shared(Component component, Constraint constraint, List<int> parts)
    {
        var isCeiling = double.IsFinite(constraint.Range.High);
        var (end, relation) = isCeiling ? (constraint.Range.High, constraint.HighRelation) : (constraint.Range.Low, constraint.LowRelation);
        var coefficients = constraint.Form.Coefficients.ToArray();
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (!parts.Contains(constraint.Form.States[i])) continue;
            var more = coefficients[i] / parts.Count;
            coefficients[i] += more;
            end += more * component.States[constraint.Form.States[i]].Bounds.Low;
        }

        return new Constraint(new Form(constraint.Form.States.ToArray(), coefficients), new Interval(end, end), relation, relation);
    }

    private static void AddPairs(Component component, List<int> parts, List<(int, int, double)> pairs)
    {
        for (var i = 1; i < parts.Count; i++) pairs.Add((parts[i], parts[0], component.States[parts[i]].Bounds.Low - component.States[parts[0]].Bounds.Low));
    }

    /// <summary>How many claims and constraints speak of each state; "at least 0" is no word.</summary>
    private static int[] Mentions(Component component)
    {
        var mentions = new int[component.States.Length];
        foreach (var claim in component.Claims)
        {
            if (claim.SaysNothing) continue;
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

    /// <summary>States that only this relation mentions, with the coefficient sign · 1, bounded below alone.</summary>
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
