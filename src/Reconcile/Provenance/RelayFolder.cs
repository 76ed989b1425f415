using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs what relays pass on, and what a root says twice, on the statement of the root: of one root, one quantity and one day the claim with the
/// fewest relays, then the earliest reported; over some days what is the same but for its hedge, or for a zero more or less. A claim without relays is a statement of its own, unless it is the same words again.
/// </summary>
internal sealed class RelayFolder(Ledger ledger, HedgeReading reading)
{
    /// <summary>Up to this many claims each is compared with each.</summary>
    private const int Few = 8;

    public void Fold(in Statements statements)
    {
        if (HasRelays(statements)) FoldRelays(statements);
        else FoldRepetitions(statements);
    }

    private bool HasRelays(in Statements statements)
    {
        foreach (var claim in statements.Claims)
        {
            if (ledger.Claims[claim].Via.Count > 0) return true;
        }

        return false;
    }

    private void FoldRelays(in Statements statements)
    {
        LostPeriods.Hang(ledger, reading, statements);
        var copies = new RoundedCopies(ledger, reading, statements);
        // What copies an older figure is not kept before a new one of its day; the same words on one day stay together, the nearest to the root first.
        var news = new Dictionary<(Words, Period?, DateOnly?), DateOnly>();
        foreach (var claim in statements.Claims)
        {
            if (!news.ContainsKey(KeyOf(claim))) news.Add(KeyOf(claim), copies.DayOfNews(claim));
        }

        if (FoldEachDay(statements.Claims.OrderByDescending(claim => news[KeyOf(claim)])) == 1) return;
        FoldDays(statements);
        FoldGarbled(statements);
        copies.Hang();
        CopiesOfGarbled.Hang(ledger, statements);
        // Of what is no copy after all, the nearest to the root goes first again.
        FoldEachDay(statements.Claims.Where(ledger.Counts));
    }

    /// <summary>How many days there are.</summary>
    private int FoldEachDay(IEnumerable<int> claims)
    {
        var days = new Dictionary<(Period?, DateOnly?), OneDay>();
        foreach (var claim in claims)
        {
            var key = (ledger.Claims[claim].During, ClaimOrder.DayOf(ledger.Claims[claim]));
            if (!days.TryGetValue(key, out var day)) days.Add(key, day = new OneDay(ledger, reading));
            day.Add(claim);
        }

        return days.Count;
    }

    /// <summary>Without relays only the same words fold; the usual case, in which a root speaks of a thing twice or thrice, needs no table.</summary>
    private void FoldRepetitions(in Statements statements)
    {
        var claims = statements.Claims;
        var firsts = claims.Length > Few ? new Dictionary<(Words, Period?, DateOnly?), int>() : null;
        for (var i = 0; i < claims.Length; i++)
        {
            if (!ledger.Counts(claims[i])) continue;
            var key = KeyOf(claims[i]);
            if (firsts is null)
            {
                for (var j = 0; j < i; j++)
                {
                    if (!ledger.Counts(claims[j]) || KeyOf(claims[j]) != key) continue;
                    ledger.Hang(claims[i], claims[j]);
                    break;
                }
            }
            else if (!firsts.TryAdd(key, claims[i]))
            {
                ledger.Hang(claims[i], firsts[key]);
            }
        }

        if (statements.IsFixed && MixesDatedAndUndated(claims)) FoldDays(statements);
    }

    private (Words, Period?, DateOnly?) KeyOf(int claim) => (Words.Of(ledger.Claims[claim]), ledger.Claims[claim].During, ClaimOrder.DayOf(ledger.Claims[claim]));

    private bool MixesDatedAndUndated(int[] claims)
    {
        var first = ClaimOrder.DayOf(ledger.Claims[claims[0]]) is null;
        foreach (var claim in claims)
        {
            if (ClaimOrder.DayOf(ledger.Claims[claim]) is null != first) return true;
        }

        return false;
    }

    /// <summary>The same words on another day.</summary>
    private void FoldDays(in Statements statements)
    {
        foreach (var same in Alike(statements, static claim => (Words.Of(claim) with { Basis = LostBasis.BasisToCompare(claim) }, claim.During)))
        {
            var fewest = same.Min(claim => ledger.Claims[claim].Via.Count);
            var allCount = same.TrueForAll(ledger.Counts);
            for (var i = 0; i < same.Count; i++)
            {
                var claim = ledger.Claims[same[i]];
                // Among the nearest to the root only an undated one, or one after a withdrawal, says another's words.
                if (claim.Via.Count == fewest && allCount && ClaimOrder.DayOf(claim) is not null) continue;
                if (ledger.Counts(same[i]) && !ledger.SpeaksAnew(same[i]) && OriginOnAnotherDay(i, same, statements.IsFixed, LastOtherFigure(same[i], statements)) is { } origin) ledger.Hang(same[i], origin);
            }
        }
    }

