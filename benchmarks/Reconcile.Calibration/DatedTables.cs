using System.Globalization;
using System.Text;

namespace Reconcile.Calibration;

/// <summary>How often ranges of 90 % hold the truth on a day, as tables of Markdown.</summary>
internal static class DatedTables
{
    private static readonly (string Name, Func<DayObservation, bool> IsPart)[] Parts =
    [
        ("3–5 days", day => day.Days <= 5),
        ("6–15 days", day => day.Days is > 5 and <= 15),
        ("16–60 days", day => day.Days > 15),
        ("one alone", day => !day.IsSystem),
        ("a sum of two", day => day.IsSystem),
        ("all", _ => true),
    ];

    /// <summary>One table for each world: growth by number of days.</summary>
    public static string Of(string name, IReadOnlyCollection<DayObservation> days)
    {
        var text = new StringBuilder();
        Row(text, name, "constant", "linear", "S-shaped", "stepped", "all", "(best − truth) / half-width: median", "width / truth: median");
        Row(text, "---", "---", "---", "---", "---", "---", "---", "---");
        foreach (var (part, isPart) in Parts)
        {
            var chosen = days.Where(isPart).ToArray();
            AddRow(text, $"{part}, last", [.. chosen.Where(day => day.IsLast)]);
            AddRow(text, $"{part}, every day", chosen);
        }

        return text.ToString();
    }

    /// <summary>How often the truth lies in the range.</summary>
    public static Share Inside(IEnumerable<DayObservation> days)
    {
        var share = new Share();
        foreach (var day in days) share.Add(day.Dossier, day.IsInside);
        return share;
    }

    private static void AddRow(StringBuilder text, string name, DayObservation[] days)
    {
        var widths = days.Select(day => day.RelativeWidth).Order().ToArray();
        var shares = Enum.GetValues<Growth>().Select(growth => $"{Inside(days.Where(day => day.Growth == growth))}");
        var offsets = days.Select(day => day.Offset).Order().ToArray();
        Row(text, [name, .. shares, $"{Inside(days)}", Decimal(offsets[offsets.Length / 2]), Decimal(widths[widths.Length / 2])]);
    }

    private static string Decimal(double number) => number.ToString("F2", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells) => text.Append("| ").AppendJoin(" | ", cells!).Append(" |\n");
}
