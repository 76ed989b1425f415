using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>How a relation's rule reads: parsed, or why not. The default is a relation without a rule.</summary>
internal readonly record struct RelationReading(ParsedRelation? Parsed, SyntaxError Error);

/// <summary>What a dossier names and how its texts read, worked out once for all rules.</summary>
internal sealed class DossierSurvey
{
    private readonly SubjectReader _reader;
    private HashSet<string>? _plainNames;
    private Dictionary<string, LikelihoodScale?>? _scales;
    private UndeclaredNames? _undeclaredNames;

    public DossierSurvey(Dossier dossier)
    {
        Dossier = dossier;
        Sources = new HashSet<string>(dossier.Sources.Count, StringComparer.Ordinal);
        foreach (var source in dossier.Sources) Sources.Add(source.Id ?? "");
        Quantities = new Dictionary<string, Quantity>(dossier.Quantities.Count, StringComparer.Ordinal);
        foreach (var quantity in dossier.Quantities) Quantities.TryAdd(quantity.Id ?? "", quantity);

        _reader = new SubjectReader(Quantities.ContainsKey);
        Subjects = new SubjectReading?[dossier.Claims.Count];
        for (var i = 0; i < Subjects.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(dossier.Claims[i].Quantity)) Subjects[i] = _reader.Read(dossier.Claims[i].Quantity);
        }

        Relations = new RelationReading[dossier.Relations.Count];
        for (var i = 0; i < Relations.Length; i++) Relations[i] = Read(dossier.Relations[i]);

        QuantityNames = new NameAdvice("quantity", Quantities.Keys);
        SourceNames = new NameAdvice("source", Sources);
    }

    public Dossier Dossier { get; }

    /// <summary>Ids of the declared sources; none: every name is a source.</summary>
    public HashSet<string> Sources { get; }

    /// <summary>Declared quantities by id; none: every name is a quantity.</summary>
    public Dictionary<string, Quantity> Quantities { get; }

    /// <summary>How each claim's quantity reads; null where a claim names none.</summary>
    public SubjectReading?[] Subjects { get; }

    /// <summary>How each relation reads.</summary>
    public RelationReading[] Relations { get; }

    /// <summary>The scale that a source names for its words of likelihood.</summary>
    public LikelihoodScale? ScaleOf(string? source) => source is null ? null : (_scales ??= ScalesOf(Dossier)).GetValueOrDefault(source);

    public NameAdvice QuantityNames { get; }

    public NameAdvice SourceNames { get; }

    /// <summary>Names of quantities that are mentioned in a text without a hyphen between names.</summary>
    public HashSet<string> PlainNames => _plainNames ??= NamesMentioned(static text => !HyphenatedWord.In(text));

    public UndeclaredNames UndeclaredNames => _undeclaredNames ??= new UndeclaredNames(this);

    /// <summary>Least and largest value of a quantity; ∓∞: open. An undeclared one is 0 or more.</summary>
    public (double Low, double High) BoundsOf(string name) => Quantities.TryGetValue(name, out var quantity)
        ? (quantity.Min ?? double.NegativeInfinity, quantity.Max ?? double.PositiveInfinity)
        : (0, double.PositiveInfinity);

    /// <summary>Names of quantities that are mentioned at all.</summary>
    public HashSet<string> MentionedQuantities() => NamesMentioned(static _ => true);

    /// <summary>The relations of a dossier without errors, in its order.</summary>
    public ParsedRelation[] ParsedRelations() => Relations.Length == 0 ? [] : Array.ConvertAll(Relations, static relation => relation.Parsed!);

    private static RelationReading Read(Relation relation) =>
        string.IsNullOrWhiteSpace(relation.Rule) ? default
        : RelationParser.TryParseRelation(relation.Rule, out var parsed, out var error) ? new RelationReading(parsed, default)
        : new RelationReading(null, error);

    private HashSet<string> NamesMentioned(Func<string, bool> inText)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in _reader.Readings)
        {
            if (reading.Subject is not { } subject || !inText(reading.Text)) continue;

            AddNames(names, subject.Numerator);
            if (subject.Denominator is { } denominator) AddNames(names, denominator);
        }

        for (var i = 0; i < Relations.Length; i++)
        {
            if (Relations[i].Parsed is not { } relation || !inText(Dossier.Relations[i].Rule)) continue;

            AddNames(names, relation.Left);
            AddNames(names, relation.Right);
        }

        return names;
    }

    private static Dictionary<string, LikelihoodScale?> ScalesOf(Dossier dossier)
    {
        var scales = new Dictionary<string, LikelihoodScale?>(StringComparer.Ordinal);
        foreach (var source in dossier.Sources) scales.TryAdd(source.Id ?? "", source.Scale);
        return scales;
    }

    private static void AddNames(HashSet<string> names, LinearForm form)
    {
        foreach (var term in form.Terms) names.Add(term.Name);
    }
}
