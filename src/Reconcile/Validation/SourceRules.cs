namespace Reconcile.Validation;

/// <summary>What can be wrong with sources and interests.</summary>
internal static class SourceRules
{
    public static void CheckSources(DossierSurvey survey, FindingCollector findings)
    {
        var sources = survey.Dossier.Sources;
        if (sources.Count == 0) return;

        var used = NamesUsed(survey.Dossier);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookAlikes = new LookAlikes();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < sources.Count; i++)
        {
            CheckId(i, sources, ids, lookAlikes, findings);
            if (sources[i].Name is { Length: > 0 } name && !names.TryAdd(name, i))
            {
                findings.OnSource(
                    i, sources[i], "name", FindingCodes.SameName,
                    $"The sources {NearestNames.Shown(sources[names[name]].Id)} and {NearestNames.Shown(sources[i].Id)} have one name, {NearestNames.Shown(name)}, and count as two roots; if they are one, use one id.");
            }

            CheckNumbers(i, sources[i], findings);
            if (!PropertyRules.IsMissing(sources[i].Id) && !used.Contains(sources[i].Id))
            {
                findings.OnSource(i, sources[i], "id", FindingCodes.UnusedSource, $"No claim names the source {NearestNames.Shown(sources[i].Id)}.");
            }
        }
    }

    public static void CheckInterests(DossierSurvey survey, FindingCollector findings)
    {
        var interests = survey.Dossier.Interests;
        if (interests.Count == 0) return;

        var roots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in survey.Dossier.Claims) roots.Add(claim.Source ?? "");
        var rootNames = new NameAdvice("source", roots);
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quantity in survey.Dossier.Quantities) subjects.Add(quantity.Subject ?? "");
        subjects.Remove("");
        var subjectNames = new NameAdvice("subject", subjects);

        for (var i = 0; i < interests.Count; i++)
        {
            CheckInterest(i, interests[i], survey, findings);
            if (!survey.DeclaresSources && !PropertyRules.IsMissing(interests[i].Source) && !roots.Contains(interests[i].Source))
            {
                findings.OnInterest(i, interests[i], "source", FindingCodes.UnusedSource, rootNames.Unknown(interests[i].Source));
            }

            if (interests[i].Subject is { } subject && !subjects.Contains(subject))
            {
                findings.OnInterest(i, interests[i], "subject", FindingCodes.UnknownSubject, subjectNames.Unknown(subject));
            }
        }
    }

    private static void CheckId(
        int index, IReadOnlyList<Source> sources, Dictionary<string, int> ids, LookAlikes lookAlikes, FindingCollector findings)
    {
        var source = sources[index];
        if (PropertyRules.IsMissing(source.Id))
        {
            findings.OnSource(index, source, "id", FindingCodes.Missing, "A source needs an id.");
        }
        else if (!ids.TryAdd(source.Id, index))
        {
            findings.OnSource(
                index, source, "id", FindingCodes.DuplicateId, PropertyRules.DuplicateId("source", "sources", source.Id, ids[source.Id]));
        }
        else if (lookAlikes.EarlierThan(source.Id) is { } other)
        {
            findings.OnSource(index, source, "id", FindingCodes.SourcesLookAlike, UndeclaredNames.SourcesLookAlike(other, source.Id));
        }
    }

    private static void CheckNumbers(int index, Source source, FindingCollector findings)
    {
        if (source.Reliability is { } reliability && reliability is < Reliability.A or > Reliability.F)
        {
            findings.OnSource(index, source, "reliability", FindingCodes.WrongValue, $"A reliability is A to F; found {(int)reliability}.");
        }

        if (source.RelativeError is { } error && !(error >= 0 && PropertyRules.IsNumber(error)))
        {
            findings.OnSource(
                index, source, "relativeError", FindingCodes.WrongValue,
                $"A relative error is a finite number of 0 or more, such as 0.1 for 10 %; found {PropertyRules.Shown(error)}.");
        }

        if (source.Accuracy is { } accuracy && !(accuracy > 0 && accuracy < 1))
        {
            findings.OnSource(
                index, source, "accuracy", FindingCodes.WrongValue,
                $"An accuracy lies between 0 and 1, both excluded; found {PropertyRules.Shown(accuracy)}.");
        }
    }

    private static void CheckInterest(int index, Interest interest, DossierSurvey survey, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(interest.Source))
        {
            findings.OnInterest(index, interest, "source", FindingCodes.Missing, "An interest needs a source: whose interest it is.");
        }
        else if (survey.DeclaresSources && !survey.IsDeclaredSource(interest.Source))
        {
            findings.OnInterest(index, interest, "source", FindingCodes.UnknownSource, survey.SourceNames.Unknown(interest.Source));
        }

        if (interest.Tends is < Tendency.Overstate or > Tendency.Understate)
        {
            findings.OnInterest(
                index, interest, "tends", FindingCodes.WrongValue, $"An interest tends to overstate or to understate; found {(int)interest.Tends}.");
        }
    }

    /// <summary>Roots and relays of all claims, and who has interests.</summary>
    private static HashSet<string> NamesUsed(Dossier dossier)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var interest in dossier.Interests) names.Add(interest.Source ?? "");
        foreach (var claim in dossier.Claims)
        {
            names.Add(claim.Source ?? "");
            if (claim.Via is not { Count: > 0 } relays) continue;

            for (var i = 0; i < relays.Count; i++) names.Add(relays[i] ?? "");
        }

        return names;
    }
}
