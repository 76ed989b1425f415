namespace Reconcile.Provenance;

/// <summary>An order of claims by what they say, so that the order in which they were written changes nothing.</summary>
internal static class ClaimOrder
{
    /// <summary>Below 0 when <paramref name="a"/> stands nearer to its root than <paramref name="b"/>: fewer relays, then the earlier day, then reported earlier, then the content.</summary>
    public static int Nearness(Claim a, Claim b)
    {
        var byRelays = a.Via.Count.CompareTo(b.Via.Count);
        if (byRelays != 0) return byRelays;
        var byDay = (DayOf(a) ?? DateOnly.MaxValue).CompareTo(DayOf(b) ?? DateOnly.MaxValue);
        if (byDay != 0) return byDay;
        var byReport = (a.Reported ?? DateOnly.MaxValue).CompareTo(b.Reported ?? DateOnly.MaxValue);
        return byReport != 0 ? byReport : ByContent(a, b);
    }

    /// <summary>The day of which a claim speaks; an increment speaks of its period, not of a day.</summary>
    public static DateOnly? DayOf(Claim claim) => claim.During is null ? claim.Day : null;

    /// <summary>Whether a claim speaks of a later day than another, or of the same day and was reported later. Neither, where that is unknown.</summary>
    public static bool IsLater(Claim claim, Claim other)
    {
        var (day, otherDay) = (DayOf(claim), DayOf(other));
        return day > otherDay || (day == otherDay && claim.Reported > other.Reported);
    }

    /// <summary>By the later day, then the later report, undated ones last; then the content.</summary>
    public static int LatestFirst(Claim a, Claim b)
    {
        var byDay = Nullable.Compare(DayOf(b), DayOf(a));
        if (byDay != 0) return byDay;
        var byReport = Nullable.Compare(b.Reported, a.Reported);
        return byReport != 0 ? byReport : ByContent(a, b);
    }

    /// <summary>Compares by subject, source, figure, basis, grades, dates, relays and words of likelihood; the id, which may stem from the position, comes last.</summary>
    public static int ByContent(Claim a, Claim b)
    {
        var order = string.CompareOrdinal(a.Quantity, b.Quantity);
        if (order != 0) return order;
        order = string.CompareOrdinal(a.Source, b.Source);
        if (order != 0) return order;
        order = ByFigure(a.Figure, b.Figure);
        if (order != 0) return order;
        order = a.Basis.CompareTo(b.Basis);
        if (order != 0) return order;
        order = a.Credibility.CompareTo(b.Credibility);
        if (order != 0) return order;
        order = Nullable.Compare(a.Reliability, b.Reliability);
        if (order != 0) return order;
        order = Nullable.Compare(a.AsOf, b.AsOf);
        if (order != 0) return order;
        order = Nullable.Compare(a.Reported, b.Reported);
        if (order != 0) return order;
        order = ByRelays(a.Via, b.Via);
        if (order != 0) return order;
        order = string.CompareOrdinal(a.Likelihood, b.Likelihood);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    private static int ByFigure(Figure a, Figure b)
    {
        var order = Nullable.Compare(a.Value ?? a.Low ?? a.High, b.Value ?? b.Low ?? b.High);
        if (order != 0) return order;
        order = Nullable.Compare(a.High, b.High);
        if (order != 0) return order;
        order = Nullable.Compare(a.Low, b.Low);
        if (order != 0) return order;
        order = a.Kind.CompareTo(b.Kind);
        if (order != 0) return order;
        order = a.Hedge.CompareTo(b.Hedge);
        return order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
    }

    private static int ByRelays(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = string.CompareOrdinal(a[i], b[i]);
            if (order != 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }
}
