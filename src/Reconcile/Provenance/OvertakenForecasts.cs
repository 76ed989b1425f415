using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// A forecast is no evidence against a report that was made after it: one that gives a value for its day, or, of a total, one with which it cannot hold at its word since totals never fall.
/// Nothing overtakes a forecast whose own source or item is graded the lowest or doubtful, or that speaks from an interest.
/// </summary>
internal static class OvertakenForecasts
{
    public static void SetAside(Dossier dossier, Ledger ledger, HedgeReading reading)
    {
        var forecasts = new List<int>();
        for (var i = 0; i < dossier.Claims.Count; i++)
        {
            if (dossier.Claims[i] is { Basis: Basis.Projection, During: null } && ledger.Counts(i)) forecasts.Add(i);
        }

        if (forecasts.Count == 0) return;
        var moving = new MovingQuantities(dossier);
        var doubted = dossier.Sources.Where(source => source.Reliability == Reliability.E).Select(static source => source.Id).ToHashSet(StringComparer.Ordinal);
        var leaning = dossier.Interests.Select(static interest => interest.Source).ToHashSet(StringComparer.Ordinal);
        if (dossier.PartiesLean) leaning.UnionWith(dossier.Sources.Where(static source => source.Party is not null).Select(static source => source.Id));
        var reports = Enumerable.Range(0, dossier.Claims.Count).Where(IsReport).ToLookup(claim => dossier.Claims[claim].Quantity, StringComparer.Ordinal);
        foreach (var forecast in forecasts)
        {
            var kind = moving.KindOf(dossier.Claims[forecast].Quantity);
            foreach (var report in reports[dossier.Claims[forecast].Quantity])
            {
                if (Overtakes(dossier.Claims[report], dossier.Claims[forecast], kind, reading)) ledger.Supersede(forecast, report);
            }
        }

        bool IsReport(int position)
        {
            var claim = dossier.Claims[position];
            return claim is { Basis: not Basis.Projection, During: null, Credibility: < Credibility.Doubtful } && ledger.Counts(position)
                && !(claim.Reliability is { } own ? own == Reliability.E : doubted.Contains(claim.Source)) && !leaning.Contains(claim.Source);
        }
    }

    private static bool Overtakes(Claim report, Claim forecast, QuantityKind kind, HedgeReading reading)
    {
        if (report.Day is not { } day || forecast.Day is not { } foretold || !IsSaidAfter(report, forecast, foretold)) return false;
        var (said, expected) = (reading.Interpret(report.Figure), reading.Interpret(forecast.Figure));
        if (kind == QuantityKind.Fixed || day == foretold) return OneDay.KindOf(report.Figure) == FigureKind.Point && !Interpretation.IsWide(said.Low, said.High);
        return kind == QuantityKind.Total && (day < foretold ? said.Low > expected.High : said.High < expected.Low);
    }

    /// <summary>A forecast of which nobody knows when it was made was made before its day.</summary>
    private static bool IsSaidAfter(Claim report, Claim forecast, DateOnly foretold) =>
        (report.Reported ?? report.Day) is { } said && (forecast.Reported is { } made ? said > made : said >= foretold);
}
