namespace Reconcile.Figures;

/// <summary>Ranges: between 300 and 600, 300–600, 1–2 million, two or three, more than 300 but less than 600, 100 to 300, probably at the low end.</summary>
internal static class RangeSyntax
{
    /// <summary>From here on a number without a scale word is taken as written in full: "900,000 to 1.2 million".</summary>
    public const double WrittenInFull = 1000;

    public const int Hundred = 2;
    private const int Thousand = 3;

    /// <summary>The words that may stand before the first end.</summary>
    public static string[] Openings { get; } = ["between", "from", "somewhere between", "anywhere between", "anywhere from", "ranging from", "ranging between"];

    /// <summary>Reads "between" or "from" and says which word must stand between the ends.</summary>
    public static bool TryReadOpening(ref PhraseCursor cursor, out string separator)
    {
        var start = cursor.Position;
        var isRanging = !cursor.TryRead("somewhere") && !cursor.TryRead("anywhere") && cursor.TryRead("ranging");
        separator = cursor.TryRead("between") ? "and" : cursor.TryRead("from") || isRanging ? "to" : "";
        if (separator.Length == 0)
            cursor.Position = start;
        return separator.Length > 0;
    }

    /// <summary>Reads both ends after "between" or "from".</summary>
    public static bool TryReadEnds(ref PhraseCursor cursor, in HedgedPhrase said, string separator, out FigureFacts facts)
    {
        facts = default;
        if (separator == "and" && TryReadEndsAroundFirstAnd(ref cursor, said, out facts))
            return true;
        if (!AmountSyntax.TryRead(ref cursor, out var low))
            return false;
        return cursor.TryRead(separator) || TryReadSeparator(ref cursor)
            ? TryReadUpper(ref cursor, said, low, out facts)
            : cursor.FailHere("the upper end is missing; write " + (separator == "and" ? "between 300 and 600" : "from 300 to 600"));
    }

    /// <summary>
    /// Of "between two hundred and three hundred" the first "and" stands between the ends; of "between one hundred and ten and two hundred", where another is left over, it belongs to the lower one.
    /// </summary>
    private static bool TryReadEndsAroundFirstAnd(ref PhraseCursor cursor, in HedgedPhrase said, out FigureFacts facts)
    {
        facts = default;
        var ahead = cursor;
        ahead.StopsAtAnd = true;
        if (!AmountSyntax.TryRead(ref ahead, out var low) || !ahead.TryRead("and"))
            return false;
        ahead.StopsAtAnd = false;
        if (!TryReadUpper(ref ahead, said, low, out facts))
            return false;
        var rest = ahead;
        if (rest.TryRead("and"))
            return false;
        cursor = ahead;
        return true;
    }

