namespace Reconcile.Modelling;

/// <summary>Puts constraints into an order that depends on their content alone, and joins those with the same form.</summary>
internal static class ConstraintMerger
{
    public static Constraint[] Merged(List<Constraint> constraints)
    {
        if (constraints.Count == 1) return [Normalised(constraints[0])];
        var sorted = new Constraint[constraints.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = Normalised(constraints[i]);
        Array.Sort(sorted, ByContent);
        var kept = new List<Constraint>(sorted.Length);
        // From the end, so that of three with one form the last two are joined first.
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            if (kept.Count > 0 && CompareForms(sorted[i].Form, kept[^1].Form) == 0 && Joined(sorted[i], kept[^1]) is { } joined) kept[^1] = joined;
            else kept.Add(sorted[i]);
        }

        kept.Reverse();
        return [.. kept];
    }

    /// <summary>Both limits of one form as one, each end with the relation that gives it, equations before inequalities. Null when they contradict each other.</summary>
    private static Constraint? Joined(Constraint first, Constraint second)
    {
        if (second.IsEquation && !first.IsEquation) (first, second) = (second, first);
        var range = first.Range.Intersect(second.Range);
        if (range.Low > range.High) return null;
        return first with
        {
            Range = range,
            LowRelation = second.Range.Low > first.Range.Low ? second.LowRelation : first.LowRelation,
            HighRelation = second.Range.High < first.Range.High ? second.HighRelation : first.HighRelation,
        };
    }

    /// <summary>Scaled so that the first coefficient is 1: the same fact said twice looks the same.</summary>
    private static Constraint Normalised(Constraint constraint)
    {
        var first = constraint.Form.Coefficients[0];
        if (first == 1) return constraint;
        var coefficients = new double[constraint.Form.Coefficients.Length];
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = constraint.Form.Coefficients[i] / first;
        return constraint with { Form = new Form(constraint.Form.States.ToArray(), coefficients), Range = constraint.Range.Times(1 / first) };
    }

    private static int ByContent(Constraint a, Constraint b)
    {
        var order = CompareForms(a.Form, b.Form);
        if (order != 0) return order;
        order = a.Range.Low.CompareTo(b.Range.Low);
        if (order != 0) return order;
        order = a.Range.High.CompareTo(b.Range.High);
        return order != 0 ? order : a.LowRelation.CompareTo(b.LowRelation);
    }

    private static int CompareForms(Form a, Form b)
    {
        var order = a.States.SequenceCompareTo(b.States);
        return order != 0 ? order : a.Coefficients.SequenceCompareTo(b.Coefficients);
    }
}
