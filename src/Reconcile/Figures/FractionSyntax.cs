namespace Reconcile.Figures;

/// <summary>Parts of a whole and of a scale: a third, half a million, two and a half, ½, 1/3, 2½ million.</summary>
internal static class FractionSyntax
{
    private const uint LargestDenominator = 10;

    /// <summary>A mixed number has a whole below this: more digits would be lost.</summary>
    private const double LargestWhole = 1e12;

    /// <summary>Reads ½, ¼, ¾, ⅓ or ⅔ alone; ½ million is a number.</summary>
    public static bool TryReadSign(ref PhraseCursor cursor, ref Amount amount)
    {
        if (Sign(cursor.Current) is not { Denominator: > 0 } sign)
            return false;
        cursor.Position++;
        amount = PartOrNumber(ref cursor, sign.Numerator, sign.Denominator);
        return true;
    }

    /// <summary>Reads the rest of 1/3 after its numerator; 1/2 million is a number.</summary>
    public static bool TryReadDenominator(ref PhraseCursor cursor, ref Amount amount)
    {
        var numerator = amount.Number.Value;
        var start = cursor.Position;
        if (cursor.Current != '/')
            return false;

        cursor.Position++;
        uint denominator = 0;
        for (; char.IsAsciiDigit(cursor.Current) && denominator <= LargestDenominator; cursor.Position++)
            denominator = denominator * 10 + (uint)(cursor.Current - '0');
        if (denominator is < 2 or > LargestDenominator || numerator is not >= 1 || numerator > denominator || numerator != Math.Floor(numerator) || char.IsAsciiDigit(cursor.Current) || cursor.Current is '/' or '.' or ',')
        {
            cursor.Position = start;
            return false;
        }

        amount = PartOrNumber(ref cursor, (uint)numerator, denominator);
        return true;
    }

    /// <summary>Reads the half of 2½.</summary>
    public static bool TryReadMixed(ref PhraseCursor cursor, ref Amount amount)
    {
        var whole = amount.Number.Value;
        if (Sign(cursor.NextAfterSpaces()) is not { Denominator: 2 or 4 } sign || amount.Number.UnitExponent < 0 || whole is not >= 1 or > LargestWhole)
            return false;
        cursor.SkipSpaces();
        cursor.Position++;
        var part = Decimals(sign.Numerator, sign.Denominator);
        amount = Amount.Of(part with { Mantissa = (ulong)whole * (ulong)DecimalNumber.PowerOfTen(-part.Exponent) + part.Mantissa });
        return true;
    }

    /// <summary>Reads "half a million", "half a dozen", "a half million"; or the share "half", "a half".</summary>
    public static bool TryReadHalfOf(ref PhraseCursor cursor, ref Amount amount)
    {
        if (!cursor.TryRead("half") && !cursor.TryRead("a half"))
            return false;

        var half = Amount.Of(new DecimalNumber(false, 5, -1, -1));
        var afterHalf = cursor.Position;
        if (cursor.Current == '-')
            cursor.Position++;
        else if (!cursor.TryRead("a"))
            cursor.SkipSpaces();
        var start = cursor.Position;
        AmountSyntax.ReadScales(ref cursor, ref half);
        if (cursor.Position > start)
        {
            amount = half;
            return true;
        }

        cursor.Position = afterHalf;
        amount = Amount.Part(0.5);
        return true;
    }

    /// <summary>Reads "a third", "a quarter of a million", "a dozen", "a score".</summary>
    public static bool TryReadOneOf(ref PhraseCursor cursor, ref Amount amount)
    {
        var start = cursor.Position;
        if (!cursor.TryRead("a"))
            return false;

        var one = Amount.Of(DecimalNumber.Whole(1));
        if (!TryReadPart(ref cursor, ref one) && !AmountSyntax.TryReadDozens(ref cursor, ref one))
        {
            cursor.Position = start;
            return false;
        }

        amount = one;
        return true;
    }

    /// <summary>Reads the denominator of "two thirds", "three-quarters"; a quarter of a million is a number.</summary>
    public static bool TryReadPart(ref PhraseCursor cursor, ref Amount amount)
    {
        var start = cursor.Position;
        if (cursor.Current == '-')
            cursor.Position++;
        else
            cursor.SkipSpaces();

        var word = cursor.Letters();
        var parts = NumberWords.Part(word);
        var numerator = amount.Number.Value;
        if (parts == 0 || numerator > parts || numerator != Math.Floor(numerator))
        {
            cursor.Position = start;
            return false;
        }

        cursor.Position += word.Length;
        if (parts == 4 && TryReadOfScale(ref cursor, allowBare: word is "quarter", out var scale))
            amount = Amount.Of(new DecimalNumber(false, (ulong)numerator * 25, -2, -2)).Scaled(scale);
        else
            amount = Amount.Part(numerator / parts);
        return true;
    }

    /// <summary>Reads the rest of "a quarter of a million", "a quarter million".</summary>
    private static bool TryReadOfScale(ref PhraseCursor cursor, bool allowBare, out int scale)
    {
        var start = cursor.Position;
        scale = 0;
        var isHyphen = allowBare && cursor.Current == '-';
        if (isHyphen)
            cursor.Position++;
        if (isHyphen || cursor.TryRead("of a") || allowBare)
        {
            cursor.SkipSpaces();
            var word = cursor.Letters();
            scale = NumberWords.Scale(word);
            cursor.Position += word.Length;
        }

        if (scale == 0)
            cursor.Position = start;
        return scale > 0;
    }

    /// <summary>Reads "and a half" after "two", or after "two million", where it is half a million.</summary>
    public static bool TryReadHalf(ref PhraseCursor cursor, ref Amount amount)
    {
        var number = amount.Number;
        var isWhole = number.Exponent - amount.Scale is >= 0 and < 3;
        var canHalve = isWhole && (amount.Scale == 0 ? number.Value < 100 : amount.Scale >= 6);
        if (!canHalve || !cursor.TryRead("and a half"))
            return false;

        var doubled = (ulong)Math.Round(number.Value / DecimalNumber.PowerOfTen(amount.Scale)) * 10 + 5;
        amount = Amount.Of(new DecimalNumber(false, doubled, -1, -1).Shifted(amount.Scale), amount.Scale, amount.Largest);
        return true;
    }

    private static Amount PartOrNumber(ref PhraseCursor cursor, uint numerator, uint denominator)
    {
        if (denominator is 2 or 4)
        {
            var start = cursor.Position;
            var number = Amount.Of(Decimals(numerator, denominator));
            AmountSyntax.ReadScales(ref cursor, ref number);
            if (cursor.Position > start)
                return number;
        }

        return Amount.Part((double)numerator / denominator);
    }

    /// <summary>Halves as tenths, quarters as hundredths.</summary>
    private static DecimalNumber Decimals(uint numerator, uint denominator) =>
        denominator == 2 ? new DecimalNumber(false, numerator * 5, -1, -1) : new DecimalNumber(false, numerator * 25, -2, -2);

    private static (uint Numerator, uint Denominator) Sign(char sign) => sign switch
    {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        _ => default,
    };
}
