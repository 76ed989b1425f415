using Reconcile.Mathematics;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>How a relation's rule reads: parsed, or why not. The default is a relation without a rule.</summary>
internal readonly record struct TriedRelation(ParsedRelation? Parsed, SyntaxError Error);

/// <summary>What a dossier names and how its texts read, worked out once for all rules.</summary>
internal sealed class DossierSurvey
{
    private readonly Quantity[] _declared;
    private readonly int _declaredSources;
    private DateOnly? _day;
    private bool _hasDay;
    private bool[]? _plainNames;
    private Dictionary<string, Source>? _gradedSources;
    private UndeclaredNames? _undeclaredNames;

    public DossierSurvey(Dossier dossier)
    {
        (Dossier, Spelled) = (dossier, dossier);
        // A relation usually speaks of one quantity that no claim speaks of.
        var names = new NameTable(dossier.Quantities.Count > 0 ? dossier.Quantities.Count : dossier.Claims.Count + dossier.Relations.Count);
        _declared = Declared(dossier.Quantities, names);
        var sources = new NameTable(dossier.Sources.Count > 0 ? dossier.Sources.Count : dossier.Claims.Count);
        foreach (var source in dossier.Sources) sources.NumberOf(source.Id ?? "");
        _declaredSources = sources.Count;

        var leftOut = DeclaresQuantities || dossier.LeftOut.Count == 0 ? [] : new SubjectText[dossier.LeftOut.Count];
        Relations = dossier.Relations.Count == 0 ? [] : new TriedRelation[dossier.Relations.Count];
        var (sourceOf, subjects) = Cores.Both(
            dossier.Claims.Count, (survey: this, sources, names, leftOut), static needs => needs.survey.ReadSources(needs.sources), static needs => needs.survey.ReadQuantities(needs.names, needs.leftOut));

        Texts = new DossierTexts(names, subjects, leftOut, sources, sourceOf);
    }

    /// <summary>The dossier as it was written.</summary>
    public Dossier Dossier { get; }

    /// <summary>The dossier in which what is the same is called the same: claims on <c>"killed"</c> and <c>killed</c> speak of one thing.</summary>
    public Dossier Spelled { get; private set; }

    /// <summary>The day of the dossier, worked out once.</summary>
    public DateOnly? Day
    {
        get
        {
            if (!_hasDay) (_day, _hasDay) = (Dossier.Day, true);
            return _day;
        }
    }

    /// <summary>How the texts of the claims read, and all names as numbers.</summary>
    public DossierTexts Texts { get; }

    /// <summary>How each relation reads.</summary>
    public TriedRelation[] Relations { get; }

    /// <summary>Whether sources are declared; if not, every name is a source.</summary>
    public bool DeclaresSources => _declaredSources > 0;

    /// <summary>The scale that a source names for its words of likelihood.</summary>
    public LikelihoodScale? ScaleOf(string? source) => source is null ? null : GradedSources.GetValueOrDefault(source)?.Scale;

    /// <summary>The sources by id, with the grades that claims give them.</summary>
    public Dictionary<string, Source> GradedSources => _gradedSources ??= Dossier.GradedSources();

    /// <summary>Whether quantities are declared; if not, every name is a quantity.</summary>
    public bool DeclaresQuantities => _declared.Length > 0;

    /// <summary>The declared quantities, the first of each id.</summary>
    public ReadOnlySpan<Quantity> Quantities => _declared;

    public NameAdvice QuantityNames => field ??= new NameAdvice("quantity", Array.ConvertAll(_declared, static quantity => quantity.Id ?? ""));

    public NameAdvice SourceNames => field ??= new NameAdvice("source", [.. Enumerable.Range(0, _declaredSources).Select(source => Texts.Sources[source])]);

    public UndeclaredNames UndeclaredNames => _undeclaredNames ??= new UndeclaredNames(this);

    /// <summary>Whether a source of this id is declared.</summary>
    public bool IsDeclaredSource(string id) => IsDeclaredSource(Texts.Sources.Find(id));

    /// <summary>Whether a source is declared, by its number.</summary>
    public bool IsDeclaredSource(int number) => number >= 0 && number < _declaredSources;

    /// <summary>The number of a source, null as the empty id; −1: no such source was named.</summary>
    public int NumberOfSource(string? id) => Texts.Sources.Find(id);

    /// <summary>The number of the name of a quantity, null as the empty name; −1: there is no such name.</summary>
    public int NumberOfQuantity(string? id) => Texts.Names.Find(id);

    /// <summary>Whether some declared sources may be taken for each other.</summary>
    public bool SourcesMayLookAlike() => LookAlikes.MayBeAmong(Texts.Sources, _declaredSources);

    /// <summary>Whether some declared quantities may be taken for each other.</summary>
    public bool QuantitiesMayLookAlike() => LookAlikes.MayBeAmong(Texts.Names, _declared.Length);

    /// <summary>Whether a quantity of this id is declared.</summary>
    public bool IsDeclared(string id) => Declared(Texts.Names.Find(id)) is not null;

    /// <summary>A declared quantity by the number of its name; null: it is not declared.</summary>
    public Quantity? Declared(int name) => name >= 0 && name < _declared.Length ? _declared[name] : null;

