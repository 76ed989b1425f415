namespace Reconcile.Figures;

/// <summary>Dates beside a figure, which are no part of it: 12 (5 March 2020), 12 on 2020-03-05.</summary>
internal static class DateWords
{
    public const string Advice = "a date is no part of a figure; write it in the asOf of the claim, and the figure alone";

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

    /// <summary>Whether a text in lower case has a month beside a number, a day such as 2020-03-05, or nothing but a year in brackets.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        var wasNumber = false;
        var wasMonth = false;
        foreach (var range in text.SplitAny(' ', ',', '.', '(', ')', '[', ']'))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            var isNumber = char.IsAsciiDigit(word[0]);
            var isMonth = IsMonth(word);
            if ((isMonth && wasNumber) || (isNumber && wasMonth) || IsDay(word))
                return true;
            (wasNumber, wasMonth) = (isNumber, isMonth);
        }

        return text.Trim() is ['1', '9', _, _, ')' or ']'] or ['2', '0', _, _, ')' or ']'] && text.TrimStart()[..4].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsMonth(ReadOnlySpan<char> word)
    {
        foreach (var month in Months)
        {
            if (word.SequenceEqual(month))
                return true;
        }

        return false;
    }

    private static bool IsDay(ReadOnlySpan<char> word) =>
        word is [_, _, _, _, '-', _, _, '-', _, _] && word[..4].IndexOfAnyExceptInRange('0', '9') < 0 && word[5..7].IndexOfAnyExceptInRange('0', '9') < 0;
}
