using System.Text;

namespace Reconcile.Formats;

/// <summary>How what was found in a file is shown in a message: on one line, not too long.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Quoted(string text) => $"\"{Short(text)}\"";

    /// <summary>The start of a text, without control characters.</summary>
    public static string Short(string text)
    {
        var cut = text.Length > Longest;
        var end = !cut ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        if (!cut && !text.Any(char.IsControl)) return text;

        var shown = new StringBuilder(end + 1);
        foreach (var letter in text.AsSpan(0, end)) shown.Append(char.IsControl(letter) ? '\uFFFD' : letter);
        return cut ? shown.Append('…').ToString() : shown.ToString();
    }

    /// <summary>For example <c>"fixed", "total" or "stock"</c>.</summary>
    public static string Listed(string[] texts) => texts.Length == 1
        ? $"\"{texts[0]}\""
        : string.Join(", ", texts.SkipLast(1).Select(static text => $"\"{text}\"")) + $" or \"{texts[^1]}\"";

    public static string Uncapitalized(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