    /// <summary>Least and largest value of a quantity, by the number of its name; ∓∞: open. An undeclared one is 0 or more.</summary>
    public (double Low, double High) BoundsOf(int name) => Declared(name) is { } quantity
        ? (quantity.Min ?? double.NegativeInfinity, quantity.Max ?? double.PositiveInfinity)
        : (0, double.PositiveInfinity);

    /// <summary>Whether a quantity is mentioned in a text without a hyphen between names, by the number of its name.</summary>
    public bool IsMentionedPlainly(int name) => (_plainNames ??= NamesMentioned(static text => !HyphenatedWord.In(text)))[name];

    /// <summary>Whether each name is that of a quantity that is mentioned at all.</summary>
    public bool[] MentionedQuantities() => NamesMentioned(static _ => true);

    /// <summary>Whether each name is that of a quantity that is mentioned, or stands in a text that was not understood.</summary>
    public bool[] QuantitiesThatMayBeMeant()
    {
        var meant = MentionedQuantities();
        for (var i = 0; i < Relations.Length; i++)
        {
            if (Relations[i].Parsed is null) Mark(Dossier.Relations[i].Rule);
        }

        for (var i = 0; i < Texts.Subjects.Length; i++)
        {
            if (Texts.Subjects[i].Composed is { Subject: null }) Mark(Dossier.Claims[i].Quantity);
        }

        return meant;

        void Mark(string? text) => UnreadText.ForEachName(text ?? "", name =>
        {
            if (Texts.Names.Find(name) is var number and >= 0) meant[number] = true;
        });
    }

    /// <summary>The relations of a dossier without errors, in its order.</summary>
    public ParsedRelation[] ParsedRelations() => Relations.Length == 0 ? [] : Array.ConvertAll(Relations, static relation => relation.Parsed!);

    /// <summary>The first quantity of each id; the number of its name is its place.</summary>
    private static Quantity[] Declared(IReadOnlyList<Quantity> quantities, NameTable names)
    {
        if (quantities.Count == 0) return [];
        var declared = new Quantity[quantities.Count];
        foreach (var quantity in quantities) declared[names.NumberOf(quantity.Id ?? "")] ??= quantity;
        return names.Count == declared.Length ? declared : declared[..names.Count];
    }

    private int[] ReadSources(NameTable sources)
    {
        var sourceOf = new int[Dossier.Claims.Count];
        for (var i = 0; i < sourceOf.Length; i++) sourceOf[i] = sources.NumberOf(Dossier.Claims[i].Source ?? "");
        return sourceOf;
    }

    private SubjectText[] ReadQuantities(NameTable names, SubjectText[] leftOut)
    {
        var subjects = new SubjectText[Dossier.Claims.Count];
        var reader = new SubjectReader(names, _declared.Length);
        for (var i = 0; i < subjects.Length; i++) subjects[i] = Read(Dossier.Claims[i], reader);
        for (var i = 0; i < Relations.Length; i++) Relations[i] = Read(Dossier.Relations[i], names);
        for (var i = 0; i < leftOut.Length; i++) leftOut[i] = Read(Dossier.LeftOut[i], reader);
        Spell(subjects, reader);
        return subjects;
    }

    private void Spell(SubjectText[] subjects, SubjectReader reader)
    {
        Claim[]? spelled = null;
        for (var i = 0; i < subjects.Length; i++)
        {
            if (reader.SpellingOf(subjects[i].Text) is { } spelling && spelling != Dossier.Claims[i].Quantity) (spelled ??= [.. Dossier.Claims])[i] = Dossier.Claims[i] with { Quantity = spelling };
        }

        if (spelled is not null) Spelled = Dossier.WithOnly(spelled, leftOut: []);
    }

    private static SubjectText Read(Claim claim, SubjectReader reader) =>
        string.IsNullOrWhiteSpace(claim.Quantity) ? SubjectText.Missing : reader.Read(claim.Quantity);

    private static TriedRelation Read(Relation relation, NameTable names) =>
        string.IsNullOrWhiteSpace(relation.Rule) ? default
        : RelationParser.TryParseRelation(relation.Rule, names, out var parsed, out var error) ? new TriedRelation(parsed, default)
        : new TriedRelation(null, error);

    private bool[] NamesMentioned(Func<string, bool> inText)
    {
        var mentioned = new bool[Texts.Names.Count];
        for (var i = 0; i < Texts.Subjects.Length; i++)
        {
            var (text, composed) = Texts.Subjects[i];
            if (composed is null)
            {
                if (text >= 0) mentioned[text] = true;
            }
            else if (composed.Subject is { } subject && inText(Dossier.Claims[i].Quantity))
            {
                Mention(mentioned, subject.Numerator, subject.Denominator);
            }
        }

        for (var i = 0; i < Relations.Length; i++)
        {
            if (Relations[i].Parsed is { } relation && inText(Dossier.Relations[i].Rule)) Mention(mentioned, relation.Left, relation.Right);
        }

        return mentioned;
    }

    private static void Mention(bool[] mentioned, LinearForm first, LinearForm? second)
    {
        foreach (var term in first.Terms) mentioned[term.Number] = true;
        if (second is null) return;
        foreach (var term in second.Terms) mentioned[term.Number] = true;
    }
}
