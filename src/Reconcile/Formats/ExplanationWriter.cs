using System.Text.Json;
using Reconcile.Results;

namespace Reconcile.Formats;

/// <summary>Writes one estimate in full: the estimate of the result format, and how the claims, relations and accounts behind it read.</summary>
internal static class ExplanationWriter
{
    public static string ToJson(EstimateInFull full) => JsonText.Write(full, Write);

    private static void Write(Utf8JsonWriter writer, EstimateInFull full)
    {
        writer.WriteStartObject();
        EstimateWriter.WriteProperties(writer, full.Estimate);
        JsonText.List(writer, "claimsAsRead", [.. full.Claims.Where(claim => claim.Verdict is not null)], WriteClaim);
        WriteRelations(writer, full);
        JsonText.List(writer, "accounts", full.Estimate.ByAccount, EstimateWriter.WriteAlternative);
        JsonText.List(writer, "changes", full.Changes, WriteChange);
        writer.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter writer, ClaimInFull full)
    {
        var (claim, verdict) = (full.Claim, full.Verdict!);
        writer.WriteStartObject();
        writer.WriteString("id", claim.Id);
        writer.WriteString("quantity", claim.Quantity);
        writer.WriteString("source", claim.Source);
        writer.WriteString("figure", claim.Figure.Text);
        JsonText.OptionalText(writer, "likelihood", claim.Figure.Likelihood ?? claim.Likelihood);
        JsonText.OptionalText(writer, "quote", claim.Quote);
        JsonText.OptionalText(writer, "url", claim.Url);
        EstimateWriter.WriteRange(writer, full.Literal.Best, full.Literal.Low, full.Literal.High);
        writer.WriteStartObject("tolerant");
        JsonText.NumberOrNull(writer, "low", full.Tolerant.Low);
        JsonText.NumberOrNull(writer, "high", full.Tolerant.High);
        writer.WriteEndObject();
        if (full.Leaning is { } leaning) writer.WriteString("leaning", Spelling.Tendencies[(int)leaning]);
        writer.WriteString("outcome", Spelling.Outcomes[(int)verdict.Outcome]);
        writer.WriteNumber("weight", verdict.Weight);
        JsonText.NumberOrNull(writer, "tension", verdict.Tension);
        writer.WriteNumber("share", full.Share);
        writer.WriteEndObject();
    }

    /// <summary>What is otherwise, and the estimate that would follow; without one, the quantity would not be known.</summary>
    private static void WriteChange(Utf8JsonWriter writer, SingleChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("change", Spelling.Changes[(int)change.Kind]);
        if (change.Kind == ChangeKind.Without) writer.WriteString("claim", change.Claim!.Id);
        if (change.Kind == ChangeKind.Upgraded) writer.WriteString("source", change.Source);
        if (change.Kind == ChangeKind.Agreeing) writer.WriteString("figure", change.Claim!.Figure.Text);
        if (change.Reliability is { } reliability) writer.WriteString("reliability", Spelling.Reliabilities[(int)reliability]);
        EstimateWriter.WriteRange(writer, change.After?.Best, change.After?.Low, change.After?.High);
        if (change.After is { } after) writer.WriteString("confidence", Spelling.Confidences[(int)after.Confidence]);
        writer.WriteEndObject();
    }

    private static void WriteRelations(Utf8JsonWriter writer, EstimateInFull full)
    {
        writer.WriteStartArray("relations");
        foreach (var equation in full.Equations) WriteRelation(writer, equation, null);
        foreach (var influence in full.Estimate.Influences)
        {
            if (influence.Relation is { } relation) WriteRelation(writer, relation, influence.Share);
        }

        writer.WriteEndArray();
    }

    private static void WriteRelation(Utf8JsonWriter writer, Relation relation, double? share)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", relation.Rule);
        JsonText.OptionalText(writer, "because", relation.Because);
        JsonText.OptionalNumber(writer, "share", share);
        writer.WriteEndObject();
    }
}
