using System.Globalization;
using System.Text;

namespace Reconcile.Reporting;

/// <summary>
/// The estimates as CSV (RFC 4180: comma, CRLF, quotes doubled). Numbers unrounded, a missing one empty. <c>claims</c> are ids joined by <c>;</c>;
/// <c>alternatives</c> are <c>best [low–high] weight</c> joined by <c>; </c>, an open end left empty. Other people's rules, where they were asked for, have
/// three columns each behind these.
/// </summary>
internal static class CsvReport
{
    public const string Header = "quantity,asOf,best,low,high,confidence,roots,claims,alternatives";

    public static string Write(Reconciliation reconciliation)
    {
        string[] rules = [.. reconciliation.OtherRules.Select(static row => row.Rule).Distinct(StringComparer.Ordinal)];
        var figures = reconciliation.OtherRules.ToLookup(static row => row.Quantity.Id, StringComparer.Ordinal);
        var text = new StringBuilder(Header);
        foreach (var rule in rules) text.Append(CultureInfo.InvariantCulture, $",{Quoted(Text(rule))},{Quoted(Text(rule + ".low"))},{Quoted(Text(rule + ".high"))}");
        text.Append("\r\n");
        foreach (var estimate in reconciliation.Estimates)
        {
            var figure = figures[estimate.Quantity.Id].ToDictionary(static row => row.Rule, static row => row.Figure, StringComparer.Ordinal);
            text.AppendJoin(',', Fields(estimate).Concat(rules.SelectMany(rule => Fields(figure.GetValueOrDefault(rule)))).Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string[] Fields(Estimate estimate) =>
    [
        Text(estimate.Quantity.Id),
        estimate.AsOf is { } day ? Phrases.IsoDay(day) : "",
        Number(estimate.Best),
        Number(estimate.Low),
        Number(estimate.High),
        Phrases.Of(estimate.Confidence),
        Number(estimate.Roots),
        Text(string.Join(';', estimate.Claims.Select(claim => claim.Id))),
        string.Join("; ", estimate.Alternatives.Select(Alternative)),
    ];

    private static string[] Fields(RuleBookFigure? figure) => [Number(figure?.Best), Number(figure?.Low), Number(figure?.High)];

    private static string Alternative(Alternative alternative) =>
        $"{Number(alternative.Best)} [{Number(alternative.Low)}–{Number(alternative.High)}] {Number(alternative.Weight)}".TrimStart();

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text that a spreadsheet would take for a formula is marked as text by an apostrophe, as spreadsheets do.</summary>
    private static string Text(string field)
    {
        var printable = PrintableText.Of(field);
        return printable.Length > 0 && printable[0] is '=' or '+' or '-' or '@' ? "'" + printable : printable;
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