    /// <summary>The same numbers with another hedge, or with a zero more or less, a few days later and by a longer chain: what a relay made of them.</summary>
    private void FoldGarbled(in Statements statements)
    {
        var isFixed = statements.IsFixed;
        foreach (var same in Alike(statements, static claim => (SaidNumbers.WithoutZeros(claim.Figure), LostBasis.BasisToCompare(claim), claim.During)))
        {
            for (var i = 0; i + 1 < same.Count; i++)
            {
                if (!ledger.Counts(same[i])) continue;
                // The next earlier one that is nearer to the root.
                var origin = same.FindIndex(i + 1, candidate => IsLate(same[i], candidate, isFixed) && MayBecome(ledger.Claims[candidate], ledger.Claims[same[i]], isFixed));
                if (origin > i && !ledger.SpeaksAnew(same[i])) ledger.Hang(same[i], same[origin]);
            }
        }
    }

    /// <summary>
    /// Whether a relay may have made one figure of another of the same digits: it lost the hedge, or one zero. A toll of one digit may well have grown tenfold, and a value says nothing against
    /// a floor far below it.
    /// </summary>
    private bool MayBecome(Claim said, Claim became, bool isFixed)
    {
        if (SaidNumbers.Of(said.Figure) == SaidNumbers.Of(became.Figure)) return LostBasis.MayPassOn(became, said);
        // Beside 12 who were counted about 120 may be feared dead.
        if (said.Basis != became.Basis || (!isFixed && !IsUnusual(became))) return false;
        var (one, other) = (SaidNumbers.Of(said.Figure).Most ?? 0, SaidNumbers.Of(became.Figure).Most ?? 0);
        var isOneZero = Math.Abs(Math.Abs(Math.Log10(Math.Abs(other / one))) - 1) < 1e-9;
        return isOneZero && (OneDay.KindOf(said.Figure) == OneDay.KindOf(became.Figure) || !OneDay.Overlap(reading.Interpret(said.Figure), reading.Interpret(became.Figure)));
    }

    /// <summary>Statements that have something in common, two or more, the latest first.</summary>
    private IEnumerable<List<int>> Alike<TKey>(Statements statements, Func<Claim, TKey> keyOf)
        where TKey : notnull
    {
        var alike = new Dictionary<TKey, List<int>>();
        foreach (var claim in statements.Claims)
        {
            if (!ledger.IsStatement(claim)) continue;
            var key = keyOf(ledger.Claims[claim]);
            if (!alike.TryGetValue(key, out var same)) alike.Add(key, same = []);
            same.Add(claim);
        }

        foreach (var same in alike.Values)
        {
            if (same.Count < 2) continue;
            same.Sort((a, b) => ClaimOrder.LatestFirst(ledger.Claims[a], ledger.Claims[b]));
            yield return same;
        }
    }

    /// <summary>Whether a claim stands further from the root than another of a few days before, fewer where the figure is one that is easily said anew.</summary>
    private bool IsLate(int claim, int candidate, bool isFixed)
    {
        if (!IsFurther(claim, candidate)) return false;
        return DaysBetween(candidate, claim) is > 0 and var days && days <= (isFixed ? MostDaysLate : MostDaysLateOf(ledger.Claims[claim]));
    }

    /// <summary>Of a total or stock: how many days later a relay still says what was said of another.</summary>
    public static int MostDaysLateOf(Claim claim) => IsUnusual(claim) ? MostDaysLate : MostDaysLateOfUsual;

    /// <summary>Whether a figure has digits enough to be known again.</summary>
    public static bool IsUnusual(Claim claim) => SaidNumbers.SignificantDigits(claim.Figure) >= MisappliedFigures.LeastDigits;

    /// <summary>What a claim says again: the last such statement up to its day, else one without a day, else the first later one.</summary>
    /// <param name="position">Its place among claims of the same words.</param>
    /// <param name="latestFirst">These claims.</param>
    /// <param name="isFixed">Whether the quantity is fixed.</param>
    /// <param name="lastOther">The last day, up to that of the claim, on which the root, nearer, said something else; null: none.</param>
    private int? OriginOnAnotherDay(int position, List<int> latestFirst, bool isFixed, (DateOnly Day, bool IsMore)? lastOther)
    {
        var claim = latestFirst[position];
        if (ClaimOrder.DayOf(ledger.Claims[claim]) is null) position = -1;
        for (var i = position + 1; i < latestFirst.Count; i++)
        {
            if (latestFirst[i] != claim && MayPassOn(claim, latestFirst[i], isFixed, lastOther)) return latestFirst[i];
        }

        for (var i = position - 1; i >= 0; i--)
        {
            if (MayPassOn(claim, latestFirst[i], isFixed, lastOther)) return latestFirst[i];
        }

        return null;
    }

