using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs a relay's figure on an older one of its root that it copies or rounds, where the root has since, nearer, said what cannot hold beside it, or has taken the older one back:
/// "about 1,600" the day after 2,056 is the 1,644 of two days before, rounded and late. So is what would else be a garbled version of another figure of its day.
/// </summary>
internal sealed class RoundedCopies(Ledger ledger, HedgeReading reading)
{
    public void Hang(in Statements statements)
    {
        int[]? latestFirst = null;
        foreach (var claim in statements.Claims)
        {
            if (!MayBeLate(claim)) continue;
            latestFirst ??= [.. statements.Claims.Where(IsPartOfSeries).Order(Comparer<int>.Create((a, b) => ClaimOrder.LatestFirst(ledger.Claims[a], ledger.Claims[b])))];
            if (OriginOf(claim, latestFirst, statements.Kind == QuantityKind.Total) is { } origin) ledger.Hang(claim, origin);
        }
    }

    /// <summary>What came through relays and hangs on nothing, or on another figure of its day that it is taken to garble.</summary>
    private bool MayBeLate(int claim)
    {
        var said = ledger.Claims[claim];
        if (said.Via.Count == 0 || !IsPartOfSeries(claim) || ledger.SpeaksAnew(claim)) return false;
        if (ledger.IsStatement(claim)) return ledger.Counts(claim);
        var origin = ledger.Claims[ledger.OriginOf(claim)];
        return !ledger.IsRetracted(claim) && !ledger.IsSuperseded(claim) && ClaimOrder.DayOf(origin) == ClaimOrder.DayOf(said) && SaidNumbers.Of(origin.Figure) != SaidNumbers.Of(said.Figure);
    }

    private bool IsPartOfSeries(int claim) =>
        ledger.Claims[claim] is var said && said.During is null && said.Basis != Basis.Projection && ClaimOrder.DayOf(said) is not null;

    /// <summary>From the day of the claim back: the first statement nearer to the root that it may copy or round, if the root said otherwise after that, and agrees with nothing that it says after that.</summary>
    private int? OriginOf(int claim, int[] latestFirst, bool isTotal)
    {
        var said = ledger.Claims[claim];
        var (day, read) = (ClaimOrder.DayOf(said), reading.Interpret(said.Figure));
        var (saidOtherwise, saidMore) = (false, false);
        foreach (var nearer in latestFirst)
        {
            var before = ledger.Claims[nearer];
            if (ClaimOrder.DayOf(before) > day || before.Via.Count >= said.Via.Count || !ledger.IsStatement(nearer)) continue;
            if (IsCopy(said, before, read)) return MayBeLateOf(said, before, saidOtherwise || !ledger.Counts(nearer), saidMore) ? nearer : null;
            if (!ledger.Counts(nearer)) continue;
            var since = reading.Interpret(before.Figure);
            if (OneDay.Overlap(since, read))
            {
                if (OneDay.KindOf(before.Figure) == FigureKind.Point) return null;
                continue;
            }

            saidOtherwise = true;
            saidMore |= isTotal && since.Low > read.High;
        }

        return null;
    }

    /// <summary>A total does not come back to what is less than its root has said, however round and late; else a few days and digits enough to be known again are needed.</summary>
    private static bool MayBeLateOf(Claim said, Claim before, bool saidOtherwise, bool saidMore)
    {
        if (ClaimOrder.DayOf(said) is not { } day || ClaimOrder.DayOf(before) is not { } of || of == day) return false;
        return saidMore || (saidOtherwise && RelayFolder.IsUnusual(said) && day.DayNumber - of.DayNumber <= RelayFolder.MostDaysLate);
    }

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
