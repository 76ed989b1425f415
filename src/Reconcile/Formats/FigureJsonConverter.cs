using System.Text.Json;
using System.Text.Json.Serialization;
using Reconcile.Formats;

namespace Reconcile;

/// <summary>Makes <see cref="JsonSerializer"/> read and write a figure as it stands in a dossier: a phrase, a number, or an object of numbers. It is used without being asked for.</summary>
/// <remarks>What is not understood is a <see cref="JsonException"/> that names the part. A <c>note</c> and <c>x-</c> properties beside the numbers are not kept.</remarks>
public sealed class FigureJsonConverter : JsonConverter<Figure>
{
    /// <inheritdoc/>
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SerializedValue.Read(ref reader, static utf8 => FigureReader.Parse(utf8));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        FigureWriter.Write(writer, value, default);
    }
}
