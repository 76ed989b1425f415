using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// Hangs on an increment what a relay passes on as if it were the number of all: "24 more since yesterday" that became "24". Only where a total would have fallen to the number of the increment, or to one that surely rounds it: the
/// root, nearer, had said more, and the relay speaks of the end of the period or of a few days after it.
/// </summary>
internal static class LostPeriods
{
    /// <summary>Most days between the end of a period and the day of which the relay speaks (convention).</summary>
    private const int MostDaysAfter = 3;

    public static void Hang(Ledger ledger, HedgeReading reading, in Statements statements)
    {
        if (statements.Kind != QuantityKind.Total) return;
        // Those that count first, of these the ones that end last; statements stand in the order of their nearness to the root.
        int[] increments =
        [
            .. statements.Claims.Where(claim => ledger.Claims[claim].During is not null && ledger.IsStatement(claim))
                .OrderByDescending(ledger.Counts).ThenByDescending(claim => ledger.Claims[claim].During!.Value.To),
        ];
        if (increments.Length == 0) return;
        foreach (var claim in statements.Claims)
        {
            var said = ledger.Claims[claim];
            if (said.Via.Count == 0 || said.Basis == Basis.Projection || ClaimOrder.DayOf(said) is not { } day || !ledger.Counts(claim) || ledger.SpeaksAnew(claim)) continue;
            var read = reading.Interpret(said.Figure);
            var origin = Array.FindIndex(increments, increment => MayPassOn(said, day, ledger.Claims[increment], read));
            if (origin >= 0 && HasSaidMore(ledger, reading, statements, said, day)) ledger.Hang(claim, increments[origin]);
        }
    }

    private static bool MayPassOn(Claim said, DateOnly day, Claim increment, Interpretation read) =>
        increment is { During: { } period } && increment.Via.Count < said.Via.Count && LostBasis.MayPassOn(said, increment)
        && (SaidNumbers.Of(said.Figure) == SaidNumbers.Of(increment.Figure) || (RelayFolder.IsUnusual(said) && RoundedCopies.IsCopy(said, increment, read))) && OneDay.KindOf(said.Figure) == OneDay.KindOf(increment.Figure)
        && day.DayNumber - period.To.DayNumber is >= 0 and <= MostDaysAfter;

    private static bool HasSaidMore(Ledger ledger, HedgeReading reading, in Statements statements, Claim said, DateOnly day)
    {
        var high = reading.InterpretInside(said.Figure).High;
        foreach (var position in statements.Claims)
        {
            var other = ledger.Claims[position];
            if (ledger.Counts(position) && other.Via.Count < said.Via.Count && other.Basis != Basis.Projection && other.LastDay <= day && reading.InterpretInside(other.Figure).Low > high) return true;
        }

        return false;
    }
}
