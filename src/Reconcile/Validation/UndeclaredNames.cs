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
        var seen = new Dictionary<int, string>(survey.Dossier.Claims.Count);
        if (survey.Sources.Count == 0 && SourcesMayLookAlike(survey.Dossier.Claims, seen)) LookAtSources(survey.Dossier.Claims);
        seen.Clear();
        if (survey.Quantities.Count == 0 && QuantitiesMayLookAlike(survey, seen)) LookAtQuantities(survey);
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

    /// <summary>One look at hashes, which nearly always tells that no two names look alike.</summary>
    private static bool SourcesMayLookAlike(IReadOnlyList<Claim> claims, Dictionary<int, string> seen)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Source is { } source && IsUnlikeSeen(seen, source)) return true;
        }

        return false;
    }

    private static bool QuantitiesMayLookAlike(DossierSurvey survey, Dictionary<int, string> seen)
    {
        foreach (var relation in survey.Relations)
        {
            if (relation.Parsed is { } parsed && (IsUnlikeSeen(seen, parsed.Left) || IsUnlikeSeen(seen, parsed.Right))) return true;
        }

        foreach (var reading in survey.Subjects)
        {
            if (reading?.Subject is not { } subject) continue;
            if (IsUnlikeSeen(seen, subject.Numerator) || (subject.Denominator is { } denominator && IsUnlikeSeen(seen, denominator))) return true;
        }

        return false;
    }

    private static bool IsUnlikeSeen(Dictionary<int, string> seen, LinearForm form)
    {
        foreach (var term in form.Terms)
        {
            if (IsUnlikeSeen(seen, term.Name)) return true;
        }

        return false;
    }

    /// <summary>Whether another name with the same hash was seen.</summary>
    private static bool IsUnlikeSeen(Dictionary<int, string> seen, string name)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, LookAlikes.HashOf(name), out var isKnown);
        if (!isKnown) first = name;
        return isKnown && first != name;
    }

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
        var names = new HashSet<string>(StringComparer.Ordinal);
        var lookAlikes = new LookAlikes();
        for (var i = 0; i < survey.Relations.Length; i++)
        {
            if (survey.Relations[i].Parsed is not { } parsed) continue;

            LookAtForm(parsed.Left, ref _onRelations, i);
            LookAtForm(parsed.Right, ref _onRelations, i);
        }

        var readings = new HashSet<SubjectReading>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < survey.Subjects.Length; i++)
        {
            if (survey.Subjects[i] is not { Subject: { } subject } reading || !readings.Add(reading)) continue;

            LookAtForm(subject.Numerator, ref _onQuantities, i);
            if (subject.Denominator is { } denominator) LookAtForm(denominator, ref _onQuantities, i);
        }

        void LookAtForm(LinearForm form, ref Dictionary<int, List<string>>? messages, int index)
        {
            foreach (var term in form.Terms)
            {
                if (!names.Add(term.Name) || lookAlikes.EarlierThan(term.Name) is not { } other) continue;

                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(messages ??= [], index, out _);
                (list ??= []).Add(QuantitiesLookAlike(other, term.Name));
            }
        }
    }
}
