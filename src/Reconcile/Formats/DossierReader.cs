using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Reconcile.Formats;

/// <summary>Reads a dossier from UTF-8 JSON and collects every error, with path and line, on the way.</summary>
internal static class DossierReader
{
    /// <summary>Largest file, in bytes: 256 MiB.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    public static string TooLarge => "The file is larger than 256 MiB, the most that is read.";

    /// <summary>What could be read; complete where <paramref name="findings"/> stays empty.</summary>
    /// <param name="utf8">The whole file, with or without a byte order mark.</param>
    /// <param name="findings">Errors are added to it.</param>
    /// <returns>Null when the text is no JSON object, so that not all of it could be looked at.</returns>
    public static Dossier? Read(ReadOnlySpan<byte> utf8, List<Finding> findings)
    {
        if (utf8.Length > MaxBytes)
        {
            findings.Add(NotJson(TooLarge, null));
            return null;
        }

        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            findings.Add(NotJson("There is nothing here; a dossier is a JSON object that starts with {.", 1));
            return null;
        }

        if (!Utf8.IsValid(utf8))
        {
            findings.Add(SyntaxErrors.NotUtf8(utf8));
            return null;
        }

        var cursor = new JsonCursor(utf8, findings);
        try
        {
            return ReadRoot(ref cursor, findings);
        }
        catch (JsonException broken)
        {
            findings.Add(SyntaxErrors.Describe(utf8, broken, cursor.Depth));
            return null;
        }
    }

    public static Finding NotJson(string message, int? line) => new()
    {
        Code = ReadingCodes.NotJson,
        Severity = FindingSeverity.Error,
        Message = message,
        Line = line,
    };

    private static Dossier? ReadRoot(ref JsonCursor cursor, List<Finding> findings)
    {
        cursor.Read();
        if (!cursor.TryEnter(DossierTables.Dossier, out var state)) return null;

        var parts = new DossierParts();
        while (cursor.NextProperty(ref state, out var name)) parts.Read(ref cursor, ref state, name);

        // Reads past the end, so that anything behind the object is found.
        cursor.Read();
        if (parts.OtherFormat is { } result)
        {
            findings.Clear();
            findings.Add(result);
            return null;
        }

        return parts.ToDossier(state, findings);
    }
}
