namespace Reconcile.Provenance;

/// <summary>From claims to evidence: sets aside what is withdrawn, replaced, passed on by relays, undercut by the root's own series, or a forecast that reports have overtaken.</summary>
internal static class EvidenceGatherer
{
    /// <param name="dossier">A dossier without errors.</param>
    /// <param name="reading">How figures read, which decides what two of them can both hold.</param>
    /// <param name="mayRepeat">Whether some source speaks twice of one subject: only then can a claim repeat or revise another.</param>
    public static Evidence Gather(Dossier dossier, HedgeReading reading, bool mayRepeat)
    {
        var asOf = dossier.Day;
        var statements = mayRepeat ? Statements.Of(dossier) : [];
        HashSet<int>? powerless = null;
        Ledger ledger;
        do
        {
            ledger = new Ledger(dossier);
            SetRetractedAside(ledger, dossier.AsOf);
            SetSupersededAside(ledger, powerless);
            HangRelays(dossier, ledger, statements, reading);
        }
        while (AddPowerless(ref powerless, ledger));

        foreach (var several in statements)
        {
            new Revisions(ledger, reading).Apply(several);
            if (several.Kind == QuantityKind.Total) new RisingSeries(ledger, reading).Apply(several);
        }

        OvertakenForecasts.SetAside(dossier, ledger, reading);
        return ledger.ToEvidence(dossier, asOf, reading);
    }

    /// <summary>What only passes on a withdrawn claim is withdrawn with it, and then it replaces nothing. Whether there was any more of that.</summary>
    private static bool AddPowerless(ref HashSet<int>? powerless, Ledger ledger)
    {
        var wasAdded = false;
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            if (ledger.Claims[i].Supersedes.Count > 0 && !ledger.IsRetracted(i) && ledger.IsRetracted(ledger.OriginOf(i))) wasAdded |= (powerless ??= []).Add(i);
        }

        return wasAdded;
    }

    /// <summary>A withdrawal to come is none yet where the dossier states its day; the day that claims give it is no reason to doubt one that it tells.</summary>
    private static void SetRetractedAside(Ledger ledger, DateOnly? asOf)
    {
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            var retracted = ledger.Claims[i].Retracted;
            if (retracted.IsRetracted && !(retracted.Day > asOf)) ledger.Retract(i);
        }
    }

    /// <summary>A claim that was itself replaced still replaces; one that was withdrawn does not.</summary>
    private static void SetSupersededAside(Ledger ledger, HashSet<int>? powerless)
    {
        for (var i = 0; i < ledger.Claims.Count; i++)
        {
            if (ledger.Claims[i].Supersedes.Count == 0 || ledger.IsRetracted(i) || powerless?.Contains(i) == true) continue;
            foreach (var replaced in ledger.NamedBy(i))
            {
                if (!ledger.IsRetracted(replaced)) ledger.Supersede(replaced, i);
            }
        }
    }

    private static void HangRelays(Dossier dossier, Ledger ledger, List<Statements> statements, HedgeReading reading)
    {
        if (statements.Count > 0)
        {
            var folder = new RelayFolder(ledger, reading);
            foreach (var several in statements) folder.Fold(several);
        }

        var hasRelays = false;
        foreach (var claim in ledger.Claims) hasRelays |= claim.Via.Count > 0;
        if (!hasRelays) return;
        var moving = new MovingQuantities(dossier);
        Echoes.Hang(ledger, moving);
        MisappliedFigures.Hang(dossier, ledger, moving, reading);
    }
}
