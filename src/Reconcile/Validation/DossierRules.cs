namespace Reconcile.Validation;

/// <summary>All rules of a valid dossier, in the order of its parts.</summary>
internal static class DossierRules
{
    /// <summary>Findings on the day, parties, sources, interests, quantities, relations, claims.</summary>
    public static IReadOnlyList<Finding> Check(DossierSurvey survey)
    {
        var found = new FindingCollector();
        Check(survey, found);
        return found.Findings;
    }

    /// <inheritdoc cref="Check(DossierSurvey)"/>
    public static void Check(DossierSurvey survey, FindingCollector found)
    {
        ReplayRules.Check(survey, found);
        PartyRules.Check(survey, found);
        SourceRules.CheckSources(survey, found);
        SourceRules.CheckInterests(survey, found);
        QuantityRules.Check(survey, found);
        RelationRules.Check(survey, found);
        ClaimRules.Check(survey, found);
    }
}