    /// <summary>Reads a dash or "to"; the dash of "400-ish" is none.</summary>
    public static bool TryReadSeparator(ref PhraseCursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TryRead('–') || cursor.TryRead('−') || (cursor.TryRead('-') && cursor.Current != 'i'))
            return true;
        cursor.Position = start;
        return cursor.TryRead("to");
    }

    /// <summary>Reads the upper end and what may follow a range.</summary>
    public static bool TryReadUpper(ref PhraseCursor cursor, HedgedPhrase said, Amount low, out FigureFacts facts)
    {
        facts = default;
        if (cursor.AtEnd())
            return cursor.FailHere("the upper end is missing; write a range such as 300–600");
        if (!AmountSyntax.TryRead(ref cursor, out var high) || !TryAlign(ref cursor, ref low, ref high))
            return false;

        if (low.IsShare)
            cursor.TryRead("of");
        PlainWords.TryReadAfter(ref cursor);
        if (!said.TryReadAfter(ref cursor) || !said.TryBlur(ref cursor))
            return false;
        if (IntervalSyntax.StartsBest(ref cursor))
            return IntervalSyntax.TryReadBest(ref cursor, low, high, out facts);
        if (!LeanSyntax.TryRead(ref cursor, out var lean))
            return false;

        facts = Between(low, high) with { Lean = lean };
        return true;
    }

    /// <summary>Reads "but less than" after a floor, as in "more than 1,000 but less than 2,000".</summary>
    public static bool TryReadCeiling(ref PhraseCursor cursor)
    {
        var ahead = cursor;
        ahead.TryRead(',');
        if (!ahead.TryRead("but"))
            ahead.TryRead("and");
        var said = new HedgedPhrase();
        said.ReadBefore(ref ahead);
        if (said.IsCeiling)
            cursor = ahead;
        return said.IsCeiling;
    }

    /// <summary>Reads the number of that ceiling.</summary>
    public static bool TryReadBelowCeiling(ref PhraseCursor cursor, Amount low, out FigureFacts facts)
    {
        facts = default;
        if (!AmountSyntax.TryRead(ref cursor, out var high) || !TryAlign(ref cursor, ref low, ref high))
            return false;
        facts = Between(low, high);
        return true;
    }

    private static FigureFacts Between(in Amount low, in Amount high) => new()
    {
        Kind = FigureKind.Range,
        Hedge = Hedge.Between,
        IsShare = low.IsShare,
        IsFraction = low.Fraction is not null,
        Low = low.Value,
        High = high.Value,
        Unit = Math.Min(low.Unit, high.Unit),
    };

    /// <summary>Gives both ends one scale and one sign of per cent, and refuses ends that have none or are in the wrong order.</summary>
    public static bool TryAlign(ref PhraseCursor cursor, ref Amount low, ref Amount high)
    {
        var (start, end) = (low.Start, high.End);
        if (low.Word.IsSaid || high.Word.IsSaid)
            return cursor.Fail(start, end, "a range needs numbers at both ends, such as 300–600");
        if (low is { Largest: <= Hundred, Pack: 0, IsShare: false } && high.Largest > low.Largest && !TryShareScale(ref cursor, ref low, high))
            return false;
        if (high.Pack > 0 && low is { Pack: 0, Scale: 0, IsShare: false } && !TrySharePack(ref cursor, ref low, high))
            return false;
        if (high.IsPercent && !low.IsShare)
            low = low.InPercent();
        if (low.IsShare != high.IsShare)
            return cursor.Fail(start, end, "one end is a share and the other is not; write both alike, such as 10–13 %");
        if (!(low.Value <= high.Value))
            return cursor.Fail(start, end, "the upper end is below the lower end; write the lower end first, such as 300–600");

        // The scale of the upper end may have made it larger than what was read.
        return Math.Abs(low.Value) <= FigureLimits.Magnitude || cursor.Fail(start, end, AmountSyntax.TooLarge);
    }

    /// <summary>
    /// "1–2 million" are millions both, and "two to three hundred and fifty" are hundreds: a lower end below what stands before the scale word of the upper end
    /// has that scale; "500 to 1 million" may mean anything. None is none of any size.
    /// </summary>
    private static bool TryShareScale(ref PhraseCursor cursor, ref Amount low, in Amount high)
    {
        var value = low.Number.Value;
        if (value == 0)
            return true;
        var isHundreds = value is >= 100 and < WrittenInFull;

        // "Two to three hundred thousand" leaves out both words, "two hundred to three hundred thousand" the last alone.
        var (scale, before) = high.IsCompound || isHundreds ? (high.Largest, high.Multiplier) : (high.Scale, high.Number.Shifted(-high.Scale).Value);
        var isOneOfTwo = high is { IsCompound: true, Largest: > Hundred, Multiplier: >= 100 } && value < 100;
        if (value < before && !isOneOfTwo)
            low = low.Scaled(scale);
        else if (scale > Hundred && value < WrittenInFull && !(scale == Thousand && (low.Largest == Hundred || IsTooLargeInThousands(low, high))))
            return cursor.Fail(
                low.Start, high.End, "it is not clear how large the lower end is; write both ends in full, such as 500,000 to 1,000,000");
        return true;
    }

    /// <summary>Of "500 to one thousand two hundred" the lower end cannot be 500,000.</summary>
    private static bool IsTooLargeInThousands(in Amount low, in Amount high) => high.IsCompound && low.Number.Shifted(Thousand).Value > high.Value;

    /// <summary>"2–3 dozen" are dozens both; "20 to 3 dozen" may mean anything.</summary>
    private static bool TrySharePack(ref PhraseCursor cursor, ref Amount low, in Amount high)
    {
        if (!(low.Number.Value < high.Number.Value / high.Pack))
            return cursor.Fail(low.Start, high.End, "it is not clear how large the lower end is; write both ends in digits, such as 20–36");
        var (start, end) = (low.Start, low.End);
        low = Amount.Of(low.Number.Times(high.Pack));
        (low.Start, low.End, low.IsApproximate, low.Pack) = (start, end, true, high.Pack);
        return true;
    }
}
