using System.Text.Json;
using System.Text.Json.Serialization;
using Reconcile.Formats;

namespace Reconcile;

/// <summary>Makes <see cref="JsonSerializer"/> read and write a dossier in its format, as <see cref="Dossier.Parse"/> and <see cref="Dossier.ToJson"/> do. It is used without being asked for.</summary>
/// <remarks>
/// Indentation, escapes, comments and trailing commas are as the options of the serializer have them; names of properties never change, nor does the text of additional properties (<c>x-</c>). What is wrong with a dossier that is read is a
/// <see cref="JsonException"/> with all errors in its message, whose lines count from the first of the dossier, and the <see cref="DossierValidationException"/> inside.
/// </remarks>
public sealed class DossierJsonConverter : JsonConverter<Dossier>
{
    /// <inheritdoc/>
    public override Dossier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SerializedValue.Read(ref reader, static utf8 => DossierText.Parse(utf8));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dossier value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        DossierWriter.Write(writer, WritableDossier.Checked(value));
    }
}
