using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs a relayed figure on another quantity of which the root gave it: "4,700 casualties" that became "4,700 wounded" on its way. Only where little else can be
/// meant: the same number with two significant digits or more, of the same kind, relayed further, within a few days; quantities of one unit or in one relation; and what else the
/// root says of the second, of one that moves in those days, is nearer to it and quite another figure.
/// </summary>
internal static class MisappliedFigures
{
    /// <summary>Digits that a figure needs to be known again (convention).</summary>
    public const int LeastDigits = 2;

    /// <summary>Most days between a figure and its garbled copy (convention).</summary>
    private const int MostDaysApart = 3;

    public static void Hang(Dossier dossier, Ledger ledger, MovingQuantities moving, HedgeReading reading)
    {
        var sayings = new Dictionary<(string Source, SaidNumbers, FigureKind), List<int>>();
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            var claim = ledger.Claims[i];
            if (!ledger.IsStatement(i) || claim.During is not null || SaidNumbers.SignificantDigits(claim.Figure) < LeastDigits) continue;
            var key = KeyOf(claim);
            if (!sayings.TryGetValue(key, out var same)) sayings.Add(key, same = []);
            same.Add(i);
        }

        Dictionary<(string, string), List<int>>? bySubject = null;
        var kinship = new Kinship(dossier);
        // All are found before any is hung: what hangs is asked about no more.
        var found = new List<(int Claim, int Origin)>();
        foreach (var same in sayings.Values) same.Sort((a, b) => ClaimOrder.Nearness(ledger.Claims[a], ledger.Claims[b]));
        foreach (var same in sayings.Values)
        {
            if (same.Count < 2) continue;
            foreach (var claim in same)
            {
                if (!ledger.Counts(claim) || ledger.SpeaksAnew(claim) || OriginOf(ledger, claim, same, kinship) is not { } origin) continue;
                bySubject ??= BySubject(ledger);
                var isFixed = moving.KindOf(ledger.Claims[claim].Quantity) == QuantityKind.Fixed;
                if (IsAllThatIsSaid(ledger, origin, claim, bySubject, isFixed, reading)) found.Add((claim, origin));
            }
        }

        found.Sort((a, b) => ClaimOrder.Nearness(ledger.Claims[a.Claim], ledger.Claims[b.Claim]));
        foreach (var (claim, origin) in found) ledger.Hang(claim, origin);

        // What a relay garbled anyway is explained by another quantity where that has the very number.
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            if (IsGarbledFigure(ledger, i) && sayings.TryGetValue(KeyOf(ledger.Claims[i]), out var same) && OriginOf(ledger, i, same, kinship) is { } origin) ledger.Hang(i, origin);
        }
    }

    private static (string Source, SaidNumbers Numbers, FigureKind Kind) KeyOf(Claim claim) => (claim.Source, SaidNumbers.Of(claim.Figure), OneDay.KindOf(claim.Figure));

    private static bool IsGarbledFigure(Ledger ledger, int claim)
    {
        var origin = ledger.OriginOf(claim);
        return origin != claim && ledger.Claims[origin].Source == ledger.Claims[claim].Source && SaidNumbers.Of(ledger.Claims[origin].Figure) != SaidNumbers.Of(ledger.Claims[claim].Figure);
    }

    /// <summary>The statement nearest to the root from which a claim may have its number; null: none.</summary>
    private static int? OriginOf(Ledger ledger, int claim, List<int> same, Kinship kinship)
    {
        var written = ledger.Claims[claim];
        foreach (var candidate in same)
        {
            var said = ledger.Claims[candidate];
            if (said.Via.Count >= written.Via.Count) return null;
            if (IsNear(said, written) && kinship.AreAkin(said.Quantity, written.Quantity)) return candidate;
        }

        return null;
    }

    private static bool IsNear(Claim origin, Claim claim)
    {
        if (origin.Quantity == claim.Quantity) return false;
        var (said, passed) = (ClaimOrder.DayOf(origin), ClaimOrder.DayOf(claim));
        return said is { } one && passed is { } other ? other >= one && other.DayNumber - one.DayNumber <= MostDaysApart : said is null && passed is null;
    }

    private static Dictionary<(string, string), List<int>> BySubject(Ledger ledger)
    {
        var bySubject = new Dictionary<(string, string), List<int>>();
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            var key = (ledger.Claims[i].Source, ledger.Claims[i].Quantity);
            if (!bySubject.TryGetValue(key, out var all)) bySubject.Add(key, all = []);
            all.Add(i);
        }

        return bySubject;
    }

    /// <summary>
    /// Whether the root says nothing of the second quantity but these numbers, and that only by relays that stand further from it than its own statement, or nearer to itself quite another
    /// figure, which a relay will not have revised to the very number of the first. What it says of other days tells nothing of a quantity that moves, and what is set aside nothing at all.
    /// </summary>
    private static bool IsAllThatIsSaid(Ledger ledger, int origin, int claim, Dictionary<(string, string), List<int>> bySubject, bool isFixed, HedgeReading reading)
    {
        var numbers = SaidNumbers.Of(ledger.Claims[claim].Figure);
        var day = ClaimOrder.DayOf(ledger.Claims[claim]);
        return bySubject[(ledger.Claims[claim].Source, ledger.Claims[claim].Quantity)].TrueForAll(said =>
            !ledger.IsStatement(said) || ledger.IsRetracted(said)
            || (!isFixed && AreFarApart(ClaimOrder.DayOf(ledger.Claims[said]), day))
            || (SaidNumbers.Of(ledger.Claims[said].Figure) == numbers && ledger.Claims[said].Via.Count > ledger.Claims[origin].Via.Count)
            || (!AreFarApart(ClaimOrder.DayOf(ledger.Claims[said]), day) && IsNearerAndQuiteDifferent(ledger.Claims[said], ledger.Claims[claim], reading)));
    }

    /// <summary>Whether a statement stands nearer to the root than another and says quite another figure.</summary>
    private static bool IsNearerAndQuiteDifferent(Claim said, Claim claim, HedgeReading reading) =>
        said.Via.Count < claim.Via.Count && Revisions.AreQuiteDifferent(said, claim, reading);

    private static bool AreFarApart(DateOnly? one, DateOnly? other) =>
        one is { } a && other is { } b && Math.Abs(a.DayNumber - b.DayNumber) > MostDaysApart;
}
