using System.Globalization;
using System.Text;

namespace Reconcile.Reporting;

/// <summary>
/// The estimates as CSV (RFC 4180: comma, CRLF, quotes doubled). Numbers unrounded, a missing one empty. <c>claims</c> are ids joined by <c>;</c>;
/// <c>alternatives</c> are <c>best [low–high] weight</c> joined by <c>; </c>, an open end left empty.
/// </summary>
internal static class CsvReport
{
    public const string Header = "quantity,asOf,best,low,high,confidence,roots,claims,alternatives";

    public static string Write(Reconciliation reconciliation)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var estimate in reconciliation.Estimates)
        {
            text.AppendJoin(',', Fields(estimate).Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string[] Fields(Estimate estimate) =>
    [
        estimate.Quantity.Id,
        estimate.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Number(estimate.Best),
        Number(estimate.Low),
        Number(estimate.High),
        Phrases.Of(estimate.Confidence),
        Number(estimate.Roots),
        string.Join(';', estimate.Claims.Select(claim => claim.Id)),
        string.Join("; ", estimate.Alternatives.Select(Alternative)),
    ];

    private static string Alternative(Alternative alternative) =>
        $"{Number(alternative.Best)} [{Number(alternative.Low)}–{Number(alternative.High)}] {Number(alternative.Weight)}".TrimStart();

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
