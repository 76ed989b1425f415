using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>What can be wrong with the dates of a claim. Projections may speak of days to come.</summary>
internal static class ClaimDateRules
{
    public static void Check(int index, Claim claim, DossierSurvey survey, FindingCollector findings)
    {
        if (claim.AsOf is { } asOf) CheckAsOf(index, claim, asOf, survey.Dossier.AsOf, findings);
        else CheckReported(index, claim, survey.Dossier.AsOf, findings);
        if (claim.During is { } during) CheckIncrement(index, claim, during, survey, findings);
        if (claim.Retracted.Day is { } day) CheckRetraction(index, claim, day, survey, findings);
    }

    private static void CheckRetraction(int index, Claim claim, DateOnly day, DossierSurvey survey, FindingCollector findings)
    {
        if (day < claim.Reported)
        {
            findings.OnClaim(
                index, claim, "retracted", FindingCodes.WithdrawnTooEarly,
                $"Withdrawn on {PropertyRules.Shown(day)}, before it was reported on {PropertyRules.Shown(claim.Reported.Value)}, it never counts.");
        }
        else if (day > survey.Dossier.AsOf)
        {
            findings.OnClaim(
                index, claim, "retracted", FindingCodes.WithdrawnLater,
                $"Withdrawn on {PropertyRules.Shown(day)}, after the day of the dossier, {PropertyRules.Shown(survey.Dossier.AsOf.Value)}, it still counts; give the dossier that day as its asOf if it should not.");
        }
    }

    /// <summary>A claim without a day of its own speaks of the day on which it was reported.</summary>
    private static void CheckReported(int index, Claim claim, DateOnly? dossierAsOf, FindingCollector findings)
    {
        if (claim.Basis == Basis.Projection || claim.Reported is not { } reported || !(claim.EarliestReported > dossierAsOf)) return;
        findings.OnClaim(
            index, claim, "reported", FindingCodes.AfterDossier,
            $"It was reported on {PropertyRules.Shown(reported)}, after the day of the dossier, {PropertyRules.Shown(dossierAsOf.Value)}; it counts all the same.");
    }

    private static void CheckAsOf(int index, Claim claim, DateOnly asOf, DateOnly? dossierAsOf, FindingCollector findings)
    {
        if (claim.Basis == Basis.Projection) return;

        if (claim.Reported is { } reported && asOf > reported)
        {
            findings.OnClaim(
                index, claim, "asOf", FindingCodes.SpeaksOfLaterDay,
                $"Reported on {PropertyRules.Shown(reported)}, it cannot speak of {PropertyRules.Shown(asOf)}; a forecast has the basis projection.");
        }
        else if (claim.EarliestAsOf > dossierAsOf)
        {
            findings.OnClaim(
                index, claim, "asOf", FindingCodes.AfterDossier,
                $"It speaks of {PropertyRules.Shown(asOf)}, after the day of the dossier, {PropertyRules.Shown(dossierAsOf.Value)}; it counts all the same.");
        }
    }

    private static void CheckIncrement(int index, Claim claim, Period during, DossierSurvey survey, FindingCollector findings)
    {
        if (claim.AsOf < during.From && claim.Basis != Basis.Projection)
        {
            findings.OnClaim(
                index, claim, "asOf", FindingCodes.IncrementTooEarly,
                $"As of {PropertyRules.Shown(claim.AsOf.Value)} its period ({Shown(during)}) had not begun; "
                + "leave asOf out, or give the basis projection.");
        }
        else if (claim.AsOf > during.To)
        {
            findings.OnClaim(
                index, claim, "asOf", FindingCodes.IncrementTooLate,
                $"An increment speaks of its period ({Shown(during)}); the later asOf ({PropertyRules.Shown(claim.AsOf.Value)}) changes nothing.");
        }

        if (during.To > claim.Reported && claim.Basis != Basis.Projection)
        {
            findings.OnClaim(
                index, claim, "during", FindingCodes.PeriodNotOver,
                $"Reported on {PropertyRules.Shown(claim.Reported.Value)}, it speaks of a period that was not over ({Shown(during)}) and counts for all of it; a forecast has the basis projection.");
        }

        if (NoTotal(survey.Texts.Subjects[index], survey) is { } name)
        {
            findings.OnClaim(
                index, claim, "during", FindingCodes.IncrementOfNoTotal,
                $"Only a total grows by increments, and {NearestNames.Shown(name)} is none; declare it with the kind total, or leave during out.");
        }
    }

    /// <summary>The first quantity of a subject that is no total; undeclared ones are fixed.</summary>
    private static string? NoTotal(SubjectText text, DossierSurvey survey) =>
        text.Name >= 0 ? IsTotal(text.Name, survey) ? null : survey.Texts.Names[text.Name]
        : text.Composed?.Subject is not { } subject ? null
        : NoTotal(subject.Numerator, survey) ?? (subject.Denominator is { } denominator ? NoTotal(denominator, survey) : null);

    private static string? NoTotal(LinearForm form, DossierSurvey survey)
    {
        foreach (var term in form.Terms)
        {
            if (!IsTotal(term.Number, survey)) return term.Name;
        }

        return null;
    }

    private static bool IsTotal(int name, DossierSurvey survey) => survey.Declared(name)?.Kind == QuantityKind.Total;

    private static string Shown(Period period) => $"{PropertyRules.Shown(period.From)} to {PropertyRules.Shown(period.To)}";
}
