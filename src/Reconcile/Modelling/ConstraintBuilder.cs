using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From parsed relations to constraints: everything on the left, like terms joined, bounds on one state folded into the state.</summary>
internal static class ConstraintBuilder
{
    /// <param name="relations">The relations as read.</param>
    /// <param name="written">The same relations as written, which say when they hold.</param>
    /// <param name="index">The quantities.</param>
    /// <param name="groups">Receives the constraints.</param>
    public static void AddAll(IReadOnlyList<ParsedRelation> relations, IReadOnlyList<Relation> written, QuantityIndex index, StateGroups groups)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            var relation = relations[i];
            var source = new Origin(i, new Validity(written[i].From, written[i].To));
            switch (relation.Operator)
            {
                case RelationOperator.Equal:
                    Add(relation.Left, 1, relation.Right, equation: true, source, index, groups);
                    break;
                case RelationOperator.AtLeast:
                    Add(relation.Left, 1, relation.Right, equation: false, source, index, groups);
                    break;
                case RelationOperator.AtMost:
                    Add(relation.Right, 1, relation.Left, equation: false, source, index, groups);
                    break;
                case RelationOperator.About:
                    Add(relation.Left, 1 - relation.Within, relation.Right, equation: false, source, index, groups);
                    Add(relation.Right, 1 / (1 + relation.Within), relation.Left, equation: false, source, index, groups);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown operator {relation.Operator}.");
            }
        }
    }

    /// <summary>The linear form of a parsed one, without its constant.</summary>
    public static Form ToForm(LinearForm parsed, QuantityIndex index) => Difference(parsed, 0, null, index);

    /// <summary>left ≥ factor · right, or equal to it.</summary>
    private static void Add(LinearForm left, double factor, LinearForm right, bool equation, Origin source, QuantityIndex index, StateGroups groups)
    {
        var form = Difference(left, factor, right, index);
        var least = (factor * right.Constant) - left.Constant;
        var range = new Interval(least, equation ? least : double.PositiveInfinity);
        if (form.States.Length == 0) return;
        if (form.States.Length > 1)
        {
            groups.Add(new Constraint(form, range, source.Relation, source.Relation), source.Validity);
            return;
        }

        groups.Bound(form.States[0], range.Times(1 / form.Coefficients[0]), source.Relation, source.Validity);
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

    /// <summary>The relation that a constraint stems from, by position, and when it holds.</summary>
    private readonly record struct Origin(int Relation, Validity Validity);
}
