using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Opens the UTF-8 JSON of a whole file for a reader, or says why it is none.</summary>
internal static class JsonFile
{
    /// <summary>Largest file, in bytes: 256 MiB.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Reads the one object of a file.</summary>
    public delegate T? Reader<T>(ref JsonCursor cursor, FindingCollector findings)
        where T : class;

    /// <summary>What the reader gives.</summary>
    /// <param name="utf8">The whole file, with or without a byte order mark.</param>
    /// <param name="what">What the file is, with its article: <c>a dossier</c>.</param>
    /// <param name="findings">Errors are added to it.</param>
    /// <param name="read">Reads the object.</param>
    /// <returns>Null when the text is no JSON object, so that not all of it could be looked at.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, string what, FindingCollector findings, Reader<T> read)
        where T : class
    {
        if (utf8.Length > MaxBytes)
        {
            findings.Add(TooLarge());
            return null;
        }

        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            findings.Add(NotJson($"There is nothing here; {what} is a JSON object that starts with {{.", 1));
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
            return read(ref cursor, findings);
        }
        catch (JsonException broken)
        {
            findings.Add(SyntaxErrors.Describe(utf8, broken, cursor.Depth));
            return null;
        }
    }

    public static Finding TooLarge() => NotJson("The file is larger than 256 MiB, the most that is read.", null);

    public static Finding NotJson(string message, int? line) => new()
    {
        Code = ReadingCodes.NotJson,
        Severity = FindingSeverity.Error,
        Message = message,
        Line = line,
    };
}
