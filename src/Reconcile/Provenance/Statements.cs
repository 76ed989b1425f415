namespace Reconcile.Provenance;

/// <summary>The claims of one root on one quantity or expression, and how that moves.</summary>
/// <param name="Claims">Positions in the dossier, the nearest to the root first.</param>
/// <param name="Kind">How what they speak of moves.</param>
internal readonly record struct Statements(int[] Claims, QuantityKind Kind)
{
    public bool IsFixed => Kind == QuantityKind.Fixed;

    /// <summary>Where a root speaks of one thing more than once, by content: where claims replace each other in a circle, the order decides.</summary>
    public static List<Statements> Of(Dossier dossier)
    {
        var groups = new List<Statements>();
        var claims = dossier.Claims;
        var lasts = new Dictionary<(string Source, string Quantity), int>(claims.Count);
        int[]? earlier = null;
        HashSet<int>? several = null;
        for (var i = 0; i < claims.Count; i++)
        {
            var key = (claims[i].Source, claims[i].Quantity);
            if (lasts.TryAdd(key, i)) continue;
            if (earlier is null)
            {
                earlier = new int[claims.Count];
                Array.Fill(earlier, Evidence.None);
            }

            var last = lasts[key];
            earlier[i] = last;
            (several ??= []).Remove(last);
            several.Add(i);
            lasts[key] = i;
        }

        if (several is null) return groups;
        var kinds = new MovingQuantities(dossier);
        foreach (var last in several)
        {
            var group = new List<int>();
            for (var claim = last; claim != Evidence.None; claim = earlier![claim]) group.Add(claim);
            group.Sort((a, b) => ClaimOrder.Nearness(claims[a], claims[b]));
            groups.Add(new Statements([.. group], kinds.KindOf(claims[last].Quantity)));
        }

        groups.Sort((a, b) => ByContent(claims[a.Claims[0]], claims[b.Claims[0]]));
        return groups;
    }

    private static int ByContent(Claim a, Claim b)
    {
        var order = string.CompareOrdinal(a.Quantity, b.Quantity);
        return order != 0 ? order : string.CompareOrdinal(a.Source, b.Source);
    }
}
