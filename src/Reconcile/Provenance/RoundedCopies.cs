using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs a relay's figure on what its root said before that it copies or rounds. The newest figure, rounded, is no new one. So is an older one where the root has since said what cannot hold beside it, or has taken it back:
/// "about 1,600" the day after 2,056 is the 1,644 of two days before, rounded and late. What would else be a garbled version of another figure of its day is such a copy where it can be, and so is what has no date.
/// </summary>
internal sealed class RoundedCopies(Ledger ledger, HedgeReading reading, Statements statements)
{
    /// <summary>What the root says of days, the latest first.</summary>
    private readonly int[] _latestFirst =
    [
        .. statements.Claims.Where(claim => IsOfSeries(ledger.Claims[claim]) && ClaimOrder.DayOf(ledger.Claims[claim]) is not null)
            .Order(Comparer<int>.Create((a, b) => ClaimOrder.LatestFirst(ledger.Claims[a], ledger.Claims[b]))),
    ];

    /// <summary>The last day before its own of which the root, nearer, said what a claim copies or rounds; of what copies nothing a day after all.</summary>
    public DateOnly DayOfNews(int claim)
    {
        var said = ledger.Claims[claim];
        if (said.Via.Count == 0 || !IsOfSeries(said)) return DateOnly.MaxValue;
        var (day, read) = (ClaimOrder.DayOf(said) ?? DateOnly.MaxValue, reading.Interpret(said.Figure));
        foreach (var before in _latestFirst)
        {
            if (ClaimOrder.DayOf(ledger.Claims[before]) is { } of && of < day && IsNearer(before, claim) && IsCopy(said, ledger.Claims[before], read)) return of;
        }

        return DateOnly.MaxValue;
    }

    public void Hang()
    {
        foreach (var claim in statements.Claims)
        {
            if (MayBeCopy(claim) && (ClaimOrder.DayOf(ledger.Claims[claim]) is { } day ? OriginBefore(claim, day) : OriginOfUndated(claim)) is { } origin) ledger.Hang(claim, origin);
        }
    }

    /// <summary>What came through relays and hangs on nothing, or on another figure that it is taken to garble.</summary>
    private bool MayBeCopy(int claim)
    {
        var said = ledger.Claims[claim];
        if (said.Via.Count == 0 || !IsOfSeries(said) || ledger.SpeaksAnew(claim)) return false;
        if (ledger.IsStatement(claim)) return ledger.Counts(claim);
        return !ledger.IsRetracted(claim) && !ledger.IsSuperseded(claim) && !IsCopy(said, ledger.Claims[ledger.OriginOf(claim)], reading.Interpret(said.Figure));
    }

    private static bool IsOfSeries(Claim said) => said.During is null && said.Basis != Basis.Projection;

    private bool IsNearer(int claim, int other) => ledger.Claims[claim].Via.Count < ledger.Claims[other].Via.Count;

    /// <summary>
    /// From the day of the claim back: the first statement nearer to the root that it copies or rounds, unless the root says after that what agrees with it. What else it would garble
    /// is what the root said otherwise, however many relays that came through.
    /// </summary>
    private int? OriginBefore(int claim, DateOnly day)
    {
        var said = ledger.Claims[claim];
        var (read, inside) = (reading.Interpret(said.Figure), reading.InterpretInside(said.Figure));
        var garbled = ledger.OriginOf(claim);
        var (saidOtherwise, saidMore) = (false, false);
        foreach (var statement in _latestFirst)
        {
            var before = ledger.Claims[statement];
            if (ClaimOrder.DayOf(before) is not { } of || of > day || !ledger.IsStatement(statement) || statement == claim || !(IsNearer(statement, claim) || statement == garbled)) continue;
            var since = reading.InterpretInside(before.Figure);
            var isMore = statements.Kind == QuantityKind.Total && since.Low > inside.High;
            if (IsCopy(said, before, read))
            {
                var days = day.DayNumber - of.DayNumber;
                if (days == 0) return null;
                // A total does not fall to what its root said before, nor to a rounding of that, however round and late.
                if (garbled != claim || saidMore || isMore) return statement;
                if (saidOtherwise || !ledger.Counts(statement) ? IsKnownAgain(said, days) : IsRoundingOfNewest(said, before, read, days)) return statement;
            }

            if (!ledger.Counts(statement)) continue;
            if (!OneDay.Overlap(since, inside)) (saidOtherwise, saidMore) = (true, saidMore || isMore);
            else if (OneDay.KindOf(before.Figure) == FigureKind.Point) return null;
        }

        return null;
    }

    /// <summary>The last that it says again, else the last that it surely rounds.</summary>
    private int? OriginOfUndated(int claim)
    {
        var said = ledger.Claims[claim];
        var read = reading.Interpret(said.Figure);
        int? rounded = null;
        foreach (var statement in _latestFirst)
        {
            var before = ledger.Claims[statement];
            if (!ledger.IsStatement(statement) || !IsNearer(statement, claim) || !IsCopy(said, before, read)) continue;
            if (SaidNumbers.Of(said.Figure) == SaidNumbers.Of(before.Figure)) return statement;
            if (IsSure(said, before, read)) rounded ??= statement;
        }

        return rounded;
    }

    private static bool IsKnownAgain(Claim said, int days) => RelayFolder.IsUnusual(said) && days <= RelayFolder.MostDaysLate;

    /// <summary>A fixed quantity is the same whatever the day; what moves may have come to a round figure after some days.</summary>
    private bool IsRoundingOfNewest(Claim said, Claim before, in Interpretation read, int days) =>
        SaidNumbers.Of(said.Figure) != SaidNumbers.Of(before.Figure) && IsSure(said, before, read) && (statements.IsFixed || days <= RelayFolder.MostDaysLateOf(said));

    /// <summary>Whether what rounds a figure holds it, bounds it, or has digits enough: "200" that does not hold 180 may be a new figure.</summary>
    private static bool IsSure(Claim said, Claim before, in Interpretation read) =>
        RelayFolder.IsUnusual(said) || OneDay.KindOf(said.Figure) != FigureKind.Point || (SaidNumbers.Of(before.Figure).Most is { } number && read.Low <= number && number <= read.High);

    /// <summary>Whether one figure has the number of another, or is a rounder one that holds it or to which its digits round.</summary>
    private static bool IsCopy(Claim said, Claim before, in Interpretation read)
    {
        if (said.Basis != before.Basis || said.Figure.IsShare != before.Figure.IsShare) return false;
        var (became, was) = (SaidNumbers.Of(said.Figure), SaidNumbers.Of(before.Figure));
        if (became == was) return true;
        if (was.Least is not { } number || was.Most != number) return false;
        var isWord = became.Words is not null;
        if (!isWord && said.Figure.Unit <= before.Figure.Unit) return false;
        if (OneDay.KindOf(said.Figure) == FigureKind.Point && read.Low <= number && number <= read.High) return true;
        return !isWord && became.Most == became.Least && IsRounded(became.Most!.Value / said.Figure.Unit, number / said.Figure.Unit, said.Figure.Kind);
    }

    /// <summary>Whether a number of units is what another rounds to: the nearest, for a floor the one below, for a ceiling the one above.</summary>
    private static bool IsRounded(double rounded, double number, FigureKind kind)
    {
        const double Slack = 1e-9;
        return kind switch
        {
            FigureKind.Floor => rounded <= number + Slack && number < rounded + 1,
            FigureKind.Ceiling => rounded >= number - Slack && number > rounded - 1,
            _ => Math.Abs(rounded - number) <= 0.5 + Slack,
        };
    }
}
