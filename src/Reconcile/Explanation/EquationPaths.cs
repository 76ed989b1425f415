using Reconcile.Relations;

namespace Reconcile.Explanation;

/// <summary>The equations over which one quantity is told by what is said of others: those on a shortest way.</summary>
internal static class EquationPaths
{
    /// <param name="dossier">The dossier.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="others">The quantities of which is spoken.</param>
    public static IReadOnlyList<Relation> Of(Dossier dossier, string quantity, IEnumerable<string> others)
    {
        var equations = new List<(Relation Relation, HashSet<string> Names)>();
        foreach (var relation in dossier.Relations)
        {
            if (RelationParser.TryParseRelation(relation.Rule, out var parsed, out _) && parsed.Operator == RelationOperator.Equal) equations.Add((relation, NamesIn(parsed)));
        }

        var ways = Ways(equations, quantity);
        var used = new HashSet<Relation>(ReferenceEqualityComparer.Instance);
        foreach (var other in others.Distinct(StringComparer.Ordinal))
        {
            for (var name = other; ways.TryGetValue(name, out var way) && used.Add(way.Over);) name = way.From;
        }

        return [.. dossier.Relations.Where(used.Contains)];
    }

    /// <summary>For each name that equations reach, the last of these equations and the name before it.</summary>
    private static Dictionary<string, (string From, Relation Over)> Ways(List<(Relation Relation, HashSet<string> Names)> equations, string start)
    {
        var byName = equations.SelectMany(static equation => equation.Names.Select(name => (name, equation))).ToLookup(static pair => pair.name, static pair => pair.equation, StringComparer.Ordinal);
        var ways = new Dictionary<string, (string, Relation)>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var name))
        {
            foreach (var (relation, names) in byName[name])
            {
                foreach (var next in names)
                {
                    if (next != start && ways.TryAdd(next, (name, relation))) queue.Enqueue(next);
                }
            }
        }

        return ways;
    }

    private static HashSet<string> NamesIn(ParsedRelation relation) => [.. relation.Left.Terms.Concat(relation.Right.Terms).Select(static term => term.Name)];
}
