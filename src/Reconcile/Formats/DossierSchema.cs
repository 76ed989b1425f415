using System.Text.Json;
using Reconcile.Figures;

namespace Reconcile.Formats;

/// <summary>The JSON Schema (draft 2020-12) of a dossier, written from the same tables as it is read by.</summary>
internal static class DossierSchema
{
    private const string DatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    private const string CodePattern = "^[A-Fa-f][ -]?[1-6]$";

    public static string Text { get; } = JsonText.Write(DossierTables.Dossier, Write);

    private static void Write(Utf8JsonWriter writer, PropertyTable dossier)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "Dossier");
        WriteTable(writer, dossier);
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, PropertyTable table)
    {
        writer.WriteStartObject();
        WriteTable(writer, table);
        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, PropertyTable table)
    {
        writer.WriteString("type", "object");
        writer.WriteString("description", table.Description);
        writer.WriteStartObject("properties");
        foreach (var rule in table.Rules)
        {
            if (!rule.Hidden) WriteProperty(writer, rule);
        }

        writer.WriteStartObject("note");
        writer.WriteString("type", "string");
        writer.WriteString("description", "A note, kept");
        writer.WriteEndObject();
        writer.WriteEndObject();

        writer.WriteStartObject("patternProperties");
        writer.WriteStartObject("^x-");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);

        var required = table.Rules.Where(static rule => rule.Required).Select(static rule => rule.Name).ToArray();
        if (required.Length > 0) JsonText.Texts(writer, "required", required);
        if (table == DossierTables.Figure) WriteFigureForms(writer);
    }

    private static void WriteProperty(Utf8JsonWriter writer, PropertyRule rule)
    {
        writer.WriteStartObject(rule.Name);
        WriteKind(writer, rule);
        if (rule.Kind != ValueKind.Period) writer.WriteString("description", rule.Description);
        if (rule.Default is { } json)
        {
            writer.WritePropertyName("default");
            writer.WriteRawValue(json);
        }

        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, PropertyRule rule)
    {
        switch (rule.Kind)
        {
            case ValueKind.Text:
                writer.WriteString("type", "string");
                break;
            case ValueKind.NonEmptyText:
                writer.WriteString("type", "string");
                writer.WriteNumber("minLength", 1);
                break;
            case ValueKind.Texts:
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                writer.WriteString("type", "string");
                writer.WriteEndObject();
                break;
            case ValueKind.Number:
                writer.WriteString("type", "number");
                WriteBounds(writer, -JsonCursor.MaxNumber, JsonCursor.MaxNumber);
                break;
            case ValueKind.NumberOrNull:
                JsonText.Texts(writer, "type", ["number", "null"]);
                WriteBounds(writer, -JsonCursor.MaxNumber, JsonCursor.MaxNumber);
                break;
            case ValueKind.NotNegative:
                writer.WriteString("type", "number");
                WriteBounds(writer, 0, JsonCursor.MaxNumber);
                break;
            case ValueKind.Chance:
                writer.WriteString("type", "number");
                writer.WriteNumber("exclusiveMinimum", 0);
                writer.WriteNumber("exclusiveMaximum", 1);
                break;
            case ValueKind.Level:
                writer.WriteString("type", "number");
                WriteBounds(writer, FigureLimits.LowestLevel, FigureLimits.HighestLevel);
                break;
            case ValueKind.Grade:
                WriteAnyOf(writer, WriteGrade, WriteCode);
                break;
            case ValueKind.Version:
                writer.WriteNumber("const", DossierTables.Version);
                break;
            case ValueKind.Flag:
                writer.WriteString("type", "boolean");
                break;
            case ValueKind.Date:
                WriteDate(writer);
                break;
            case ValueKind.Choice:
                JsonText.Texts(writer, "enum", rule.Choices);
                break;
            case ValueKind.DateOrFlag:
                WriteAnyOf(writer, WriteDate, static inner => inner.WriteString("type", "boolean"));
                break;
            case ValueKind.Figure:
                WriteAnyOf(writer, static inner => inner.WriteString("type", "string"), WritePlainNumber, static inner => WriteTable(inner, DossierTables.Figure));
                break;
            case ValueKind.Period:
                WriteTable(writer, DossierTables.Period);
                break;
            case ValueKind.List:
                writer.WriteString("type", "array");
                WriteItems(writer, rule.Items!);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, PropertyTable items)
    {
        writer.WritePropertyName("items");
        if (items.TextForm is not { } textForm)
        {
            WriteObject(writer, items);
            return;
        }

        writer.WriteStartObject();
        WriteAnyOf(
            writer,
            inner =>
            {
                inner.WriteString("type", "string");
                inner.WriteString("description", textForm);
            },
            inner => WriteTable(inner, items));
        writer.WriteEndObject();
    }

    /// <summary>Which of low, best and high may stand together; their order is beyond a schema.</summary>
    private static void WriteFigureForms(Utf8JsonWriter writer)
    {
        WriteAnyOf(writer, Required("low"), Required("high"), Required("best"));
        writer.WriteStartObject("dependentSchemas");
        writer.WriteStartObject("best");
        writer.WriteStartObject("dependentRequired");
        JsonText.Texts(writer, "low", ["high"]);
        JsonText.Texts(writer, "high", ["low"]);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("dependentRequired");
        JsonText.Texts(writer, "level", ["low", "best", "high"]);
        writer.WriteEndObject();

        static Action<Utf8JsonWriter> Required(string name) => writer => JsonText.Texts(writer, "required", [name]);
    }

    private static void WritePlainNumber(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "number");
        WriteBounds(writer, -JsonCursor.MaxNumber, JsonCursor.MaxNumber);
    }

    private static void WriteGrade(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "integer");
        WriteBounds(writer, 1, 6);
    }

    private static void WriteCode(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteString("pattern", CodePattern);
    }

    private static void WriteDate(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteString("pattern", DatePattern);
    }

    private static void WriteBounds(Utf8JsonWriter writer, double least, double most)
    {
        writer.WriteNumber("minimum", least);
        writer.WriteNumber("maximum", most);
    }

    private static void WriteAnyOf(Utf8JsonWriter writer, params ReadOnlySpan<Action<Utf8JsonWriter>> choices)
    {
        writer.WriteStartArray("anyOf");
        foreach (var write in choices)
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
