using System.Text;
using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Says in plain words why a text is not JSON.</summary>
internal static class SyntaxErrors
{
    /// <summary>A zero byte among so many first ones is a sign of something else than text.</summary>
    private const int LooksBinary = 1024;

    private const string AValue = "a value is a number, a text in double quotes, true, false, null, a list or an object";

    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="broken">Where the reader gave up.</param>
    /// <param name="depth">How many lists and objects were open, counting the current one if it had just begun.</param>
    public static Finding Describe(ReadOnlySpan<byte> utf8, JsonException broken, int depth)
    {
        // The reader gives up inside of what it takes for true, false, null or a number; what is wrong is that it begins there.
        var first = StartOfValue(utf8);
        if (first < utf8.Length && utf8[first] is > (byte)' ' and not ((byte)'{' or (byte)'[' or (byte)'/')) return At(utf8, first, NoObject(utf8, first));

        var lineStart = StartOfLine(utf8, broken.LineNumber ?? 0);
        var position = (int)Math.Min(lineStart + (broken.BytePositionInLine ?? 0), utf8.Length);
        return At(utf8, position, Reason(utf8, position, depth));
    }

    /// <summary>For bytes that are not UTF-8.</summary>
    public static Finding NotUtf8(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.Unicode.Preamble) || utf8.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            var is32 = utf8.Length >= 4 && (utf8[2] | utf8[3]) == 0;
            return JsonFile.NotJson($"This file is {(is32 ? "UTF-32" : "UTF-16")}; save it as UTF-8.", 1);
        }

        var position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out var length) == System.Buffers.OperationStatus.Done) position += length;
        var advice = utf8[..Math.Min(utf8.Length, LooksBinary)].Contains((byte)0) ? "JSON is text, and this is no text file" : "save the file as UTF-8";
        return At(utf8, position, $"found the byte 0x{utf8[position]:x2}, which is not UTF-8; {advice}");
    }

    /// <summary>For a text whose character at an index is half of a pair.</summary>
    public static Finding HalfPair(string text, int index)
    {
        var line = 1 + text.AsSpan(0, index).Count('\n');
        var column = index - text.AsSpan(0, index).LastIndexOf('\n');
        return JsonFile.NotJson($"Not JSON: line {line}, column {column}: found half of a surrogate pair; write the whole character.", line);
    }

    private static Finding At(ReadOnlySpan<byte> utf8, int position, string reason)
    {
        var before = utf8[..position];
        var line = 1 + before.Count((byte)'\n');
        var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return JsonFile.NotJson($"Not JSON: line {line}, column {column}: {reason}.", line);
    }

    private static string Reason(ReadOnlySpan<byte> utf8, int position, int depth)
    {
        if (depth >= JsonCursor.MaxDepth && IsOpening(utf8, position)) return $"nested deeper than {JsonCursor.MaxDepth} levels";
        if (position >= utf8.Length) return "the text ends too early; a closing quote, ] or } is missing";

        if (utf8[position] == 0) return "found a zero byte; is the file UTF-16? Save it as UTF-8";

        var found = Found(utf8, position);
        var before = position - 1;
        while (before >= 0 && utf8[before] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') before--;
        var after = before < 0 ? 0 : utf8[before];
        if (utf8[position] is (byte)'\n' or (byte)'\r' or (byte)'\t' && !IsInText(utf8[..position])) return $"the value before it is broken off; {AValue}";
        if (utf8[position] is (byte)'\n' or (byte)'\r' or (byte)'\t') return "a text in quotes must end on its line; write a line break in it as \\n and a tab as \\t";
        if (utf8[position] < 0x20) return $"found {found}, which may not stand here; inside of a text it is written \\u{utf8[position]:x4}";
        if (before < 0) return NoObject(utf8, position);
        if (utf8[position] == '/') return "found \"/\"; a comment begins with // and ends with its line, or stands between /* and */";
        if (depth == 0) return $"found {found} behind the end of the object; a file holds one JSON object";
        if (after == '0' && utf8[position] is >= (byte)'0' and <= (byte)'9') return "found a number that starts with 0; leave the leading zero out";
        if (after == '\\') return $"found {found} after \\; in a text \\ stands before one of \" \\ / b f n r t u, and is itself written \\\\";
        if (Separated(utf8, position) is { } number) return $"found {number}; a number is written without separators, {number.Replace(",", "", StringComparison.Ordinal)}, or as a phrase in double quotes, \"{number}\"";
        if (CurlyQuote(utf8, position) is { } quote) return $"found {quote}; quotes around names and texts must be straight: \"";
        return utf8[position] switch
        {
            (byte)'\'' => "found '; names and texts stand in double quotes",
            (byte)',' => "found a comma where a value or a closing bracket must stand",
            (byte)'}' or (byte)']' => $"found {found}, which closes nothing that is open here, or closes it before a value",
            (byte)'N' or (byte)'I' => $"found {found}; {AValue}",
            _ => $"found {found}; {Expected(after)}",
        };
    }

    private static string NoObject(ReadOnlySpan<byte> utf8, int position) => $"found {Found(utf8, position)}; the file must be one JSON object, which starts with {{";

    /// <summary>Where the first value of a text begins, behind white space and comments; its end where there is none.</summary>
    private static int StartOfValue(ReadOnlySpan<byte> utf8)
    {
        var start = 0;
        while (true)
        {
            var space = utf8[start..].IndexOfAnyExcept(" \t\r\n"u8);
            if (space < 0) return utf8.Length;
            start += space;
            var end = utf8[start..] switch
            {
                [(byte)'/', (byte)'/', ..] => "\n"u8,
                [(byte)'/', (byte)'*', ..] => "*/"u8,
                _ => default,
            };
            if (end.IsEmpty) return start;
            var length = utf8[(start + 2)..].IndexOf(end);
            if (length < 0) return utf8.Length;
            start += 2 + length + end.Length;
        }
    }

    /// <summary>A number such as 4,000 that is broken off at its first comma; null: none.</summary>
    private static string? Separated(ReadOnlySpan<byte> utf8, int position)
    {
        if (position < 2 || utf8[position - 1] != ',' || !IsDigit(utf8[position - 2]) || !IsDigit(utf8[position])) return null;
        var (start, end) = (position - 1, position);
        while (start > 0 && IsDigit(utf8[start - 1])) start--;
        while (end < utf8.Length && (IsDigit(utf8[end]) || (utf8[end] == ',' && end + 1 < utf8.Length && IsDigit(utf8[end + 1])))) end++;
        return Encoding.UTF8.GetString(utf8[start..end]);
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';

    /// <summary>Whether a text in quotes is open at the end: none goes over a line end.</summary>
    private static bool IsInText(ReadOnlySpan<byte> before)
    {
        var isOpen = false;
        for (var i = before.LastIndexOf((byte)'\n') + 1; i < before.Length; i++)
        {
            if (isOpen && before[i] == '\\') i++;
            else if (before[i] == '"') isOpen = !isOpen;
        }

        return isOpen;
    }

    /// <summary>Whether a list or object begins here; the reader may stop at its bracket or behind it.</summary>
    private static bool IsOpening(ReadOnlySpan<byte> utf8, int position) =>
        utf8[Math.Max(position - 1, 0)..Math.Min(position + 1, utf8.Length)].IndexOfAny("[{"u8) >= 0;

    private static string Expected(int after) => after switch
    {
        ':' => "a value must stand here: a number, a text in double quotes, true, false, null, a list in [ ] or an object in { }",
        '{' => "a name in double quotes must stand here",
        '[' => "a value must stand here",
        ',' => "a value, or a name in double quotes, must stand here",
        _ => "a comma, a colon, a quote or a closing bracket may be missing before it",
    };

    /// <summary>A quote as word processors write them; null: something else stands here.</summary>
    private static string? CurlyQuote(ReadOnlySpan<byte> utf8, int position)
    {
        var rune = RuneAt(utf8, position);
        return rune.Value is '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '«' or '»' ? rune.ToString() : null;
    }

    private static Rune RuneAt(ReadOnlySpan<byte> utf8, int position)
    {
        // The reader may stop inside a character of several bytes.
        while (position > 0 && (utf8[position] & 0xC0) == 0x80) position--;
        Rune.DecodeFromUtf8(utf8[position..], out var rune, out _);
        return rune;
    }

    private static string Found(ReadOnlySpan<byte> utf8, int position)
    {
        var rune = RuneAt(utf8, position);
        return Rune.IsControl(rune) ? $"the control character U+{rune.Value:X4}" : $"\"{rune}\"";
    }

    private static int StartOfLine(ReadOnlySpan<byte> utf8, long line)
    {
        var start = 0;
        for (; line > 0; line--) start += utf8[start..].IndexOf((byte)'\n') + 1;
        return start;
    }
}
