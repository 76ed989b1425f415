using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reconcile.Cli;

/// <summary>JSON written by hand: no reflection, and a dash stays a dash.</summary>
internal static class JsonText
{
    public static string Write(bool indented, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
