using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>Hangs what is left and says, without a date or on a later day and by a longer chain, the numbers of what a relay had garbled.</summary>
internal static class CopiesOfGarbled
{
    public static void Hang(Ledger ledger, in Statements statements)
    {
        Dictionary<(SaidNumbers, FigureKind, Period?), List<int>>? garbled = null;
        foreach (var claim in statements.Claims)
        {
            if (ledger.IsStatement(claim)) continue;
            var key = KeyOf(ledger.Claims[claim]);
            if (!(garbled ??= []).TryGetValue(key, out var same)) garbled.Add(key, same = []);
            same.Add(claim);
        }

        if (garbled is null) return;
        foreach (var claim in statements.Claims)
        {
            if (!ledger.Counts(claim) || ledger.SpeaksAnew(claim) || !garbled.TryGetValue(KeyOf(ledger.Claims[claim]), out var same)) continue;
            var (said, isFixed) = (ledger.Claims[claim], statements.IsFixed);
            if (same.FindIndex(candidate => IsCopy(said, ledger.Claims[candidate], isFixed)) is var origin and >= 0) ledger.Hang(claim, same[origin]);
        }
    }

    private static (SaidNumbers, FigureKind, Period?) KeyOf(Claim claim) => (SaidNumbers.Of(claim.Figure), OneDay.KindOf(claim.Figure), claim.During);

    private static bool IsCopy(Claim said, Claim garbled, bool isFixed)
    {
        if (said.Via.Count <= garbled.Via.Count || !LostBasis.MayPassOn(said, garbled) || Words.LikelihoodOf(said) != Words.LikelihoodOf(garbled)) return false;
        if (ClaimOrder.DayOf(said) is not { } day) return true;
        return ClaimOrder.DayOf(garbled) is { } of && day > of && (isFixed || day.DayNumber - of.DayNumber <= RelayFolder.MostDaysLateOf(said));
    }
}
