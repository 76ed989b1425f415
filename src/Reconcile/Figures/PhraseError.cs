using System.Globalization;
using System.Text;

namespace Reconcile.Figures;

/// <summary>Says which part of a phrase was not understood, where it stands, and what would be right.</summary>
internal static class PhraseError
{
    public const string Surplus = "it does not belong to a figure; write the figure alone";

    private const int LongestPart = 60;
    private const int ShortestWord = 4;

    public static string Describe(string phrase, in PhraseCursor cursor)
    {
        if (string.IsNullOrWhiteSpace(phrase))
            return $"The phrase is empty: {cursor.Advice}.";

        if (Unseen(phrase) is { } unseen)
            return unseen;

        var slip = PhraseSlip.In(phrase, cursor);
        var (start, end) = slip is null ? (cursor.ErrorStart, cursor.ErrorEnd) : (slip.Start, slip.End);
        var column = (start + 1).ToString(CultureInfo.InvariantCulture);
        var part = Shown(phrase.AsSpan(start, end - start).TrimEnd());
        if (slip?.Meant is { } meant)
            return $"\"{part}\" (column {column}) is not understood{(slip.Because is { } because ? ": " + because : "")}; did you mean \"{Shown(meant)}\"?";
        if (part.Length == 0)
            return $"The phrase \"{Shown(phrase)}\" ends at column {column}: {cursor.Advice}.";

        var understood = WithoutOf(phrase.AsSpan(0, cursor.ErrorStart).Trim());
        var example = cursor.Advice == Surplus && IsPlainWord(phrase.AsSpan(0, cursor.ErrorStart), part) ? $", such as \"{Shown(understood)}\"" : "";
        return $"\"{part}\" (column {column}) is not understood: {cursor.Advice}{example}.";
    }

    /// <summary>What to say of a phrase with a character that nobody can see, such as a zero-width space from a web page: no figure has one, and no other part would explain the error.</summary>
    private static string? Unseen(string phrase)
    {
        var column = 1;
        foreach (var rune in phrase.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
                return string.Create(CultureInfo.InvariantCulture, $"The character U+{rune.Value:X4} (column {column}) cannot be seen and belongs to no figure; leave it out.");
            column += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>"Dozens of people" is dozens.</summary>
    public static ReadOnlySpan<char> WithoutOf(ReadOnlySpan<char> text) => text.EndsWith(" of", StringComparison.OrdinalIgnoreCase) ? text[..^3] : text;

    /// <summary>Whether what follows the figure is a word of its own. Short ones may be magnitudes (bn, tn, mln): without them the figure would be another.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> understood, string surplus) =>
        understood.Length > 0 && char.IsWhiteSpace(understood[^1]) && surplus.Length >= ShortestWord && surplus.AsSpan(0, ShortestWord).IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>A part that can be printed: cut when long, without control characters or halves of surrogate pairs.</summary>
    private static string Shown(ReadOnlySpan<char> part)
    {
        var text = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (text.Length >= LongestPart)
                return text.Append('…').ToString();
            text.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return text.ToString();
    }
}
