using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs a relay's own claim on the claim of the root from which, as another claim declares, it has the figure: the same numbers of the same quantity and, unless that
/// is fixed, of the same day. A relay that is also declared as a root would count twice.
/// </summary>
internal static class Echoes
{
    public static void Hang(Ledger ledger, MovingQuantities moving)
    {
        var passedOn = new Dictionary<(string Relay, string Quantity, SaidNumbers), List<int>>();
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            var claim = ledger.Claims[i];
            foreach (var relay in claim.Via)
            {
                var key = (relay, claim.Quantity, SaidNumbers.Of(claim.Figure));
                if (!passedOn.TryGetValue(key, out var same)) passedOn.Add(key, same = []);
                same.Add(i);
            }
        }

        var statements = StatementsOf(ledger);
        var found = new List<(int Claim, List<int> Origins)>();
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            var claim = ledger.Claims[i];
            if (!ledger.Counts(i) || ledger.SpeaksAnew(i) || !passedOn.TryGetValue((claim.Source, claim.Quantity, SaidNumbers.Of(claim.Figure)), out var copies)) continue;
            var isFixed = moving.KindOf(claim.Quantity) == QuantityKind.Fixed;
            found.Add((i, [.. copies.Where(copy => ledger.Claims[copy].Source != claim.Source && IsOfOneDay(ledger.Claims[copy], claim, isFixed)).SelectMany(copy => OriginsOf(copy, claim, isFixed))]));
        }

        // Of sources that pass on one another the first by content stays.
        found.Sort((a, b) => ClaimOrder.ByContent(ledger.Claims[b.Claim], ledger.Claims[a.Claim]));
        foreach (var (claim, origins) in found)
        {
            if (Nearest(claim, origins, ledger) is { } origin) ledger.Hang(claim, origin);
        }

        IEnumerable<int> OriginsOf(int copy, Claim claim, bool isFixed) => statements
            .GetValueOrDefault((ledger.Claims[copy].Source, claim.Quantity, SaidNumbers.Of(claim.Figure)), [])
            .Where(statement => IsOfOneDay(ledger.Claims[statement], claim, isFixed))
            .Append(ledger.OriginOf(copy));
    }

    private static Dictionary<(string Source, string Quantity, SaidNumbers), List<int>> StatementsOf(Ledger ledger)
    {
        var statements = new Dictionary<(string, string, SaidNumbers), List<int>>();
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            if (!ledger.IsStatement(i)) continue;
            var key = (ledger.Claims[i].Source, ledger.Claims[i].Quantity, SaidNumbers.Of(ledger.Claims[i].Figure));
            if (!statements.TryGetValue(key, out var same)) statements.Add(key, same = []);
            same.Add(i);
        }

        return statements;
    }

    private static bool IsOfOneDay(Claim a, Claim b, bool isFixed) => a.During == b.During && (isFixed || ClaimOrder.DayOf(a) == ClaimOrder.DayOf(b));

    /// <summary>Of the statements that a claim may pass on, one that counts, the nearest to its root.</summary>
    private static int? Nearest(int claim, List<int> origins, Ledger ledger)
    {
        int? nearest = null;
        foreach (var candidate in origins)
        {
            var (said, passed) = (ledger.Claims[candidate], ledger.Claims[claim]);
            if (said.Quantity != passed.Quantity || SaidNumbers.Of(said.Figure) != SaidNumbers.Of(passed.Figure) || IsOutlived(passed, ledger, candidate)) continue;
            if (nearest is not { } known || IsNearer(candidate, known, ledger)) nearest = candidate;
        }

        return nearest;
    }

    private static bool IsNearer(int a, int b, Ledger ledger) => ledger.Counts(a) != ledger.Counts(b) ? ledger.Counts(a) : ClaimOrder.Nearness(ledger.Claims[a], ledger.Claims[b]) < 0;

    /// <summary>What a source says once the root has withdrawn it, it says itself.</summary>
    private static bool IsOutlived(Claim claim, Ledger ledger, int origin) =>
        ledger.IsRetracted(origin) && ledger.Claims[origin].Retracted.Day is { } day && claim.Reported >= day;
}
