using System.Globalization;
using System.Text;

namespace Reconcile.Reporting;

/// <summary>Text of a dossier made harmless for a terminal: it may hold escape codes, line breaks or marks that reverse the direction of reading.</summary>
internal static class PrintableText
{
    /// <summary>
    /// One line: breaks and tabs become spaces, every other control character becomes <c>�</c>, and so do the marks that override, embed or isolate a direction. The marks left-to-right
    /// and right-to-left are common in Hebrew and Arabic names, turn no other letter, and stay.
    /// </summary>
    public static string Of(string text)
    {
        var first = FirstUnprintable(text);
        if (first < 0) return text;

        var safe = new StringBuilder(text.Length);
        safe.Append(text, 0, first);
        for (var i = first; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                safe.Append('\uFFFD');
                i++;
                continue;
            }

            safe.Append(IsBreak(rune) ? " " : IsUnprintable(rune) ? "\uFFFD" : rune.ToString());
            i += rune.Utf16SequenceLength;
        }

        return safe.ToString();
    }

    /// <summary>How many columns of a terminal a text takes: marks that combine take none, East Asian letters and most pictures two.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Columns(rune);
        }

        return columns;
    }

    /// <summary>As <see cref="Columns(string)"/>, for one letter.</summary>
    public static int Columns(Rune rune)
    {
        if (rune.IsAscii) return 1;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    private static int FirstUnprintable(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || IsBreak(rune) || IsUnprintable(rune)) return i;
            i += rune.Utf16SequenceLength;
        }

        return -1;
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or '\t' or 0x85 or 0x2028 or 0x2029;

    private static bool IsUnprintable(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static bool IsWide(int value) => value
        is (>= 0x1100 and <= 0x115F)
        or (>= 0x2E80 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F900 and <= 0x1F9FF)
        or (>= 0x20000 and <= 0x3FFFD);
}
