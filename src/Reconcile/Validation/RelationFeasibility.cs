using Reconcile.Mathematics;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>Finds relations, each possible by itself, that cannot hold together within the bounds of their quantities.</summary>
/// <remarks>
/// While 0 is allowed for every quantity and no relation has a constant, all quantities 0 satisfies everything: the usual case, which costs one look.
/// Relations with dates are left out: they need not hold on one day.
/// </remarks>
internal static class RelationFeasibility
{
    /// <summary>Larger components are left to <see cref="ImpossibleRelations"/>, which asks the same of the engine; a dense program of them would take longer than the reconciliation.</summary>
    private const int MostQuantities = 200;
    private const int MostRelations = 400;

    /// <summary>A relation with more characters than this may hold many quantities.</summary>
    private const int ShortRule = 200;
    private const int FewRelations = 20;

    /// <summary>Whether some of these relations may be part of a system that is too large for this check. Those with dates need not hold together.</summary>
    public static bool LeavesOpen(IReadOnlyList<Relation> relations) =>
        relations.Count > 1
        && (relations.Count > FewRelations || relations.Any(static relation => relation.Rule.Length > ShortRule))
        && relations.All(static relation => relation is { From: null, To: null });

    /// <summary>Messages by the index of the last relation of each set; null: all can hold.</summary>
    public static Dictionary<int, string>? Contradictions(DossierSurvey survey)
    {
        if (survey.Relations.Length < 2 || ZeroSatisfiesAll(survey)) return null;

        Dictionary<int, string>? messages = null;

        foreach (var component in Components(survey))
        {
            if (component.Names.Count > MostQuantities || component.Relations.Count is < 2 or > MostRelations) continue;
            if (Culprits(component, survey) is not { Count: > 1 } culprits) continue;

            (messages ??= []).Add(culprits[^1], RelationRules.Contradiction([.. culprits.Select(relation => survey.Dossier.Relations[relation])]));
        }

        return messages;
    }

    private static bool ZeroSatisfiesAll(DossierSurvey survey)
    {
        foreach (var quantity in survey.Quantities)
        {
            if (quantity.Min > 0 || quantity.Max < 0) return false;
        }

        foreach (var relation in survey.Relations)
        {
            if (relation.Parsed is { } parsed && (parsed.Left.Constant != 0 || parsed.Right.Constant != 0)) return false;
        }

        return true;
    }

    /// <summary>Relations linked by shared quantities, in the order of the dossier; those that are wrong by themselves are left out.</summary>
    private static List<Component> Components(DossierSurvey survey)
    {
        var componentOf = new Dictionary<int, Component>();
        for (var i = 0; i < survey.Relations.Length; i++)
        {
            var relation = survey.Dossier.Relations[i];
            if (survey.Relations[i].Parsed is not { } parsed || relation.From is not null || relation.To is not null) continue;
            if (RelationRules.Judge(parsed, survey) is not { Never: false, Nothing: false }) continue;

            var joined = new Component();
            joined.Relations.Add(i);
            joined = Join(joined, parsed.Left, componentOf);
            Join(joined, parsed.Right, componentOf);
        }

        List<Component> components = [.. componentOf.Values.Distinct()];
        foreach (var component in components) component.Relations.Sort();
        components.Sort(static (a, b) => a.Relations[0].CompareTo(b.Relations[0]));
        return components;
    }

    private static Component Join(Component joined, LinearForm form, Dictionary<int, Component> componentOf)
    {
        foreach (var term in form.Terms)
        {
            if (!componentOf.TryGetValue(term.Number, out var other))
            {
                joined.Names.Add(term.Number);
                componentOf.Add(term.Number, joined);
            }
            else if (other != joined)
            {
                joined = Merged(joined, other, componentOf);
            }
        }

        return joined;
    }

    /// <summary>The smaller goes into the larger, so that a chain of n relations costs n log n.</summary>
    private static Component Merged(Component one, Component other, Dictionary<int, Component> componentOf)
    {
        var (large, small) = one.Names.Count >= other.Names.Count ? (one, other) : (other, one);
        large.Relations.AddRange(small.Relations);
        large.Names.AddRange(small.Names);
        foreach (var name in small.Names) componentOf[name] = large;
        return large;
    }

    /// <summary>A smallest set of relations that cannot hold together: without any one of them the rest can. Null: all can hold.</summary>
    private static List<int>? Culprits(Component component, DossierSurvey survey)
    {
        if (BuildProgram(component, survey, out var rows) is not { } program) return null;

        var multipliers = new double[program.Rows];
        if (program.IsFeasible(multipliers)) return null;

        // The certificate names few rows; dropping those that are not needed (J. W. Chinneck and E. Dravnieks 1991) leaves a smallest set.
        List<int> culprits = [.. rows.Where((_, row) => multipliers[row] != 0).Select(row => row.Relation).Distinct().Order()];
        foreach (var candidate in culprits.ToArray())
        {
            culprits.Remove(candidate);
            Enter(program, rows, culprits);
            if (program.IsFeasible()) culprits.Add(candidate);
        }

        culprits.Sort();
        return culprits;
    }

    /// <summary>One variable for each quantity, one row for each equation or inequality; null when the bounds of a quantity are wrong.</summary>
    private static LinearProgram? BuildProgram(Component component, DossierSurvey survey, out List<Row> rows)
    {
        rows = [];
        foreach (var relation in component.Relations) AddRows(rows, relation, survey.Relations[relation].Parsed!);

        var program = new LinearProgram(component.Names.Count, rows.Count);
        var variables = new Dictionary<int, int>(component.Names.Count);
        foreach (var name in component.Names)
        {
            var (low, high) = survey.BoundsOf(name);
            if (!(low <= high) || double.IsPositiveInfinity(low) || double.IsNegativeInfinity(high)) return null;

            program.SetVariable(variables.Count, low, high);
            variables.Add(name, variables.Count);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var term in rows[row].Form.Terms) program.SetCoefficient(row, variables[term.Number], term.Coefficient);
            program.SetRow(row, rows[row].Low, rows[row].High);
        }

        return program;
    }

    private static void AddRows(List<Row> rows, int relation, ParsedRelation parsed)
    {
        switch (parsed.Operator)
        {
            case RelationOperator.About:
                var ceiling = parsed.Left.Minus(parsed.Right, 1 + parsed.Within);
                var floor = parsed.Left.Minus(parsed.Right, 1 - parsed.Within);
                rows.Add(new Row(relation, ceiling, double.NegativeInfinity, -ceiling.Constant));
                rows.Add(new Row(relation, floor, -floor.Constant, double.PositiveInfinity));
                break;
            default:
                var difference = parsed.Left.Minus(parsed.Right);
                var low = parsed.Operator == RelationOperator.AtMost ? double.NegativeInfinity : -difference.Constant;
                var high = parsed.Operator == RelationOperator.AtLeast ? double.PositiveInfinity : -difference.Constant;
                rows.Add(new Row(relation, difference, low, high));
                break;
        }
    }

    /// <summary>Keeps the rows of some relations and opens all others.</summary>
    private static void Enter(LinearProgram program, List<Row> rows, List<int> relations)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var isKept = relations.Contains(rows[row].Relation);
            program.SetRow(row, isKept ? rows[row].Low : double.NegativeInfinity, isKept ? rows[row].High : double.PositiveInfinity);
        }
    }

    private sealed class Component
    {
        public List<int> Relations { get; } = [];

        public List<int> Names { get; } = [];
    }

    /// <summary>Low ≤ form without its constant ≤ high.</summary>
    private readonly record struct Row(int Relation, LinearForm Form, double Low, double High);
}
