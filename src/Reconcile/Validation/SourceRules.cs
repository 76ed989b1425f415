namespace Reconcile.Validation;

/// <summary>What can be wrong with sources and interests.</summary>
internal static class SourceRules
{
    public static void CheckSources(DossierSurvey survey, FindingCollector findings)
    {
        var sources = survey.Dossier.Sources;
        if (sources.Count == 0) return;

        var isUsed = SourcesUsed(survey);
        var lookAlikes = survey.SourcesMayLookAlike() ? new LookAlikes() : null;
        var firsts = new FirstPlaces(isUsed.Length);
        Dictionary<string, int>? names = null;
        for (var i = 0; i < sources.Count; i++)
        {
            var number = survey.NumberOfSource(sources[i].Id);
            CheckId(i, sources[i], firsts.Of(number, i), lookAlikes, findings);
            if (sources[i].Name is { Length: > 0 } name && !(names ??= new(sources.Count, StringComparer.OrdinalIgnoreCase)).TryAdd(name, i))
            {
                findings.OnSource(
                    i, sources[i], "name", FindingCodes.SameName,
                    $"The sources {NearestNames.Shown(sources[names[name]].Id)} and {NearestNames.Shown(sources[i].Id)} have one name, {NearestNames.Shown(name)}, and count as two roots; if they are one, use one id.");
            }

            CheckNumbers(i, sources[i], findings);
            if (!PropertyRules.IsMissing(sources[i].Id) && !isUsed[number] && survey.Dossier.LeftOut.Count == 0)
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
            if (!survey.DeclaresSources && !PropertyRules.IsMissing(interests[i].Source) && !roots.Contains(interests[i].Source) && survey.Dossier.LeftOut.Count == 0)
            {
                findings.OnInterest(i, interests[i], "source", FindingCodes.UnusedSource, rootNames.Unknown(interests[i].Source));
            }

            if (interests[i].Subject is { } subject && !subjects.Contains(subject))
            {
                findings.OnInterest(i, interests[i], "subject", FindingCodes.UnknownSubject, subjectNames.Unknown(subject));
            }
        }
    }

    private static void CheckId(int index, Source source, int first, LookAlikes? lookAlikes, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(source.Id))
        {
            findings.OnSource(index, source, "id", FindingCodes.Missing, "A source needs an id.");
        }
        else if (first < index)
        {
            findings.OnSource(
                index, source, "id", FindingCodes.DuplicateId, $"{PropertyRules.DuplicateId("source", "sources", source.Id, first)}");
        }
        else if (lookAlikes?.EarlierThan(source.Id) is { } other)
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

    /// <summary>Roots and relays of all claims, and who has interests, by the number of the source.</summary>
    private static bool[] SourcesUsed(DossierSurvey survey)
    {
        var isUsed = new bool[survey.Texts.Sources.Count];
        foreach (var interest in survey.Dossier.Interests) Use(interest.Source);
        foreach (var source in survey.Texts.SourceOf) isUsed[source] = true;
        foreach (var claim in survey.Dossier.Claims)
        {
            if (claim.Via is not { Count: > 0 } relays) continue;

            for (var i = 0; i < relays.Count; i++) Use(relays[i]);
        }

        return isUsed;

        void Use(string? name)
        {
            if (survey.NumberOfSource(name) is var number and >= 0) isUsed[number] = true;
        }
    }
}
