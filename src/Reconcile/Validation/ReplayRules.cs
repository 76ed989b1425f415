using System.Globalization;

namespace Reconcile.Validation;

/// <summary>Says what a replay of an earlier day left out.</summary>
internal static class ReplayRules
{
    private const int MostNamed = 3;

    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var (leftOut, day) = (survey.Dossier.LeftOut, survey.Dossier.AsOf);
        if (leftOut.Count == 0 || day is null) return;

        var named = string.Join(", ", leftOut.Take(MostNamed).Select(claim => NearestNames.Short(claim.Id ?? "")));
        var more = leftOut.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {leftOut.Count - MostNamed:N0} more") : "";
        findings.OnDossier(
            "asOf", FindingCodes.ReportedLater,
            $"As of {day:d MMMM yyyy}, {leftOut.Count:N0} {(leftOut.Count == 1 ? "claim that was" : "claims that were")} reported later {(leftOut.Count == 1 ? "is" : "are")} left out: {named}{more}.");
    }
}
