using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs what relays pass on, and what a root says twice, on the statement of the root: of one root, one quantity and one day the claim with the
/// fewest relays, then the earliest reported. A claim without relays is a statement of its own, unless it is the same words again.
/// </summary>
internal sealed class RelayFolder(Ledger ledger, HedgeReading reading)
{
    public void Fold(in Statements statements)
    {
        var days = new Dictionary<(Period?, DateOnly?), OneDay>();
        foreach (var claim in statements.Claims)
        {
            var key = (ledger.Claims[claim].During, ClaimOrder.DayOf(ledger.Claims[claim]));
            if (!days.TryGetValue(key, out var day)) days.Add(key, day = new OneDay(ledger, reading));
            day.Add(claim);
        }

        if (days.Count > 1) FoldDays(statements);
    }

    /// <summary>The same words on another day.</summary>
    private void FoldDays(in Statements statements)
    {
        var saidSo = new Dictionary<(Words, Period?), List<int>>();
        foreach (var claim in statements.Claims)
        {
            if (!ledger.IsStatement(claim)) continue;
            var key = (Words.Of(ledger.Claims[claim]), ledger.Claims[claim].During);
            if (!saidSo.TryGetValue(key, out var same)) saidSo.Add(key, same = []);
            same.Add(claim);
        }

        foreach (var same in saidSo.Values)
        {
            if (same.Count < 2) continue;
            foreach (var claim in same)
            {
                if (ledger.Counts(claim) && !ledger.SpeaksAnew(claim) && OriginOnAnotherDay(claim, same, statements.IsFixed) is { } origin) ledger.Hang(claim, origin);
            }
        }
    }

    /// <summary>What a claim says again: the last such statement up to its day, else the first.</summary>
    private int? OriginOnAnotherDay(int claim, List<int> same, bool isFixed)
    {
        var day = ClaimOrder.DayOf(ledger.Claims[claim]);
        int? origin = null;
        foreach (var candidate in same)
        {
            var mayPassOn = isFixed ? SaysAgain(claim, candidate) : IsStale(claim, candidate);
            if (candidate != claim && mayPassOn && (origin is not { } known || IsBetter(candidate, known, day))) origin = candidate;
        }

        return origin;
    }

    private bool IsBetter(int candidate, int known, DateOnly? day)
    {
        var (one, other) = (ClaimOrder.DayOf(ledger.Claims[candidate]), ClaimOrder.DayOf(ledger.Claims[known]));
        if (one == other) return false;
        if (one > day || other > day) return other > day && (one is null || one < other);
        return one > other || other is null;
    }

    /// <summary>Of a fixed quantity: a relay says what somebody nearer to the root said; a claim without a date says what a dated one said.</summary>
    private bool SaysAgain(int claim, int candidate)
    {
        var (said, before) = (ledger.Claims[claim], ledger.Claims[candidate]);
        if (said.Via.Count > before.Via.Count) return true;
        if (said.Via.Count < before.Via.Count || !ledger.IsStatement(candidate)) return false;
        if (ClaimOrder.DayOf(said) is null) return ClaimOrder.DayOf(before) is not null;
        return said.Via.Count > 0 && !ledger.Counts(candidate) && ClaimOrder.DayOf(before) < ClaimOrder.DayOf(said);
    }

    /// <summary>Longest time in which a relay passes on an old figure as if it were of today (convention).</summary>
    private const int MostDaysLate = 7;

    /// <summary>Of a total or stock: a relay gives another day to a figure that the root gave a few days before, with digits enough to know it again.</summary>
    private bool IsStale(int claim, int candidate)
    {
        var (said, before) = (ledger.Claims[claim], ledger.Claims[candidate]);
        if (said.Via.Count <= before.Via.Count || SaidNumbers.Digits(said.Figure) < MisappliedFigures.LeastDigits) return false;
        if (ClaimOrder.DayOf(said) is not { } day || ClaimOrder.DayOf(before) is not { } earlier) return false;
        return day > earlier && day.DayNumber - earlier.DayNumber <= MostDaysLate;
    }
}
