using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>One value in the JSON of an app that reads with System.Text.Json, for readers that want all its bytes.</summary>
internal static class SerializedValue
{
    /// <summary>Reads the value at which a reader stands, and leaves the reader at its end.</summary>
    /// <exception cref="JsonException">What <paramref name="read"/> finds wrong, for an app to answer as any other wrong input; lines count from the first of the value.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, Func<ReadOnlySpan<byte>, T> read)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return read(JsonMarshal.GetRawUtf8Value(document.RootElement));
        }
        catch (DossierValidationException invalid)
        {
            throw new JsonException(invalid.Message, invalid);
        }
    }
}
