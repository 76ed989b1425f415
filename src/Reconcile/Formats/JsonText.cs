using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>How JSON is written: indented by two unless it is one line of many, lines ended by a line feed on every machine, letters as themselves.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions OnOneLine = new()
    {
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write, bool indented = true)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, OnOneLine with { Indented = indented })) write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A text as a JSON value, with its quotes.</summary>
    public static string OfText(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    public static void Date(Utf8JsonWriter writer, string name, DateOnly date) => writer.WriteString(name, date.ToString("O", null));

    public static void OptionalText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    public static void OptionalDate(Utf8JsonWriter writer, string name, DateOnly? date)
    {
        if (date is { } day) Date(writer, name, day);
    }

    public static void OptionalNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
    }

    /// <summary>The number, or null where there is none.</summary>
    public static void NumberOrNull(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    public static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
