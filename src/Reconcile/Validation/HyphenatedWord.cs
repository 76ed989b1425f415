namespace Reconcile.Validation;

/// <summary>
/// Words such as <c>troops-sent</c> outside of quotes: a hyphen between letters or digits without a space, which the relation language
/// reads as a subtraction and a person probably meant as one name.
/// </summary>
internal static class HyphenatedWord
{
    /// <summary>Whether a text has any.</summary>
    public static bool In(string text) => !string.IsNullOrEmpty(text) && Next(text, 0, out _, out _);

    /// <summary>The first hyphenated word that holds <paramref name="name"/> as one of its parts; null when none does.</summary>
    public static string? With(string text, string name)
    {
        for (var from = 0; Next(text, from, out var start, out var end); from = end)
        {
            foreach (var part in text.AsSpan(start, end - start).Split('-'))
            {
                if (text.AsSpan(start, end - start)[part].SequenceEqual(name)) return text[start..end];
            }
        }

        return null;
    }

    private static bool Next(string text, int from, out int start, out int end)
    {
        start = end = from;
        while (start < text.Length)
        {
            if (text[start] == '"')
            {
                var close = text.IndexOf('"', start + 1);
                start = close < 0 ? text.Length : close + 1;
            }
            else if (IsNameCharacter(text[start]))
            {
                end = EndOfWord(text, start);
                if (!char.IsAsciiDigit(text[start]) && text.AsSpan(start, end - start).Contains('-')) return true;
                start = end;
            }
            else
            {
                start++;
            }
        }

        return false;
    }

    /// <summary>Name characters, and hyphens that have one on both sides.</summary>
    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length
            && (IsNameCharacter(text[end]) || (text[end] == '-' && end + 1 < text.Length && IsNameCharacter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character == '_' || char.IsSurrogate(character);
}
