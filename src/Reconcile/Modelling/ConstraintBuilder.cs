using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From parsed relations to constraints: everything on the left, like terms joined, bounds on one state folded into the state.</summary>
internal static class ConstraintBuilder
{
    public static void AddAll(IReadOnlyList<ParsedRelation> relations, QuantityIndex index, StateGroups groups)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            var relation = relations[i];
            switch (relation.Operator)
            {
                case RelationOperator.Equal:
                    Add(relation.Left, 1, relation.Right, equation: true, i, index, groups);
                    break;
                case RelationOperator.AtLeast:
                    Add(relation.Left, 1, relation.Right, equation: false, i, index, groups);
                    break;
                case RelationOperator.AtMost:
                    Add(relation.Right, 1, relation.Left, equation: false, i, index, groups);
                    break;
                case RelationOperator.About:
                    Add(relation.Left, 1 - relation.Within, relation.Right, equation: false, i, index, groups);
                    Add(relation.Right, 1 / (1 + relation.Within), relation.Left, equation: false, i, index, groups);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown operator {relation.Operator}.");
            }
        }
    }

    /// <summary>The linear form of a parsed one, without its constant.</summary>
    public static Form ToForm(LinearForm parsed, QuantityIndex index) => Difference(parsed, 0, null, index);

    /// <summary>left ≥ factor · right, or equal to it.</summary>
    private static void Add(LinearForm left, double factor, LinearForm right, bool equation, int relation, QuantityIndex index, StateGroups groups)
    {
        var form = Difference(left, factor, right, index);
        var least = (factor * right.Constant) - left.Constant;
        var range = new Interval(least, equation ? least : double.PositiveInfinity);
        if (form.States.Length == 0) return;
        if (form.States.Length > 1)
        {
            groups.Add(new Constraint(form, range, relation, relation));
            return;
        }

        groups.Bound(form.States[0], range.Times(1 / form.Coefficients[0]), relation);
    }

    private static Form Difference(LinearForm left, double factor, LinearForm? right, QuantityIndex index)
    {
        var count = left.Terms.Length + (right?.Terms.Length ?? 0);
        var states = new int[count];
        var coefficients = new double[count];
        var used = 0;
        foreach (ref readonly var term in left.Terms.AsSpan()) used = Accumulate(states, coefficients, used, index.PositionOf(term.Number), term.Coefficient);
        if (right is not null)
        {
            foreach (ref readonly var term in right.Terms.AsSpan()) used = Accumulate(states, coefficients, used, index.PositionOf(term.Number), -factor * term.Coefficient);
        }

        Array.Sort(states, coefficients, 0, used);
        var kept = 0;
        for (var i = 0; i < used; i++)
        {
            if (kept > 0 && states[kept - 1] == states[i]) coefficients[kept - 1] += coefficients[i];
            else (states[kept], coefficients[kept++]) = (states[i], coefficients[i]);
            if (coefficients[kept - 1] == 0) kept--;
        }

        return kept == count ? new Form(states, coefficients) : new Form(states[..kept], coefficients[..kept]);
    }

    private static int Accumulate(int[] states, double[] coefficients, int used, int state, double coefficient)
    {
        states[used] = state;
        coefficients[used] = coefficient;
        return used + 1;
    }
}
