using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// A forecast is no evidence against a report that was made after it: one that gives a value for its day, or, of a total, one with which it cannot hold at its word since totals never fall.
/// A report whose source or item is graded the lowest or doubtful, that says how likely it is, that speaks from an interest, or that another report contradicts by more than a factor of two, overtakes nothing.
/// </summary>
internal sealed class OvertakenForecasts
{
    /// <summary>Reports that differ by more tell of a stray number among them, nobody knows which (the factor of usual revisions).</summary>
    private const double Stray = Revisions.UsualFactor;

    private readonly Dossier _dossier;
    private readonly Ledger _ledger;
    private readonly HedgeReading _reading;
    private readonly HashSet<string> _doubted;
    private readonly HashSet<string> _leaning;

    private OvertakenForecasts(Dossier dossier, Ledger ledger, HedgeReading reading)
    {
        (_dossier, _ledger, _reading) = (dossier, ledger, reading);
        _doubted = dossier.Sources.Where(static source => source.Reliability == Reliability.E).Select(static source => source.Id).ToHashSet(StringComparer.Ordinal);
        _leaning = dossier.Interests.Select(static interest => interest.Source).ToHashSet(StringComparer.Ordinal);
        if (dossier.PartiesLean) _leaning.UnionWith(dossier.Sources.Where(static source => source.Party is not null).Select(static source => source.Id));
    }

    /// <summary>What a claim says of a day at its word.</summary>
    private readonly record struct Said(int Claim, DateOnly Day, DateOnly? On, double Low, double High, bool GivesValue);

    public static void SetAside(Dossier dossier, Ledger ledger, HedgeReading reading)
    {
        var forecasts = new List<int>();
        for (var i = 0; i < dossier.Claims.Count; i++)
        {
            if (dossier.Claims[i] is { Basis: Basis.Projection, During: null } && ledger.Counts(i)) forecasts.Add(i);
        }

        if (forecasts.Count > 0) new OvertakenForecasts(dossier, ledger, reading).SetAside(forecasts);
    }

    private void SetAside(List<int> forecasts)
    {
        var moving = new MovingQuantities(_dossier);
        var reports = Enumerable.Range(0, _dossier.Claims.Count).Where(IsReport).ToLookup(claim => _dossier.Claims[claim].Quantity, StringComparer.Ordinal);
        foreach (var ofOne in forecasts.GroupBy(claim => _dossier.Claims[claim].Quantity, StringComparer.Ordinal))
        {
            var kind = moving.KindOf(ofOne.Key);
            var latestFirst = Uncontradicted([.. reports[ofOne.Key].Where(claim => DayOf(claim, kind) is not null).Select(claim => SaidBy(claim, kind))], kind);
            latestFirst.Sort((a, b) => ClaimOrder.LatestFirst(_dossier.Claims[a.Claim], _dossier.Claims[b.Claim]));
            foreach (var forecast in ofOne)
            {
                if (DayOf(forecast, kind) is null) continue;
                var expected = SaidBy(forecast, kind);
                var overtakes = latestFirst.FindIndex(report => Overtakes(report, expected, kind));
                if (overtakes >= 0) _ledger.Supersede(forecast, latestFirst[overtakes].Claim);
            }
        }
    }

    private bool IsReport(int position)
    {
        var claim = _dossier.Claims[position];
        return claim is { Basis: not Basis.Projection, During: null, Credibility: < Credibility.Doubtful } && _ledger.Counts(position) && Words.LikelihoodOf(claim) is null
            && !(claim.Reliability is { } own ? own == Reliability.E : _doubted.Contains(claim.Source)) && !_leaning.Contains(claim.Source);
    }

    /// <summary>What says no day speaks, of what moves, of that of the dossier, and was then made on it at the earliest.</summary>
    private DateOnly? DayOf(int position, QuantityKind kind) => _dossier.Claims[position].Day ?? (kind == QuantityKind.Fixed ? null : _dossier.Day);

    private Said SaidBy(int position, QuantityKind kind)
    {
        var claim = _dossier.Claims[position];
        var read = _reading.Interpret(claim.Figure);
        var givesValue = OneDay.KindOf(claim.Figure) == FigureKind.Point && !Interpretation.IsWide(read.Low, read.High);
        return new Said(position, DayOf(position, kind)!.Value, claim.Basis == Basis.Projection ? claim.Reported : claim.Reported ?? DayOf(position, kind), read.Low, read.High, givesValue);
    }

    /// <summary>The reports that no other contradicts by far: of a fixed quantity any, of a stock one of its day, of a total one that would have it fall.</summary>
    private static List<Said> Uncontradicted(Said[] reports, QuantityKind kind)
    {
        if (kind == QuantityKind.Fixed) return Agreeing(reports);
        Array.Sort(reports, static (a, b) => a.Day.CompareTo(b.Day));
        var kept = new List<Said>();
        if (kind == QuantityKind.Stock)
        {
            foreach (var day in reports.GroupBy(static report => report.Day)) kept.AddRange(Agreeing([.. day]));
            return kept;
        }

        // The most that was said up to a day, and the least from it on.
        var least = new double[reports.Length];
        for (var i = reports.Length - 1; i >= 0; i--) least[i] = Math.Min(reports[i].High, i + 1 < least.Length ? least[i + 1] : double.PositiveInfinity);
        var most = double.NegativeInfinity;
        for (int start = 0, end = 0; start < reports.Length; start = end)
        {
            while (end < reports.Length && reports[end].Day == reports[start].Day) most = Math.Max(most, reports[end++].Low);
            for (var i = start; i < end; i++)
            {
                if (!IsFarAbove(most, reports[i].High) && !IsFarAbove(reports[i].Low, least[start])) kept.Add(reports[i]);
            }
        }

        return kept;
    }

    private static List<Said> Agreeing(Said[] reports)
    {
        if (reports.Length == 0) return [];
        var (most, least) = (reports.Max(static report => report.Low), reports.Min(static report => report.High));
        return [.. reports.Where(report => !IsFarAbove(most, report.High) && !IsFarAbove(report.Low, least))];
    }

    private static bool IsFarAbove(double low, double high) => low > 0 && low > Stray * high;

    private static bool Overtakes(in Said report, in Said forecast, QuantityKind kind)
    {
        // A forecast of which nobody knows when it was made was made before its day.
        if (!(forecast.On is { } made ? report.On > made : report.On >= forecast.Day)) return false;
        if (kind == QuantityKind.Fixed || report.Day == forecast.Day) return report.GivesValue;
        return kind == QuantityKind.Total && (report.Day < forecast.Day ? report.Low > forecast.High : report.High < forecast.Low);
    }
}
