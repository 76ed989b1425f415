using System.Globalization;

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

    /// <summary>The courses of more than one day.</summary>
    public static IReadOnlyList<SeriesRows> Of(Reconciliation reconciliation) =>
        [.. reconciliation.Estimates.Where(estimate => estimate.Series.Count > 1).Take(Outline.MostListed).Select(Of)];

    /// <summary>For example <c>353 days in between are not shown; JSON has them all</c>; null where all are shown.</summary>
    public string? Remark => LeftOut == 0 ? null : $"{Phrases.Count(LeftOut, "day")} in between not shown; JSON has them all";

    private static SeriesRows Of(Estimate estimate)
    {
        var all = estimate.Series;
        var shown = Math.Min(all.Count, MostDays);
        // Spread evenly, the first and the last among them.
        var rows = Enumerable.Range(0, shown).Select(i => (int)((long)i * (all.Count - 1) / Math.Max(1, shown - 1))).Select(i => Row(all[i], estimate.Quantity));
        return new SeriesRows(estimate.Quantity, [.. rows], all.Count - shown);
    }

    private static SeriesRow Row(SeriesPoint point, Quantity quantity)
    {
        var (low, best, high) = NumberText.Rounded(point.Low, point.Best, point.High, quantity.Whole);
        var isOpen = high is null && best is null && low <= quantity.Min;
        return new SeriesRow(
            point.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            best is { } value ? NumberText.Of(value) : "–",
            isOpen ? Phrases.Range(null, null) : Phrases.Range(low, high));
    }
}

/// <summary>One day of a course.</summary>
internal sealed record SeriesRow(string Day, string Best, string Range);
