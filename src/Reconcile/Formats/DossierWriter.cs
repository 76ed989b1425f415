using System.Text.Json;
using Reconcile.Claims;

namespace Reconcile.Formats;

/// <summary>Writes a dossier as JSON: the order of the format, defaults left out. The reader reads an equal dossier back.</summary>
internal static class DossierWriter
{
    public static string ToJson(Dossier dossier) => JsonText.Write(dossier, Write);

    public static void Write(Utf8JsonWriter writer, Dossier dossier)
    {
        writer.WriteStartObject();
        WriteSchema(writer, dossier.Annotations);
        writer.WriteNumber("reconcile", DossierTables.Version);
        if (dossier.Title.Length > 0) writer.WriteString("title", dossier.Title);
        JsonText.OptionalDate(writer, "asOf", dossier.AsOf);
        if (dossier.PartiesLean) writer.WriteString("parties", Spelling.Lean);
        WriteList(writer, "sources", dossier.Sources, WriteSource);
        WriteList(writer, "interests", dossier.Interests, WriteInterest);
        WriteList(writer, "quantities", dossier.Quantities, WriteQuantity);
        WriteList(writer, "relations", dossier.Relations, WriteRelation);
        // A full date would date a dossier that has no date; in one that has, a month or year would be read up to that.
        WriteList(writer, "claims", dossier.Claims, dossier.AsOf is null ? WriteClaim : static (to, claim) => WriteClaim(to, claim with { DatePeriods = null }));
        WriteAnnotations(writer, dossier.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer, Source source)
    {
        writer.WriteStartObject();
        writer.WriteString("id", source.Id);
        JsonText.OptionalText(writer, "name", source.Name);
        if (source.Reliability is { } reliability) writer.WriteString("reliability", Spelling.Reliabilities[(int)reliability]);
        JsonText.OptionalNumber(writer, "relativeError", source.RelativeError);
        JsonText.OptionalNumber(writer, "accuracy", source.Accuracy);
        JsonText.OptionalText(writer, "party", source.Party);
        JsonText.OptionalText(writer, "scale", source.Scale?.Name);
        WriteAnnotations(writer, source.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteInterest(Utf8JsonWriter writer, Interest interest)
    {
        writer.WriteStartObject();
        writer.WriteString("source", interest.Source);
        JsonText.OptionalText(writer, "subject", interest.Subject);
        writer.WriteString("tends", Spelling.Tendencies[(int)interest.Tends]);
        WriteAnnotations(writer, interest.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter writer, Quantity quantity)
    {
        var usual = new Quantity { Id = "" };
        writer.WriteStartObject();
        writer.WriteString("id", quantity.Id);
        JsonText.OptionalText(writer, "name", quantity.Name);
        JsonText.OptionalText(writer, "unit", quantity.Unit);
        JsonText.OptionalText(writer, "subject", quantity.Subject);
        if (quantity.Kind != usual.Kind) writer.WriteString("kind", Spelling.QuantityKinds[(int)quantity.Kind]);
        if (quantity.Whole != usual.Whole) writer.WriteBoolean("whole", quantity.Whole);
        if (quantity.Min != usual.Min) JsonText.NumberOrNull(writer, "min", quantity.Min);
        if (quantity.Max != usual.Max) JsonText.NumberOrNull(writer, "max", quantity.Max);
        if (quantity.Drift != usual.Drift) writer.WriteNumber("drift", quantity.Drift);
        WriteAnnotations(writer, quantity.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter writer, Relation relation)
    {
        if (relation is { Because: null, From: null, To: null } && relation.Annotations.Equals(default))
        {
            writer.WriteStringValue(relation.Rule);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("rule", relation.Rule);
        JsonText.OptionalText(writer, "because", relation.Because);
        JsonText.OptionalDate(writer, "from", relation.From);
        JsonText.OptionalDate(writer, "to", relation.To);
        WriteAnnotations(writer, relation.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteStartObject();
        writer.WriteString("id", claim.Id);
        writer.WriteString("quantity", claim.Quantity);
        writer.WritePropertyName("figure");
        FigureWriter.Write(writer, claim.Figure, claim.FigureAnnotations);
        writer.WriteString("source", claim.Source);
        if (claim.Via.Count > 0) JsonText.Texts(writer, "via", claim.Via);
        if (claim.Reliability is { } grade) writer.WriteString("credibility", new AdmiraltyCode(grade, claim.Credibility).ToString());
        else if (claim.Credibility != Credibility.Unknown) writer.WriteNumber("credibility", Spelling.Grade(claim.Credibility));
        if (claim.Basis != Basis.Estimate) writer.WriteString("basis", Spelling.Bases[(int)claim.Basis]);
        var periods = claim.DatePeriods;
        var reported = DatePeriods.Full(claim.Reported, periods?.Reported);
        WriteDate(writer, "asOf", claim.AsOf, periods?.AsOf, reported);
        WriteDate(writer, "reported", claim.Reported, periods?.Reported, null);
        WriteDuring(writer, claim, reported);
        WriteRetracted(writer, claim.Retracted);
        if (claim.Supersedes.Count > 0) JsonText.Texts(writer, "supersedes", claim.Supersedes);
        JsonText.OptionalText(writer, "likelihood", claim.Likelihood);
        JsonText.OptionalText(writer, "quote", claim.Quote);
        JsonText.OptionalText(writer, "url", claim.Url);
        WriteAnnotations(writer, claim.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteDuring(Utf8JsonWriter writer, Claim claim, DateOnly? reported)
    {
        if (claim.During is not { } period) return;
        writer.WriteStartObject("during");
        JsonText.Date(writer, "from", period.From);
        WriteDate(writer, "to", period.To, claim.DatePeriods?.To, reported);
        WriteAnnotations(writer, claim.DuringAnnotations);
        writer.WriteEndObject();
    }

    /// <summary>As the month or year as which it was written, if that reads back as the same day, else as a day.</summary>
    private static void WriteDate(Utf8JsonWriter writer, string name, DateOnly? date, Period? written, DateOnly? bound)
    {
        if (written is { } period && new PartialDate(period.From, period.To) is var partial && partial.LastUpTo(bound) == date) writer.WriteString(name, partial.Text);
        else JsonText.OptionalDate(writer, name, date);
    }

    private static void WriteRetracted(Utf8JsonWriter writer, Retraction retraction)
    {
        if (!retraction.IsRetracted) return;
        if (retraction.Day is { } day) JsonText.Date(writer, "retracted", day);
        else writer.WriteBoolean("retracted", true);
    }

    private static void WriteSchema(Utf8JsonWriter writer, in Annotations annotations)
    {
        foreach (var (name, json) in annotations.Extensions)
        {
            if (name[0] == '$') WriteExtension(writer, name, json);
        }
    }

    /// <summary>What was written beside the known properties of an object.</summary>
    public static void WriteAnnotations(Utf8JsonWriter writer, in Annotations annotations)
    {
        JsonText.OptionalText(writer, "note", annotations.Note);
        foreach (var (name, json) in annotations.Extensions)
        {
            if (name[0] != '$') WriteExtension(writer, name, json);
        }
    }

    private static void WriteExtension(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0) JsonText.List(writer, name, items, write);
    }
}
