using Reconcile.Mathematics;

namespace Reconcile.Figures;

/// <summary>The part of a phrase in which a slip stands, and what was probably meant: a phrase without it may be a figure a thousand times as small.</summary>
/// <param name="Start">Where the part begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Meant">What was probably meant; null: nobody knows.</param>
/// <param name="Because">Why the part is none of a figure; null: that needs no words.</param>
internal sealed record PhraseSlip(int Start, int End, string? Meant, string? Because = null)
{
    private const string Quotes = "\"'“”„‟‘’‚«»";

    /// <summary>So many letters of a longer hedge are an abbreviation of it.</summary>
    private const int ShortestAbbreviation = 4;

    private static readonly string[] Words = [.. HedgePhrases.Before, .. RangeSyntax.Openings, .. LikelihoodWords.All];

    /// <summary>The slip for which a phrase was not understood; null: none that is known.</summary>
    public static PhraseSlip? In(string phrase, in PhraseCursor cursor) =>
        InQuotes(phrase) ?? OfZeros(phrase) ?? OfScale(phrase, cursor) ?? OfHedge(phrase, cursor);

    /// <summary>“about 400” with its quotes.</summary>
    private static PhraseSlip? InQuotes(string phrase)
    {
        var text = phrase.AsSpan().Trim();
        if (text.Length < 3 || !Quotes.Contains(text[0], StringComparison.Ordinal) || !Quotes.Contains(text[^1], StringComparison.Ordinal) || FigureParser.Understood(text[1..^1].ToString()) is not { } meant)
            return null;
        var start = phrase.IndexOf(text[0], StringComparison.Ordinal);
        return new PhraseSlip(start, start + 1, meant, "a figure stands without quotes");
    }

    /// <summary>4OO, with letters.</summary>
    private static PhraseSlip? OfZeros(string phrase)
    {
        var digits = phrase.ToCharArray();
        var first = -1;
        for (var i = 1; i < digits.Length; i++)
        {
            var isInNumber = char.IsAsciiDigit(digits[i - 1]) || (i > 1 && digits[i - 1] is ',' or '.' && char.IsAsciiDigit(digits[i - 2]));
            if (!IsLetterO(digits[i]) || !isInNumber)
                continue;
            digits[i] = '0';
            first = first < 0 ? i : first;
        }

        if (first < 0 || FigureParser.Understood(new string(digits)) is not { } meant)
            return null;
        var end = first;
        while (end < phrase.Length && IsLetterO(phrase[end]))
            end++;
        return new PhraseSlip(first, end, meant, "a letter O is no digit");
    }

    private static bool IsLetterO(char letter) => letter is 'O' or 'o';

    /// <summary>12 k, 2 mio: scales that are not read so.</summary>
    private static PhraseSlip? OfScale(string phrase, in PhraseCursor cursor)
    {
        var start = cursor.ErrorStart;
        var number = phrase.AsSpan(0, start).TrimEnd();
        if (number.IsEmpty || !char.IsAsciiDigit(number[^1]))
            return null;

        var end = start;
        while (char.IsLetter(cursor.At(end)))
            end++;
        if (ScaleOf(cursor.Slice(start, end)) is not { } scale)
            return null;
        end += cursor.At(end) == '.' ? 1 : 0;
        return FigureParser.Understood($"{number}{scale}{phrase.AsSpan(end)}") is { } meant ? new PhraseSlip(start, end, meant) : null;
    }

    /// <summary>What an abbreviation behind a number probably stands for.</summary>
    private static string? ScaleOf(ReadOnlySpan<char> word) => word switch
    {
        "k" => "k",
        "tsd" or "thsd" => " thousand",
        "m" or "mn" or "mln" or "mio" => " million",
        "bn" or "bln" or "mrd" => " billion",
        "tn" or "trn" => " trillion",
        _ => null,
    };

    /// <summary>Abuot 400: what stands before the number is no hedge, but may be near to one.</summary>
    private static PhraseSlip? OfHedge(string phrase, in PhraseCursor cursor)
    {
        var start = cursor.ErrorStart;
        if (cursor.Advice != AmountSyntax.Examples || !char.IsLetter(cursor.At(start)) || StartOfAmount(cursor, start) is not { } amount)
            return null;

        // A hedge that is known stands where none is understood, as in "between just under 300 and 400".
        var ahead = cursor;
        ahead.Position = start;
        var words = cursor.Slice(start, amount).TrimEnd().ToString();
        return HedgePhrases.TryReadBefore(ref ahead, out _) || Words.Contains(words) ? null : new PhraseSlip(start, start + words.Length, EditDistance.Nearest(words, Words) ?? Abbreviated(words.TrimEnd('.')));
    }

    private static string? Abbreviated(string word) => word.Length < ShortestAbbreviation ? null : Array.Find(Words, known => known.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Where the first amount behind a start is said, with its hedge; null: nowhere.</summary>
    private static int? StartOfAmount(in PhraseCursor cursor, int start)
    {
        for (var i = start + 1; i < cursor.Length; i++)
        {
            var isBegin = char.IsAsciiDigit(cursor.At(i)) ? !char.IsAsciiDigit(cursor.At(i - 1)) : char.IsLetter(cursor.At(i)) && !char.IsLetterOrDigit(cursor.At(i - 1));
            var ahead = cursor;
            ahead.Position = i;
            if (!isBegin)
                continue;
            HedgePhrases.TryReadBefore(ref ahead, out _);
            if (AmountSyntax.TryRead(ref ahead, out _))
                return i;
        }

        return null;
    }
}
