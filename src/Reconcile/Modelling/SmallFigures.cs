namespace Reconcile.Modelling;

/// <summary>
/// The figures of a source that are far smaller than others of it and that others contradict, or are increments, have an error apart from those. Who counts 5 where another counts 6 missed one: that
/// says next to nothing of his 2,000, but an error that both share would carry it over.
/// </summary>
internal static class SmallFigures
{
    /// <summary>So many times as large as all that a source says of one thing is what makes that small (convention).</summary>
    private const double Larger = 20;

    /// <summary>Where more errors than this are shared, none is divided: large systems can do with twice as many only, and each may become two.</summary>
    private const int MostErrors = 32;

    /// <summary>Stands for several roots that give one thing a value.</summary>
    private const int Several = -1;

    /// <summary>What a claim speaks of.</summary>
    /// <param name="Quantity">The position of the one quantity; −1: it speaks of several.</param>
    /// <param name="Unit">In what unit; null: none.</param>
    /// <param name="IsIncrement">Whether it is on what that grew by.</param>
    public readonly record struct Thing(int Quantity, string? Unit, bool IsIncrement);

    /// <summary>Gives small figures an error of their own.</summary>
    /// <param name="claims">The claims of a component.</param>
    /// <param name="thingOf">What the claim at a position of the dossier speaks of.</param>
    public static void SetApart(ModelledClaim[] claims, Func<int, Thing> thingOf)
    {
        if (!HasSmall(claims, out var groups)) return;
        Dictionary<(int Group, int Quantity, bool IsIncrement), double> largestOfOne = [];
        Dictionary<(int Group, string? Unit), double> largest = [];
        Dictionary<int, int> tellers = [];
        foreach (var claim in claims)
        {
            if (!CanShare(claim)) continue;
            var thing = thingOf(claim.Position);
            var size = Math.Abs(claim.Value);
            Raise(largest, (claim.ErrorGroup, thing.Unit), size);
            if (thing.Quantity < 0) continue;
            Raise(largestOfOne, (claim.ErrorGroup, thing.Quantity, thing.IsIncrement), size);
            if (claim.GivesValue && !thing.IsIncrement) tellers[thing.Quantity] = tellers.GetValueOrDefault(thing.Quantity, claim.Root) == claim.Root ? claim.Root : Several;
        }

        Dictionary<int, int> apart = [];
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i];
            if (!CanShare(claim) || thingOf(claim.Position) is not { Quantity: >= 0 } thing) continue;
            if (Larger * largestOfOne[(claim.ErrorGroup, thing.Quantity, thing.IsIncrement)] >= largest[(claim.ErrorGroup, thing.Unit)]) continue;
            if (!thing.IsIncrement && tellers.GetValueOrDefault(thing.Quantity, claim.Root) == claim.Root) continue;
            if (!apart.TryGetValue(claim.ErrorGroup, out var own)) apart[claim.ErrorGroup] = own = groups++;
            claims[i] = claim with { ErrorGroup = own };
        }
    }

    /// <summary>Whether figures of some source differ by so much, which is seldom.</summary>
    private static bool HasSmall(ModelledClaim[] claims, out int groups)
    {
        groups = 0;
        foreach (var claim in claims) groups = Math.Max(groups, claim.ErrorGroup + 1);
        if (groups == claims.Length || SharedErrors(claims, groups) > MostErrors) return false;
        var ends = new Interval[groups];
        var hasSmall = false;
        foreach (var claim in claims)
        {
            if (!CanShare(claim)) continue;
            ref var known = ref ends[claim.ErrorGroup];
            var size = Math.Abs(claim.Value);
            known = known.High == 0 ? new Interval(size, size) : new Interval(Math.Min(known.Low, size), Math.Max(known.High, size));
            hasSmall |= Larger * known.Low < known.High;
        }

        return hasSmall;
    }

    /// <summary>How many errors two claims or more have: who speaks once shares his with nothing, however many such there are.</summary>
    private static int SharedErrors(ModelledClaim[] claims, int groups)
    {
        var sharers = new int[groups];
        var shared = 0;
        foreach (var claim in claims)
        {
            if (claim.Scales && ++sharers[claim.ErrorGroup] == 2) shared++;
        }

        return shared;
    }

    private static bool CanShare(ModelledClaim claim) => claim is { Scales: true, Leaning: null };

    private static void Raise<TKey>(Dictionary<TKey, double> largest, TKey key, double size)
        where TKey : notnull => largest[key] = Math.Max(largest.GetValueOrDefault(key), size);
}
