using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Writes the result format.</summary>
internal static class ReconciliationWriter
{
    /// <summary>The major version of the format.</summary>
    private const int Version = 1;

    public static string ToJson(Reconciliation result) => JsonText.Write(result, Write);

    public static void Write(Utf8JsonWriter writer, Reconciliation result)
    {
        writer.WriteStartObject();
        writer.WriteNumber("reconciliation", Version);
        writer.WriteString("title", result.Dossier.Title);
        EstimateWriter.WriteDay(writer, result.AsOf);
        writer.WriteNumber("level", result.Level);
        JsonText.List(writer, "estimates", result.Estimates, EstimateWriter.Write);
        JsonText.List(writer, "conflicts", result.Conflicts, WriteConflict);
        JsonText.List(writer, "differences", result.Differences, WriteDifference);
        JsonText.List(writer, "disputes", result.Disputes, WriteDispute);
        JsonText.List(writer, "verdicts", result.Verdicts, WriteVerdict);
        JsonText.List(writer, "warnings", result.Warnings, FindingWriter.Write);
        writer.WriteString("reading", result.Reading.Name);
        if (result.OtherReadings.Count > 0) JsonText.List(writer, "otherReadings", result.OtherReadings, WriteReading);
        if (result.OtherRules.Count > 0) JsonText.List(writer, "rules", result.OtherRules, WriteRule);
        writer.WriteEndObject();
    }

    private static void WriteConflict(Utf8JsonWriter writer, Conflict conflict)
    {
        writer.WriteStartObject();
        writer.WriteString("id", conflict.Id);
        WriteProperties(writer, conflict);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, Conflict conflict)
    {
        writer.WriteString("severity", Spelling.Severities[(int)conflict.Severity]);
        JsonText.Texts(writer, "claims", conflict.Claims.Select(static claim => claim.Id));
        JsonText.Texts(writer, "relations", conflict.Relations.Select(static relation => relation.Rule));
        writer.WriteString("kind", Spelling.ConflictKinds[(int)conflict.Kind]);
        writer.WriteString("explanation", conflict.Explanation);
    }

    private static void WriteDifference(Utf8JsonWriter writer, Difference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Spelling.DifferenceKinds[(int)difference.Kind]);
        JsonText.Texts(writer, "claims", difference.Claims.Select(static claim => claim.Id));
        writer.WriteString("explanation", difference.Explanation);
        writer.WriteEndObject();
    }

    private static void WriteDispute(Utf8JsonWriter writer, Dispute dispute)
    {
        writer.WriteStartObject();
        writer.WriteString("id", dispute.Id);
        JsonText.Texts(writer, "quantities", dispute.Quantities.Select(static quantity => quantity.Id));
        JsonText.Texts(writer, "conflicts", dispute.Conflicts.Select(static conflict => conflict.Id));
        writer.WriteNumber("doubt", dispute.Doubt);
        JsonText.List(writer, "accounts", dispute.Accounts, WriteAccount);
        writer.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter writer, Account account)
    {
        writer.WriteStartObject();
        writer.WriteString("id", account.Id);
        writer.WriteNumber("weight", account.Weight);
        JsonText.Texts(writer, "accepts", account.Accepts.Select(static claim => claim.Id));
        JsonText.Texts(writer, "rejects", account.Rejects.Select(static claim => claim.Id));
        writer.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteString("claim", verdict.Claim.Id);
        writer.WriteString("outcome", Spelling.Outcomes[(int)verdict.Outcome]);
        writer.WriteNumber("weight", verdict.Weight);
        JsonText.NumberOrNull(writer, "tension", verdict.Tension);
        writer.WriteString("because", verdict.Because);
        JsonText.OptionalText(writer, "quote", verdict.Claim.Quote);
        JsonText.OptionalText(writer, "url", verdict.Claim.Url);
        writer.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter writer, ReadingChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("reading", change.Reading.Name);
        JsonText.List(writer, "appearing", change.Appearing, WriteAppearing);
        JsonText.Texts(writer, "vanishing", change.Vanishing.Select(static conflict => conflict.Id));
        JsonText.List(writer, "moving", change.Moving, WriteMoving);
        JsonText.OptionalText(writer, "error", change.Error);
        writer.WriteEndObject();
    }

    private static void WriteAppearing(Utf8JsonWriter writer, Conflict conflict)
    {
        writer.WriteStartObject();
        WriteProperties(writer, conflict);
        writer.WriteEndObject();
    }

    private static void WriteMoving(Utf8JsonWriter writer, Estimate estimate)
    {
        writer.WriteStartObject();
        writer.WriteString("quantity", estimate.Quantity.Id);
        EstimateWriter.WriteRange(writer, estimate.Best, estimate.Low, estimate.High);
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, RuleBookResult row)
    {
        writer.WriteStartObject();
        writer.WriteString("quantity", row.Quantity.Id);
        writer.WriteString("rule", row.Rule);
        EstimateWriter.WriteRange(writer, row.Figure.Best, row.Figure.Low, row.Figure.High);
        JsonText.Texts(writer, "claims", row.Figure.Claims.Select(static claim => claim.Id));
        writer.WriteString("because", row.Figure.Because);
        writer.WriteEndObject();
    }
}
