using Reconcile.Claims;

namespace Reconcile.Provenance;

/// <summary>Which quantities could be taken for one another: those of one unit, and those that one relation names.</summary>
internal sealed class Kinship
{
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _relations = new(StringComparer.Ordinal);

    public Kinship(Dossier dossier)
    {
        foreach (var quantity in dossier.Quantities)
        {
            if (!string.IsNullOrWhiteSpace(quantity.Unit)) _units.TryAdd(quantity.Id, quantity.Unit);
        }

        for (var i = 0; i < dossier.Relations.Count; i++)
        {
            foreach (var name in NamesIn(dossier.Relations[i].Rule))
            {
                if (!_relations.TryGetValue(name, out var naming)) _relations.Add(name, naming = []);
                naming.Add(i);
            }
        }
    }

    public bool AreAkin(string one, string other)
    {
        if (_units.TryGetValue(one, out var unit) && _units.TryGetValue(other, out var otherUnit) && unit == otherUnit) return true;
        return _relations.TryGetValue(QuotedName.Bare(one), out var naming) && _relations.TryGetValue(QuotedName.Bare(other), out var alsoNaming) && naming.Overlaps(alsoNaming);
    }

    /// <summary>The names in a rule or an expression: words, and what stands in double quotes.</summary>
    public static IEnumerable<string> NamesIn(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (text[start] == '"')
            {
                end = text.IndexOf('"', end) is var quote and >= 0 ? quote : text.Length;
                yield return text[(start + 1)..end];
                end++;
            }
            else if (IsOfName(text[start]))
            {
                while (end < text.Length && IsOfName(text[end])) end++;
                yield return text[start..end];
            }

            start = end;
        }
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character == '_';
}
