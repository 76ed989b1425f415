namespace Reconcile.Tests.Promises;

/// <summary>What kind of dossier it is.</summary>
internal static class Traits
{
    public static bool HasOpenSide(Reconciliation result) => result.Estimates.Any(estimate => estimate.Best is null);

    /// <summary>Whether relations form no circle.</summary>
    public static bool IsTree(Dossier dossier)
    {
        var parents = new Dictionary<string, string>();
        foreach (var names in Links(dossier).DistinctBy(names => string.Join(' ', names.Order(StringComparer.Ordinal))))
        {
            foreach (var name in names.Skip(1))
            {
                var (a, b) = (Top(parents, names[0]), Top(parents, name));
                if (a == b) return false;
                parents[b] = a;
            }
        }

        return true;
    }

    /// <summary>The quantities a unit of which is more than one of something else, by an equation or nearly one.</summary>
    public static HashSet<string> Multiplied(Dossier dossier)
    {
        var multiplied = new HashSet<string>();
        foreach (var relation in dossier.Relations)
        {
            if (!relation.Rule.Contains(" = ", StringComparison.Ordinal) && !relation.Rule.Contains(" ~= ", StringComparison.Ordinal)) continue;
            foreach (var row in PlainForm.Rows(relation.Rule))
            {
                double[] sizes = [.. row.Form.Values.Select(coefficient => Math.Abs(coefficient.ToDouble())).Where(size => size > 0)];
                foreach (var (name, coefficient) in row.Form)
                {
                    if (Math.Abs(coefficient.ToDouble()) > sizes.Min() * (1 + 1e-9)) multiplied.Add(name);
                }
            }
        }

        return multiplied;
    }

    private static IEnumerable<string[]> Links(Dossier dossier)
    {
        foreach (var relation in dossier.Relations)
        {
            foreach (var row in PlainForm.Rows(relation.Rule)) yield return [.. row.Form.Where(term => term.Value.Sign != 0).Select(term => term.Key)];
        }
    }

    private static string Top(Dictionary<string, string> parents, string name) => parents.TryGetValue(name, out var parent) && parent != name ? Top(parents, parent) : name;
}
