using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Writes one estimate, as it stands in a result.</summary>
internal static class EstimateWriter
{
    public static void Write(Utf8JsonWriter writer, Estimate estimate)
    {
        writer.WriteStartObject();
        WriteProperties(writer, estimate);
        writer.WriteEndObject();
    }

    /// <summary>The properties alone, for objects that have more.</summary>
    public static void WriteProperties(Utf8JsonWriter writer, Estimate estimate)
    {
        writer.WriteString("quantity", estimate.Quantity.Id);
        WriteDay(writer, estimate.AsOf);
        WriteRange(writer, estimate.Best, estimate.Low, estimate.High);
        writer.WriteString("confidence", Spelling.Confidences[(int)estimate.Confidence]);
        JsonText.Texts(writer, "reasons", estimate.Reasons);
        writer.WriteNumber("roots", estimate.Roots);
        JsonText.Texts(writer, "claims", estimate.Claims.Select(static claim => claim.Id));
        JsonText.List(writer, "influences", estimate.Influences, WriteInfluence);
        if (estimate.Alternatives.Count > 0) JsonText.List(writer, "alternatives", estimate.Alternatives, WriteAlternative);
        if (estimate.Quantity.Kind != QuantityKind.Fixed) JsonText.List(writer, "series", estimate.Series, WritePoint);
    }

    /// <summary>The day as <c>asOf</c>; null when nothing is dated.</summary>
    public static void WriteDay(Utf8JsonWriter writer, DateOnly? day)
    {
        if (day is { } date) JsonText.Date(writer, "asOf", date);
        else writer.WriteNull("asOf");
    }

    public static void WriteRange(Utf8JsonWriter writer, double? best, double? low, double? high)
    {
        JsonText.NumberOrNull(writer, "best", best);
        JsonText.NumberOrNull(writer, "low", low);
        JsonText.NumberOrNull(writer, "high", high);
    }

    private static void WriteInfluence(Utf8JsonWriter writer, Influence influence)
    {
        writer.WriteStartObject();
        if (influence.Claim is { } claim) writer.WriteString("claim", claim.Id);
        else if (influence.Relation is { } relation) writer.WriteString("relation", relation.Rule);
        else writer.WriteBoolean("prior", true);
        writer.WriteNumber("share", influence.Share);
        writer.WriteEndObject();
    }

    public static void WriteAlternative(Utf8JsonWriter writer, Alternative alternative)
    {
        writer.WriteStartObject();
        JsonText.Texts(writer, "accounts", alternative.Accounts.Select(static account => account.Id));
        writer.WriteNumber("weight", alternative.Weight);
        WriteRange(writer, alternative.Best, alternative.Low, alternative.High);
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, SeriesPoint point)
    {
        writer.WriteStartObject();
        JsonText.Date(writer, "asOf", point.AsOf);
        WriteRange(writer, point.Best, point.Low, point.High);
        writer.WriteEndObject();
    }
}
