using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs a relay's figure on what its root said before that it copies or rounds. The newest figure, rounded, is no new one. So is an older one where the root has since said what cannot hold beside it, or has taken it back:
/// "about 1,600" the day after 2,056 is the 1,644 of two days before, rounded and late. Nor does a vague figure, "dozens", lower a total of which the root said more. What would else be a garbled version of another figure of its day is such a copy where it can be, and so is what has no date.
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
    /// From the day of the claim back: the first statement nearer to the root that it copies or rounds, unless the root says after that what agrees with it; of a total, else the newest one, where that is more and
    /// the claim vague. What else it would garble
    /// is what the root said otherwise, however many relays that came through.
    /// </summary>
    private int? OriginBefore(int claim, DateOnly day)
    {
        var said = ledger.Claims[claim];
        var (read, inside) = (reading.Interpret(said.Figure), reading.InterpretInside(said.Figure));
        var garbled = ledger.OriginOf(claim);
        var (saidOtherwise, saidMore, isNewest) = (false, false, garbled == claim && IsVague(said, read));
        int? vaguer = null;
        foreach (var statement in _latestFirst)
        {
            var before = ledger.Claims[statement];
            if (ClaimOrder.DayOf(before) is not { } of || of > day || !ledger.IsStatement(statement) || statement == claim || !(IsNearer(statement, claim) || statement == garbled)) continue;
            var since = reading.InterpretInside(before.Figure);
            var isMore = statements.Kind == QuantityKind.Total && since.Low > inside.High;
            if (IsCopy(said, before, read))
            {
                var days = day.DayNumber - of.DayNumber;
                if (days == 0 && ledger.Counts(statement)) return null;
                if (days == 0) continue;
                // A total does not fall to what its root said before, nor to a rounding of that, however round and late.
                if (garbled != claim || saidMore || isMore) return statement;
                if (saidOtherwise || !ledger.Counts(statement) ? IsKnownAgain(said, days) : IsRoundingOfNewest(said, before, read, days)) return statement;
            }

            if (!ledger.Counts(statement)) continue;
            // A total is corrected downward to a figure; what is vague and lower only tells less of it.
            if (isNewest && isMore && LostBasis.MayPassOn(said, before)) vaguer = statement;
            isNewest = false;
            if (!OneDay.Overlap(since, inside)) (saidOtherwise, saidMore) = (true, saidMore || isMore);
            else if (OneDay.KindOf(before.Figure) == FigureKind.Point) return vaguer;
        }

        return vaguer;
    }

    /// <summary>Whether a figure is a number word such as "dozens", or a range so wide that it hardly gives a value.</summary>
    private static bool IsVague(Claim said, in Interpretation read) =>
        OneDay.KindOf(said.Figure) == FigureKind.Point && (SaidNumbers.Of(said.Figure).Words is not null || (said.Figure.Kind == FigureKind.Range && Interpretation.IsWide(read.Low, read.High)));

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

    /// <summary>A fixed quantity is the same whatever the day, but a range may be narrowed to one of its numbers; what moves may have come to a round figure after some days.</summary>
    private bool IsRoundingOfNewest(Claim said, Claim before, in Interpretation read, int days)
    {
        var was = SaidNumbers.Of(before.Figure);
        if (SaidNumbers.Of(said.Figure) == was || !IsSure(said, before, read)) return false;
        return days <= RelayFolder.MostDaysLateOf(said) || (statements.IsFixed && (was.Least == was.Most || Holds(read, was)));
    }

    /// <summary>Whether what rounds a figure holds what it rounds, bounds it, or has digits enough: "200" that does not hold 130 may be a new figure.</summary>
    private static bool IsSure(Claim said, Claim before, in Interpretation read)
    {
        if (RelayFolder.IsUnusual(said) || OneDay.KindOf(said.Figure) != FigureKind.Point) return true;
        var (low, high) = (read.Low, read.High);
        return NumbersOf(before.Figure, FigureKind.Point).Any(number => low <= number && number <= high);
    }

    /// <summary>
    /// Whether one figure has the numbers of another, or is a rounder one that holds them; or is one number, and that of the other, or one that its digits round. Of a range that is an end, or
    /// what it gives as the best, else its middle.
    /// </summary>
    public static bool IsCopy(Claim said, Claim before, in Interpretation read)
    {
        if (!LostBasis.MayPassOn(said, before) || said.Figure.IsShare != before.Figure.IsShare) return false;
        var (became, was) = (SaidNumbers.Of(said.Figure), SaidNumbers.Of(before.Figure));
        if (became == was) return true;
        if (was.Least is null || AreOpposite(said.Figure.Kind, before.Figure.Kind)) return false;
        var (isWord, isRounder) = (became.Words is not null, said.Figure.Unit > before.Figure.Unit);
        if ((isWord || isRounder) && OneDay.KindOf(said.Figure) == FigureKind.Point && Holds(read, was)) return true;
        if (isWord || became.Most is not { } one || became.Least != one) return false;
        var (unit, kind) = (said.Figure.Unit, said.Figure.Kind);
        return NumbersOf(before.Figure, kind).Any(number => one == number || (isRounder && IsRounded(one / unit, number / unit, kind)));
    }

    /// <summary>Who says "up to 2,000" does not round "at least 1,100".</summary>
    private static bool AreOpposite(FigureKind one, FigureKind other) => (one, other) is (FigureKind.Floor, FigureKind.Ceiling) or (FigureKind.Ceiling, FigureKind.Floor);

    private static bool Holds(in Interpretation read, SaidNumbers numbers) => read.Low <= numbers.Least && numbers.Most <= read.High;

    /// <summary>
    /// The numbers of a figure that a relay may make the one of another of a kind: of a range a floor the lower end, a ceiling the upper one, a value both and what lies between them; any the best value that is given with it.
    /// </summary>
    private static IEnumerable<double> NumbersOf(Figure figure, FigureKind kind)
    {
        if (SaidNumbers.Of(figure) is not { Least: { } least, Most: { } most }) yield break;
        if (kind != FigureKind.Ceiling) yield return least;
        if (kind != FigureKind.Floor) yield return most;
        if (figure.Value is { } best) yield return best;
        else if (kind is FigureKind.Point or FigureKind.Range) yield return (least + most) / 2;
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
