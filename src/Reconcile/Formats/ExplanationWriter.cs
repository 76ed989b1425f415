using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Writes one estimate in full: the estimate of the result format, and how the claims, relations and accounts behind it read.</summary>
internal static class ExplanationWriter
{
    public static string ToJson(Reconciliation result, Estimate estimate) => JsonText.Write((result, estimate), Write);

    private static void Write(Utf8JsonWriter writer, (Reconciliation Result, Estimate Estimate) pair)
    {
        var (result, estimate) = pair;
        writer.WriteStartObject();
        EstimateWriter.WriteProperties(writer, estimate);
        WriteClaims(writer, result, estimate);
        WriteRelations(writer, estimate);
        JsonText.List(writer, "accounts", estimate.ByAccount, WriteAccounts);
        writer.WriteEndObject();
    }

    /// <summary>The claims that speak of the quantity, and those that inform it through relations, in the order of the dossier.</summary>
    private static void WriteClaims(Utf8JsonWriter writer, Reconciliation result, Estimate estimate)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var influence in estimate.Influences)
        {
            if (influence.Claim is { } claim) shares[claim.Id] = shares.GetValueOrDefault(claim.Id) + influence.Share;
        }

        var own = estimate.Claims.Select(static claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartArray("claimsAsRead");
        foreach (var verdict in result.Verdicts)
        {
            var id = verdict.Claim.Id;
            if (shares.ContainsKey(id) || own.Contains(id) || verdict.Claim.Quantity == estimate.Quantity.Id)
            {
                WriteClaim(writer, result, verdict, shares.GetValueOrDefault(id));
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteClaim(Utf8JsonWriter writer, Reconciliation result, Verdict verdict, double share)
    {
        var claim = verdict.Claim;
        var range = claim.Figure.Read(result.Options.Reading);
        writer.WriteStartObject();
        writer.WriteString("id", claim.Id);
        writer.WriteString("quantity", claim.Quantity);
        writer.WriteString("source", claim.Source);
        writer.WriteString("figure", claim.Figure.Text);
        EstimateWriter.WriteRange(writer, range.Best, range.Low, range.High);
        writer.WriteString("outcome", Spelling.Outcomes[(int)verdict.Outcome]);
        writer.WriteNumber("weight", verdict.Weight);
        JsonText.NumberOrNull(writer, "tension", verdict.Tension);
        writer.WriteNumber("share", share);
        writer.WriteEndObject();
    }

    private static void WriteRelations(Utf8JsonWriter writer, Estimate estimate)
    {
        writer.WriteStartArray("relations");
        foreach (var influence in estimate.Influences)
        {
            if (influence.Relation is not { } relation) continue;
            writer.WriteStartObject();
            writer.WriteString("rule", relation.Rule);
            JsonText.OptionalText(writer, "because", relation.Because);
            writer.WriteNumber("share", influence.Share);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAccounts(Utf8JsonWriter writer, Alternative alternative)
    {
        writer.WriteStartObject();
        JsonText.Texts(writer, "accounts", alternative.Accounts.Select(static account => account.Id));
        writer.WriteNumber("weight", alternative.Weight);
        EstimateWriter.WriteRange(writer, alternative.Best, alternative.Low, alternative.High);
        writer.WriteEndObject();
    }
}
