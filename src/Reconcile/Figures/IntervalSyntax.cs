namespace Reconcile.Figures;

/// <summary>A best value with an interval: 4,645 (95% CI 793–8,498), 4,645 (793–8,498), 4,000 ± 200.</summary>
internal static class IntervalSyntax
{
    private const string Example = "write an interval such as 4,645 (95% CI 793–8,498)";

    private static readonly string[] PlusMinus = ["±", "+/-", "+-", "plus or minus"];
    private static readonly string[] Labels =
        ["ci", "cri", "ui", "confidence interval", "credible interval", "uncertainty interval", "confidence", "interval"];

    private static readonly string[] Best =
        ["best", "best estimate", "best guess", "most likely", "most probably", "probably", "likeliest", "central estimate"];

    public static bool Starts(ref PhraseCursor cursor)
    {
        cursor.SkipSpaces();
        return cursor.Current is '(' or '[' || EndOfAny(cursor, PlusMinus) >= 0;
    }

    public static bool TryRead(ref PhraseCursor cursor, in HedgedPhrase said, Amount best, out FigureFacts facts)
    {
        facts = default;
        if (best.Word.IsSaid)
            return cursor.FailHere("an interval needs a number before it; " + Example);
        if (!said.TryBlur(ref cursor))
            return false;
        return cursor.Current is '(' or '[' ? TryReadBrackets(ref cursor, best, out facts) : TryReadWidth(ref cursor, best, out facts);
    }

    /// <summary>Whether a best value comes after a range: ", most likely 400", "(best estimate: 400)". The words alone start a lean as well.</summary>
    public static bool StartsBest(ref PhraseCursor cursor)
    {
        var ahead = cursor;
        return TryReadBestLabel(ref ahead, out _) && (AmountSyntax.StartsNumber(ahead) || ahead.Current is '-' or '−' || ahead.EndOf("a") >= 0);
    }

    /// <summary>Reads the best value after a range.</summary>
    public static bool TryReadBest(ref PhraseCursor cursor, Amount low, Amount high, out FigureFacts facts)
    {
        facts = default;
        TryReadBestLabel(ref cursor, out var inBrackets);
        if (!AmountSyntax.TryRead(ref cursor, out var best))
            return false;
        if (inBrackets && !cursor.TryRead(')'))
            return cursor.FailHere("the bracket is not closed here; write it as in 300–600 (best 400)");
        if (low.IsPercent && !best.IsShare)
            best = best.InPercent();
        if (best.IsShare != low.IsShare || best.Word.IsSaid || !(low.Value <= best.Value && best.Value <= high.Value))
            return cursor.Fail(best.Start, best.End, "the best value lies outside its range; write it as in 300–600 (best 400)");
        return TryBuild(ref cursor, best, low.Value, high.Value, FigureLimits.DefaultLevel, out facts);
    }

    private static bool TryReadBestLabel(ref PhraseCursor cursor, out bool inBrackets)
    {
        inBrackets = cursor.TryRead('(');
        if (!inBrackets && !cursor.TryRead(','))
            cursor.TryRead(';');
        if (!cursor.TryReadLongest(Best))
            return false;
        if (!cursor.TryRead(':'))
            cursor.TryRead('=');
        cursor.SkipSpaces();
        return true;
    }

    private static bool TryReadWidth(ref PhraseCursor cursor, Amount best, out FigureFacts facts)
    {
        facts = default;
        cursor.Position = EndOfAny(cursor, PlusMinus);
        if (cursor.AtEnd())
            return cursor.FailHere("the width of the interval is missing; write it as in 4,000 ± 200");
        if (!AmountSyntax.TryRead(ref cursor, out var width))
            return false;
        if (width.Word.IsSaid || width.Value < 0 || width.Fraction is not null || (best.Fraction is not null))
            return cursor.Fail(width.Start, width.End, "the width of an interval is a number of 0 or more, such as 4,000 ± 200");
        var isInFull = best.Value >= RangeSyntax.WrittenInFull && (width.IsCompound || width.Largest <= RangeSyntax.Hundred);
        if (width.Largest > 0 && best.Largest == 0 && !isInFull)
            return cursor.Fail(
                best.Start, width.End, "it is not clear how large the first number is; write both in full, such as 4,000,000 ± 200,000");
        if (width.IsPercent && !best.IsPercent)
            return cursor.Fail(width.Start, width.End, "it is not clear of what this is a share; write the width in numbers, such as 4,000 ± 200");
        if (best.IsPercent && !width.IsPercent)
            width = width.InPercent();

        var half = width.Value;
        return TryBuild(ref cursor, best, best.Value - half, best.Value + half, FigureLimits.DefaultLevel, out facts);
    }

