namespace Reconcile.Reporting;

/// <summary>The course of one quantity as rows of a table.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Rows">A row for each day that is shown, in their order.</param>
/// <param name="LeftOut">How many days between them are not shown.</param>
internal sealed record SeriesRows(Quantity Quantity, IReadOnlyList<SeriesRow> Rows, int LeftOut)
{
    /// <summary>A longer table is not read; the JSON has every day.</summary>
    private const int MostDays = 12;

    public const string Heading = "Over time";

    /// <summary>The courses of more than one day. Days on which nothing is known of a quantity are no news.</summary>
    public static IReadOnlyList<SeriesRows> Of(Reconciliation reconciliation) =>
        [.. reconciliation.Estimates
            .Select(estimate => (Estimate: estimate, Known: estimate.Series.Where(point => IsKnown(point, estimate.Quantity)).ToArray()))
            .Where(course => course.Known.Length > 1).Take(Outline.MostListed).Select(course => Of(course.Estimate, course.Known))];

    private static bool IsKnown(SeriesPoint point, Quantity quantity) => point.High is not null || point.Best is not null || point.Low > (quantity.Min ?? double.NegativeInfinity);

    /// <summary>For example <c>353 days in between not shown; JSON has them all</c>; null where all are shown.</summary>
    public string? Remark => LeftOut == 0 ? null : $"{Phrases.Count(LeftOut, "day")} in between not shown; JSON has them all";

    private static SeriesRows Of(Estimate estimate, SeriesPoint[] all)
    {
        var shown = Math.Min(all.Length, MostDays);
        // Spread evenly, the first and the last among them.
        int[] places = [.. Enumerable.Range(0, shown).Select(i => (int)((long)i * (all.Length - 1) / Math.Max(1, shown - 1)))];
        ShowDayOf(estimate, all, places);
        return new SeriesRows(estimate.Quantity, [.. places.Select(place => Row(all[place], estimate.Quantity))], all.Length - shown);
    }

    /// <summary>The day of which the estimate speaks is shown instead of the nearest other one.</summary>
    private static void ShowDayOf(Estimate estimate, SeriesPoint[] all, int[] places)
    {
        var place = Array.FindIndex(all, point => point.AsOf == estimate.AsOf);
        if (place < 0 || places.Contains(place)) return;
        var nearest = Enumerable.Range(1, places.Length - 2).MinBy(i => Math.Abs(places[i] - place));
        places[nearest] = place;
    }

    private static SeriesRow Row(SeriesPoint point, Quantity quantity)
    {
        var (low, best, high) = NumberText.RoundedInCourse(point.Low, point.Best, point.High, quantity.Whole);
        return new SeriesRow(
            Phrases.IsoDay(point.AsOf),
            best is { } value ? NumberText.Of(value) : "–",
            Phrases.Range(low, high));
    }
}

/// <summary>One day of a course.</summary>
internal sealed record SeriesRow(string Day, string Best, string Range);
