using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>What one root says of one quantity and day, added from the nearest to the root on: finds on what each further claim hangs.</summary>
internal sealed class OneDay(Ledger ledger, HedgeReading reading)
{
    private readonly Dictionary<Words, int> _words = [];
    private readonly Dictionary<SaidNumbers, int> _numbers = [];
    private readonly List<int> _statements = [];
    private readonly List<int> _passedOn = [];
    private Dictionary<Words, int>? _wordsSetAside;
    private Dictionary<SaidNumbers, int>? _numbersSetAside;

    public void Add(int position)
    {
        var claim = ledger.Claims[position];
        var (words, numbers) = (Words.Of(claim), SaidNumbers.Of(claim.Figure));
        if (ledger.Counts(position) && OriginOf(position, words, numbers) is { } origin)
        {
            ledger.Hang(position, origin);
            _passedOn.Add(position);
        }
        else if (ledger.IsStatement(position))
        {
            _statements.Add(position);
        }

        var statement = ledger.OriginOf(position);
        if (ledger.Counts(statement))
        {
            _words.TryAdd(words, statement);
            _numbers.TryAdd(numbers, statement);
        }
        else
        {
            (_wordsSetAside ??= []).TryAdd(words, statement);
            (_numbersSetAside ??= []).TryAdd(numbers, statement);
        }
    }

    /// <summary>The statement that a claim passes on: the same words, then the same numbers, then a figure that it garbled; what counts goes before what was set aside.</summary>
    private int? OriginOf(int position, Words words, SaidNumbers numbers)
    {
        var claim = ledger.Claims[position];
        if (_words.TryGetValue(words, out var same)) return same;
        // Without a relay nothing can have been garbled; and who replaces a claim speaks anew, but for what the root said in these words and withdrew.
        if (claim.Via.Count == 0) return null;
        if (ledger.SpeaksAnew(position)) return _wordsSetAside?.TryGetValue(words, out same) == true && ledger.IsRetracted(same) && !IsAfterRetraction(claim, same) ? same : null;
        if (_wordsSetAside?.TryGetValue(words, out same) == true) return same;
        if (_numbers.TryGetValue(numbers, out same)) return same;
        if (_numbersSetAside?.TryGetValue(numbers, out same) == true) return same;
        return Garbled(claim, ledger.Counts) ?? Garbled(claim, statement => !ledger.Counts(statement) && !IsAfterRetraction(claim, statement)) ?? GarbledAgain(claim);
    }

    /// <summary>What a relay further down the same chain made of a version: "about 100" of a floor of 90 that became "400".</summary>
    private int? GarbledAgain(Claim claim)
    {
        if (claim.Via.Count < 2) return null;
        var earlier = _passedOn.FindIndex(version => IsFurtherDown(claim.Via, ledger.Claims[version].Via) && IsVersion(claim, ledger.Claims[version]));
        return earlier >= 0 ? ledger.OriginOf(_passedOn[earlier]) : null;
    }

    private static bool IsFurtherDown(IReadOnlyList<string> via, IReadOnlyList<string> nearer)
    {
        if (nearer.Count == 0 || nearer.Count >= via.Count) return false;
        for (var i = 0; i < nearer.Count; i++)
        {
            if (via[i] != nearer[i]) return false;
        }

        return true;
    }

    /// <summary>The statement nearest in size of which a claim can be a garbled version; null: it is a statement of its own.</summary>
    private int? Garbled(Claim claim, Predicate<int> isCandidate)
    {
        var (nearest, least) = ((int?)null, double.PositiveInfinity);
        foreach (var statement in _statements)
        {
            if (!isCandidate(statement) || !IsVersion(claim, ledger.Claims[statement])) continue;
            var distance = Math.Abs(SizeOf(claim) - SizeOf(ledger.Claims[statement]));
            if (distance < least) (nearest, least) = (statement, distance);
        }

        return nearest;
    }

    /// <summary>
    /// A relay with another figure garbled it if it stands further from the root, or as far and came out on the same day, and if the root would not say both: figures of one
    /// kind, or such as cannot both hold, or a bound that is an end of what the root said. "At least 12 bodies counted" stands beside "about 600". Of a count a relay that leaves the basis out may have made a
    /// rounder figure; another one is an estimate beside it.
    /// </summary>
    private bool IsVersion(Claim claim, Claim statement)
    {
        if (claim.Reported < statement.Reported || claim.Via.Count < statement.Via.Count) return false;
        if (claim.Via.Count == statement.Via.Count && claim.Reported > statement.Reported) return false;
        var (isOfOneKind, isOfOneBasis) = (KindOf(claim.Figure) == KindOf(statement.Figure), claim.Basis == statement.Basis);
        if (isOfOneKind && isOfOneBasis) return true;
        var read = reading.Interpret(claim.Figure);
        var isCopy = RoundedCopies.IsCopy(claim, statement, read);
        if (!isOfOneBasis && !isCopy) return false;
        return isOfOneKind || isCopy || !Overlap(read, reading.Interpret(statement.Figure));
    }

    /// <summary>What is said once the statement has been withdrawn is no copy of it.</summary>
    private static bool IsAfterRetraction(Claim claim, Claim statement) => statement.Retracted.Day is { } day && claim.Reported >= day;

    private bool IsAfterRetraction(Claim claim, int statement) => IsAfterRetraction(claim, ledger.Claims[statement]);

    /// <summary>Points and ranges are one kind: a value.</summary>
    public static FigureKind KindOf(Figure figure) => figure.Kind == FigureKind.Range ? FigureKind.Point : figure.Kind;

    public static bool Overlap(in Interpretation a, in Interpretation b) => a.Low <= b.High && b.Low <= a.High;

    private static double SizeOf(Claim claim)
    {
        var said = SaidNumbers.Of(claim.Figure);
        return said.Least is { } least && said.Most is { } most ? (least + most) / 2 : 0;
    }
}
