using System.Runtime.InteropServices;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>
/// Names that exist because somebody used them, and look like an earlier one. A root that is spelled in two ways agrees with itself, and a
/// quantity that is spelled in two ways is two.
/// </summary>
internal sealed class UndeclaredNames
{
    private static readonly List<string> None = [];

    private Dictionary<int, List<string>>? _onRelations;
    private Dictionary<int, List<string>>? _onQuantities;
    private Dictionary<int, string>? _onSources;

    public UndeclaredNames(DossierSurvey survey)
    {
        var texts = survey.Texts;
        if (!survey.DeclaresSources && LookAlikes.MayBeAmong(texts.Sources, texts.Sources.Count)) LookAtSources(survey.Dossier.Claims);
        if (!survey.DeclaresQuantities && LookAlikes.MayBeAmong(texts.Names, texts.Names.Count) && LookAlikes.MayBeAmong(texts.Names, texts.Names.Count, survey.MentionedQuantities())) LookAtQuantities(survey);
    }

    /// <summary>Whether no names look alike: nearly always.</summary>
    public bool IsEmpty => _onRelations is null && _onQuantities is null && _onSources is null;

    /// <summary>Messages about quantities that a relation is the first to mention.</summary>
    public IReadOnlyList<string> OnRelation(int index) => _onRelations?.GetValueOrDefault(index, None) ?? None;

    /// <summary>Messages about quantities that a claim is the first to mention.</summary>
    public IReadOnlyList<string> OnQuantity(int claim) => _onQuantities?.GetValueOrDefault(claim, None) ?? None;

    /// <summary>The message about the source of a claim; null for none.</summary>
    public string? OnSource(int claim) => _onSources?.GetValueOrDefault(claim);

    public static string SourcesLookAlike(string one, string other) => LookAlike("sources", one, other, "id");

    public static string QuantitiesLookAlike(string one, string other) => LookAlike("quantities", one, other, "name");

    private static string LookAlike(string what, string one, string other, string name) =>
        $"The {what} {NearestNames.Shown(one)} and {NearestNames.Shown(other)} differ in letter case, accents or spaces only and count as two; if they are one, use one {name}.";

    private void LookAtSources(IReadOnlyList<Claim> claims)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        var lookAlikes = new LookAlikes();
        for (var i = 0; i < claims.Count; i++)
        {
            var source = claims[i].Source;
            if (PropertyRules.IsMissing(source) || !roots.Add(source) || lookAlikes.EarlierThan(source) is not { } other) continue;

            (_onSources ??= []).Add(i, SourcesLookAlike(other, source));
        }
    }

    private void LookAtQuantities(DossierSurvey survey)
    {
        var isSeen = new bool[survey.Texts.Names.Count];
        var lookAlikes = new LookAlikes();
        for (var i = 0; i < survey.Relations.Length; i++)
        {
            if (survey.Relations[i].Parsed is not { } parsed) continue;

            LookAtForm(parsed.Left, ref _onRelations, i);
            LookAtForm(parsed.Right, ref _onRelations, i);
        }

        for (var i = 0; i < survey.Texts.Subjects.Length; i++)
        {
            var (text, composed) = survey.Texts.Subjects[i];
            if (composed is null)
            {
                if (text >= 0) LookAt(text, ref _onQuantities, i);
                continue;
            }

            if (composed.Subject is not { } subject) continue;
            LookAtForm(subject.Numerator, ref _onQuantities, i);
            if (subject.Denominator is { } denominator) LookAtForm(denominator, ref _onQuantities, i);
        }

        void LookAtForm(LinearForm form, ref Dictionary<int, List<string>>? messages, int index)
        {
            foreach (var term in form.Terms) LookAt(term.Number, ref messages, index);
        }

        void LookAt(int number, ref Dictionary<int, List<string>>? messages, int index)
        {
            if (isSeen[number]) return;
            isSeen[number] = true;
            var name = survey.Texts.Names[number];
            if (lookAlikes.EarlierThan(name) is not { } other) return;

            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(messages ??= [], index, out _);
            (list ??= []).Add(QuantitiesLookAlike(other, name));
        }
    }
}
