namespace Reconcile.Validation;

/// <summary>What can be wrong where interests follow from parties.</summary>
internal static class PartyRules
{
    private const int MostNamed = 5;

    /// <summary>Some quantity must count what the party of some source has lost.</summary>
    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var dossier = survey.Dossier;
        if (!dossier.PartiesLean) return;
        var parties = Distinct(dossier.Sources.Select(static source => source.Party));
        var subjects = Distinct(dossier.Quantities.Select(static quantity => quantity.Subject));
        if (parties.Overlaps(subjects)) return;
        findings.OnDossier(
            "parties", FindingCodes.NoPartyIsSubject,
            $"Parties lean, but no quantity has the party of a source as its subject, so nobody leans by that. Parties: {Listed(parties)}; subjects: {Listed(subjects)}.",
            dossier.Place.LineOf("parties"));
    }

    private static HashSet<string> Distinct(IEnumerable<string?> names) => [.. names.Where(static name => !string.IsNullOrEmpty(name)).Select(static name => name!)];

    private static string Listed(HashSet<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNamed).Select(NearestNames.Shown)) + (names.Count > MostNamed ? ", …" : "");
}