    private bool MayPassOn(int claim, int candidate, bool isFixed, (DateOnly Day, bool IsMore)? lastOther)
    {
        if (!LostBasis.MayPassOn(ledger.Claims[claim], ledger.Claims[candidate])) return false;
        return isFixed
            ? SaysAgain(claim, candidate)
            : IsLate(claim, candidate, isFixed: false) || WasTakenBack(claim, candidate) || HasSaidOtherwiseSince(claim, candidate, lastOther);
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
    public const int MostDaysLate = 7;

    /// <summary>The same of a figure that is easily said anew, one of a total or stock with a single significant digit (convention).</summary>
    private const int MostDaysLateOfUsual = 3;

    /// <summary>Longest time after which a relay still passes on what the root has taken back, or what it has since said less than (convention).</summary>
    private const int MostDaysOfTakenBack = 30;

    /// <summary>Of a total or stock: a relay still says what the root has withdrawn or replaced by name; or it said, a few days before, what is known of the root by another relay, whose day is no better, and was withdrawn.</summary>
    private bool WasTakenBack(int claim, int candidate)
    {
        if (!IsFurther(claim, candidate) || !ledger.IsStatement(candidate) || ledger.Counts(candidate) || DaysBetween(candidate, claim) is not { } days) return false;
        return days > 0 ? days <= MostDaysOfTakenBack : ledger.IsRetracted(candidate) && ledger.Claims[candidate].Via.Count > 0 && -days <= MostDaysLateOf(ledger.Claims[claim]);
    }

    /// <summary>
    /// Of a total or stock: a relay says what the root had said before it, nearer, said something else. A total does not come back to what it was, but may have been corrected upwards again; a
    /// stock may, but hardly to the digits in a few days.
    /// </summary>
    private bool HasSaidOtherwiseSince(int claim, int candidate, (DateOnly Day, bool IsMore)? lastOther)
    {
        if (lastOther is not var (day, isMore) || !IsFurther(claim, candidate) || !(ClaimOrder.DayOf(ledger.Claims[candidate]) < day)) return false;
        return isMore || DaysBetween(candidate, claim) <= MostDaysOfTakenBack;
    }

    private bool IsFurther(int claim, int candidate) => ledger.Claims[claim].Via.Count > ledger.Claims[candidate].Via.Count;

    /// <summary>From the day of one claim to that of another; null where one has none.</summary>
    private int? DaysBetween(int earlier, int later) =>
        ClaimOrder.DayOf(ledger.Claims[earlier]) is { } from && ClaimOrder.DayOf(ledger.Claims[later]) is { } to ? to.DayNumber - from.DayNumber : null;

    /// <summary>
    /// The last day, up to that of a claim, on which the root, nearer, said of a total what cannot hold beside it, and whether that was more; of a stock only of a few days before, and
    /// where the claim has digits enough to be known again.
    /// </summary>
    private (DateOnly Day, bool IsMore)? LastOtherFigure(int claim, in Statements statements)
    {
        var said = ledger.Claims[claim];
        if (statements.IsFixed || said.Via.Count == 0 || ClaimOrder.DayOf(said) is not { } day) return null;
        var isTotal = statements.Kind == QuantityKind.Total;
        if (!isTotal && !IsUnusual(said)) return null;
        var was = reading.InterpretInside(said.Figure);
        (DateOnly Day, bool IsMore)? last = null;
        foreach (var position in statements.Claims)
        {
            var other = ledger.Claims[position];
            if (other.Via.Count >= said.Via.Count || other.During is not null || other.Basis == Basis.Projection || ClaimOrder.DayOf(other) is not { } between || between > day || !ledger.Counts(position)) continue;
            if (!isTotal && day.DayNumber - between.DayNumber > MostDaysLate) continue;
            var since = reading.InterpretInside(other.Figure);
            var isMore = isTotal && since.Low > was.High;
            // What is more tells most, whatever came after it.
            if ((isMore || since.Low > was.High || since.High < was.Low) && (last is not { } known || (isMore, between).CompareTo((known.IsMore, known.Day)) > 0)) last = (between, isMore);
        }

        return last;
    }
}