    private static bool TryReadBrackets(ref PhraseCursor cursor, Amount best, out FigureFacts facts)
    {
        facts = default;
        var closing = cursor.Current == '(' ? ')' : ']';
        var start = cursor.Position++;
        if (EndOfAny(cursor, PlusMinus) >= 0)
            return TryReadWidth(ref cursor, best, out facts) && (cursor.TryRead(closing) || cursor.FailHere("the bracket is not closed here; write it as in 4,000 (± 200)"));
        if (DateWords.AreIn(cursor.Slice(cursor.Position, cursor.Length)))
            return cursor.Fail(start, cursor.Length, DateWords.Advice);
        if (!TryReadLevel(ref cursor, out var level) || !AmountSyntax.TryRead(ref cursor, out var low))
            return false;
        if (!RangeSyntax.TryReadSeparator(ref cursor) && !cursor.TryRead(','))
            return cursor.FailHere("the upper end is missing; " + Example);
        if (!AmountSyntax.TryRead(ref cursor, out var high) || !RangeSyntax.TryAlign(ref cursor, ref low, ref high))
            return false;
        if (!cursor.TryRead(closing))
            return cursor.FailHere($"the bracket is not closed here; {Example}");

        if (best.IsPercent && !low.IsShare)
            (low, high) = (low.InPercent(), high.InPercent());
        if (best.IsShare != low.IsShare)
            return cursor.Fail(
                start, cursor.Position, "the interval and its best value must both be shares or both be numbers; write 25% (95% CI 20–30%)");
        return low.Value <= best.Value && best.Value <= high.Value
            ? TryBuild(ref cursor, best, low.Value, high.Value, level, out facts)
            : cursor.Fail(best.Start, cursor.Position, "the best value lies outside its interval; " + Example);
    }

    /// <summary>Reads "95% CI", "CI", "CI 95%" with a colon, comma or equals sign after it; the level is 95 % where none is said.</summary>
    private static bool TryReadLevel(ref PhraseCursor cursor, out double level)
    {
        level = FigureLimits.DefaultLevel;
        cursor.SkipSpaces();
        var start = cursor.Position;
        var hasLevel = TryReadPercent(ref cursor, ref level);
        var end = EndOfAny(cursor, Labels);
        if (end < 0)
        {
            cursor.Position = start;
            level = FigureLimits.DefaultLevel;
            return true;
        }

        cursor.Position = end;
        if (!hasLevel)
        {
            var afterLabel = cursor.Position;
            var said = level;
            if (TryReadPercent(ref cursor, ref said) && EndOfSeparator(cursor) < 0)
                level = said;
            else
                cursor.Position = afterLabel;
        }

        if (!cursor.TryRead(':') && !cursor.TryRead(','))
            cursor.TryRead('=');
        return FactsOf.IsLevel(level) || cursor.Fail(start, cursor.Position, FactsOf.LevelError(level));
    }

    private static bool TryReadPercent(ref PhraseCursor cursor, ref double level)
    {
        var start = cursor.Position;
        cursor.SkipSpaces();
        if (DigitSyntax.Starts(cursor))
        {
            var copy = cursor;
            if (DigitSyntax.TryRead(ref copy, out var number) && AmountSyntax.TryReadPercent(ref copy))
            {
                cursor.Position = copy.Position;
                level = number.Shifted(-2).Value;
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }

    private static int EndOfSeparator(PhraseCursor cursor) => RangeSyntax.TryReadSeparator(ref cursor) ? cursor.Position : -1;

    private static bool TryBuild(ref PhraseCursor cursor, in Amount best, double low, double high, double level, out FigureFacts facts)
    {
        facts = FactsOf.Interval(best.Value, low, high, level, best.IsShare) with { Unit = best.Unit, IsFraction = best.Fraction is not null };
        return Math.Max(Math.Abs(low), Math.Abs(high)) <= FigureLimits.Magnitude
            || cursor.Fail(best.Start, cursor.Position, AmountSyntax.TooLarge);
    }

    private static int EndOfAny(in PhraseCursor cursor, string[] choices)
    {
        var end = -1;
        foreach (var choice in choices)
            end = Math.Max(end, cursor.EndOf(choice));
        return end;
    }
}
