using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Copies a value that is kept as it is: without comments, trailing commas and spaces, numbers digit for digit.</summary>
internal static class CompactJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>From the first token of a value to its last, in any case; false when a text in it is broken.</summary>
    public static bool TryCopy(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var sound = true;
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            var depth = reader.CurrentDepth;
            sound &= TryCopyToken(ref reader, writer);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                while (reader.Read())
                {
                    sound &= TryCopyToken(ref reader, writer);
                    if (reader.CurrentDepth == depth) break;
                }
            }
        }

        json = sound ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
        return sound;
    }

    private static bool TryCopyToken(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                return true;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                return true;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                return true;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                return true;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                return TryCopyText(ref reader, writer);
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                return true;
        }
    }

    private static bool TryCopyText(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.PropertyName) writer.WritePropertyName(text);
        else writer.WriteStringValue(text);
        return true;
    }
}
