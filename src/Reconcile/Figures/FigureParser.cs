using System.Diagnostics.CodeAnalysis;

namespace Reconcile.Figures;

/// <summary>Reads figure phrases.</summary>
/// <remarks>
/// Never throws, never guesses: a phrase is understood to its last character or refused with the part that was not.
/// <code>
/// phrase   = [likelihood] ["a total of" | "only"] [hedge] (amount [hedge] | amount "±" amount | amount "(" [level "CI"] ends ")" | ends [lean | best]) ["in total" | "so far"]
///          | [likelihood] floor amount ("but" | "and") ceiling amount
/// ends     = ["between" | "from"] amount ("–" | "-" | "to" | "and") amount
/// amount   = number [scale] ["%" | ("in" | "per") number] | part | vague word
/// </code>
/// </remarks>
internal static class FigureParser
{
    public static bool TryParse([NotNullWhen(true)] string? phrase, out FigureFacts facts, [NotNullWhen(false)] out string? error)
    {
        facts = default;
        error = phrase switch
        {
            null => "There is no phrase; write a figure such as \"about 400\".",
            { Length: > FigureLimits.PhraseLength } => FormattableString.Invariant(
                $"The phrase has {phrase.Length:N0} characters; a figure has at most {FigureLimits.PhraseLength:N0}. Write it alone, such as \"about 400\"."),
            _ => null,
        };
        if (error is not null)
            return false;

        Span<char> normal = stackalloc char[phrase!.Length];
        PhraseCursor.Normalize(phrase, normal);
        var cursor = new PhraseCursor(normal);
        if (TryRead(ref cursor, out facts))
            return true;

        error = PhraseError.Describe(phrase, cursor);
        return false;
    }

    /// <summary>A phrase, or as much of it as stands before words that do not belong to a figure; null where that is no figure either.</summary>
    public static string? Understood(string phrase)
    {
        Span<char> normal = stackalloc char[phrase.Length];
        PhraseCursor.Normalize(phrase, normal);
        var cursor = new PhraseCursor(normal);
        if (TryRead(ref cursor, out _))
            return phrase.Trim();
        var isSurplus = cursor.Advice == PhraseError.Surplus && cursor.ErrorStart > 0 && cursor.At(cursor.ErrorStart - 1) == ' ';
        return isSurplus ? Understood(PhraseError.WithoutOf(phrase.AsSpan(0, cursor.ErrorStart).Trim()).ToString()) : null;
    }

    private static bool TryRead(ref PhraseCursor cursor, out FigureFacts facts)
    {
        facts = default;
        if (cursor.AtEnd())
            return cursor.FailHere("write a figure, such as about 400, at least 5,000 or 300–600");

        var likelihood = LikelihoodWords.Read(ref cursor);
        if (!TryReadFigure(ref cursor, out facts))
            return false;
        if (likelihood.Deny)
            return cursor.Fail(likelihood.Start, likelihood.End, LikelihoodWords.Opposite(likelihood, facts));
        if (likelihood.Words is not null)
            facts = facts with { Likelihood = likelihood.Words };
        return true;
    }

    private static bool TryReadFigure(ref PhraseCursor cursor, out FigureFacts facts)
    {
        facts = default;
        PlainWords.ReadBefore(ref cursor);
        var said = new HedgedPhrase();
        said.ReadBefore(ref cursor);
        if (RangeSyntax.TryReadOpening(ref cursor, out var separator))
            return RangeSyntax.TryReadEnds(ref cursor, said, separator, out facts) && IsDone(ref cursor);

        if (!AmountSyntax.TryRead(ref cursor, out var amount))
            return false;
        if (IntervalSyntax.Starts(ref cursor))
            return IntervalSyntax.TryRead(ref cursor, said, amount, out facts) && IsDone(ref cursor);
        // The dash of 300-plus separates no ends, nor does the "or" of 300 or more, nor the "to" of 12 to date.
        var ahead = cursor;
        if (!HedgePhrases.TryReadAfter(ref ahead, out _) && !PlainWords.StartsAfter(cursor) && (RangeSyntax.TryReadSeparator(ref cursor) || cursor.TryRead("or")))
            return RangeSyntax.TryReadUpper(ref cursor, said, amount, out facts) && IsDone(ref cursor);

        if (said.IsFloor && RangeSyntax.TryReadCeiling(ref cursor))
            return RangeSyntax.TryReadBelowCeiling(ref cursor, amount, out facts) && IsDone(ref cursor);

        if (amount.IsShare || amount.Word.IsSaid)
            cursor.TryRead("of");
        PlainWords.TryReadAfter(ref cursor);
        return said.TryReadAfter(ref cursor) && IsDone(ref cursor) && said.TryHedge(ref cursor, amount, out facts);
    }

    private static bool IsDone(ref PhraseCursor cursor)
    {
        PlainWords.TryReadAfter(ref cursor);
        return cursor.AtEnd() || cursor.FailHere(DateWords.AreIn(cursor.Slice(cursor.Position, cursor.Length)) ? DateWords.Advice : PhraseError.Surplus);
    }
}
