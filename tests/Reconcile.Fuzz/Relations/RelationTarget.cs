namespace Reconcile.Fuzz.Relations;

/// <summary>The reader of relations, and of what claims speak of.</summary>
internal sealed class RelationTarget : IFuzzTarget<char>
{
    private const string ThisRuleTwice = "RC204";
    private static readonly string[] SaysNothing = ["RC205", "RC121"];

    public IReadOnlyList<char[]> Tokens => RelationGrammar.Tokens;

    public char[] Generate(Random random) => RelationGrammar.Text(random).ToCharArray();

    public string Show(char[] input) => Literal.Of(input);

    public string Check(char[] input)
    {
        var text = new string(input);
        var parses = Relation.TryParse(text, out var relation, out var error);
        Promise.SameInOtherCulture(() => Relation.TryParse(text, out _, out var other) ? "parses" : other, parses ? "parses" : error);
        return (parses ? CheckRelation(text, relation!) : CheckError(text, error!)) + " | " + CheckSubject(text);
    }

    private static string CheckError(string text, string error)
    {
        Promise.IsPlain(error + ".");
        if (text.Length <= 1000) Promise.NamesColumn(error, text.Length);
        try
        {
            Relation.Parse(text);
            throw new BrokenPromiseException("Parse understands what TryParse refuses");
        }
        catch (FormatException refused)
        {
            Promise.Holds(refused.Message == error, $"Parse says {refused.Message}, TryParse {error}");
        }

        var codes = Codes(Dossier.Create().Relate(text));
        Promise.Holds(codes.Contains("RC120") || (codes.Contains("RC110") && string.IsNullOrWhiteSpace(text)), "a dossier takes a relation that does not parse");
        return Promise.Outline(error);
    }

    private static string CheckRelation(string text, Relation relation)
    {
        Promise.Holds(relation.Rule == text, "the rule of a relation is its text");
        var alone = Codes(Dossier.Create().Relate(text));
        Promise.Holds(!alone.Contains("RC120"), "a dossier refuses a relation that parses");
        if (Mirrored(text) is { } mirrored)
        {
            Promise.Holds(Relation.TryParse(mirrored, out _, out var error), $"the mirrored relation does not parse: {error}");
            var both = Codes(Dossier.Create().Relate(text).Relate(mirrored));
            Promise.Holds(both.Contains(ThisRuleTwice) || both.Intersect(SaysNothing).Any(), "a relation and its mirror image are not one fact");
        }

        return string.Join(' ', alone);
    }

    private static string CheckSubject(string text)
    {
        var codes = Codes(Dossier.Create().Claim(text, "5", "s"));
        return string.Join(' ', codes);
    }

    private static List<string> Codes(Dossier dossier)
    {
        var findings = dossier.Validate();
        foreach (var finding in findings) Promise.IsPlain(finding.Message);
        return [.. findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary><c>b = a</c> for <c>a = b</c>; null where the sides are not alike.</summary>
    private static string? Mirrored(string rule)
    {
        var quoted = false;
        for (var i = 0; i < rule.Length; i++)
        {
            if (rule[i] == '"') quoted = !quoted;
            if (quoted || rule[i] is not ('=' or '<' or '>' or '~')) continue;
            var length = rule[i] == '=' ? 1 : 2;
            var comparison = rule[i] switch { '=' => "=", '<' => ">=", '>' => "<=", _ => null };
            var mirrored = $"{rule[(i + length)..]} {comparison} {rule[..i]}";
            return comparison is null || mirrored.Length > 1000 ? null : mirrored;
        }

        return null;
    }
}
