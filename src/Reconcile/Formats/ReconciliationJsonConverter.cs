using System.Text.Json;
using System.Text.Json.Serialization;
using Reconcile.Formats;

namespace Reconcile;

/// <summary>Makes <see cref="JsonSerializer"/> write the result format, as <see cref="Reconciliation.ToJson"/> does. It is used without being asked for.</summary>
/// <remarks>Indentation and escapes are as the options of the serializer have them; names of properties never change. A result cannot be read back: that throws a <see cref="NotSupportedException"/>.</remarks>
public sealed class ReconciliationJsonConverter : JsonConverter<Reconciliation>
{
    /// <inheritdoc/>
    public override Reconciliation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A reconciliation is written and never read back; read the dossier and reconcile it again.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Reconciliation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ReconciliationWriter.Write(writer, value);
    }
}
