namespace Reconcile.Provenance;

/// <summary>From claims to evidence: sets aside what is retracted, superseded or said again by the same root.</summary>
internal static class EvidenceGatherer
{
    /// <param name="dossier">The dossier.</param>
    /// <param name="mayRepeat">Whether some source speaks twice of one subject: only then can a claim repeat another, and the usual case needs no look at the figures.</param>
    public static Evidence Gather(Dossier dossier, bool mayRepeat)
    {
        var count = dossier.Claims.Count;
        var standings = new Standing[count];
        var instead = new int[count];
        Array.Fill(instead, Evidence.None);
        var asOf = dossier.AsOf ?? LatestDay(dossier);
        SetRetractedAside(dossier, asOf, standings);
        SetSupersededAside(dossier, standings, instead);
        if (mayRepeat) SetRepeatedAside(dossier, standings, instead);
        return new Evidence(dossier, asOf, standings, instead);
    }

    private static DateOnly? LatestDay(Dossier dossier)
    {
        DateOnly? latest = null;
        foreach (var claim in dossier.Claims)
        {
            if (claim.Basis == Basis.Projection) continue;
            if (claim.During is { } during && (latest is null || during.To > latest)) latest = during.To;
            if (claim.AsOf is { } asOf && (latest is null || asOf > latest)) latest = asOf;
            if (claim.Reported is { } reported && (latest is null || reported > latest)) latest = reported;
        }

        return latest;
    }

    private static void SetRetractedAside(Dossier dossier, DateOnly? asOf, Standing[] standings)
    {
        for (var i = 0; i < standings.Length; i++)
        {
            var retracted = dossier.Claims[i].Retracted;
            if (retracted.IsRetracted && !(retracted.Day > asOf)) standings[i] = Standing.Retracted;
        }
    }

    private static void SetSupersededAside(Dossier dossier, Standing[] standings, int[] instead)
    {
        Dictionary<string, int>? byId = null;
        for (var i = 0; i < standings.Length; i++)
        {
            var claim = dossier.Claims[i];
            if (claim.Supersedes.Count == 0 || standings[i] == Standing.Retracted) continue;
            byId ??= IndexById(dossier);
            foreach (var id in claim.Supersedes)
            {
                if (!byId.TryGetValue(id, out var replaced) || replaced == i || standings[replaced] == Standing.Retracted) continue;
                standings[replaced] = Standing.Superseded;
                instead[replaced] = i;
            }
        }
    }

    /// <summary>Of the claims of one root that say the same figure of the same thing, the one nearest to the root counts: the shortest chain of relays.</summary>
    private static void SetRepeatedAside(Dossier dossier, Standing[] standings, int[] instead)
    {
        var moving = MovingQuantities(dossier);
        var firsts = new Dictionary<SameWords, int>();
        for (var i = 0; i < standings.Length; i++)
        {
            if (standings[i] != Standing.Counts) continue;
            var claim = dossier.Claims[i];
            var said = SameWords.Of(claim, !moving.Contains(claim.Quantity));
            if (!firsts.TryAdd(said, i) && ClaimOrder.Nearness(claim, dossier.Claims[firsts[said]]) < 0) firsts[said] = i;
        }

        for (var i = 0; i < standings.Length; i++)
        {
            if (standings[i] != Standing.Counts) continue;
            var claim = dossier.Claims[i];
            var first = firsts[SameWords.Of(claim, !moving.Contains(claim.Quantity))];
            if (first == i) continue;
            standings[i] = Standing.Repeated;
            instead[i] = first;
        }
    }

    private static HashSet<string> MovingQuantities(Dossier dossier)
    {
        var moving = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quantity in dossier.Quantities)
        {
            if (quantity.Kind != QuantityKind.Fixed) moving.Add(quantity.Id);
        }

        return moving;
    }

    private static Dictionary<string, int> IndexById(Dossier dossier)
    {
        var byId = new Dictionary<string, int>(dossier.Claims.Count);
        for (var i = 0; i < dossier.Claims.Count; i++) byId.TryAdd(dossier.Claims[i].Id, i);
        return byId;
    }
}
