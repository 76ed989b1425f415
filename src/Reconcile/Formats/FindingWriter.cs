using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Writes findings, as warnings of a result and as the findings of a check.</summary>
internal static class FindingWriter
{
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", finding.Severity == FindingSeverity.Error ? "error" : "warning");
        writer.WriteString("message", finding.Message);
        writer.WriteString("path", finding.Path);
        JsonText.OptionalText(writer, "claim", finding.ClaimId);
        if (finding.Line is { } line) writer.WriteNumber("line", line);
        writer.WriteEndObject();
    }
}
