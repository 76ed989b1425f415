namespace Reconcile.Figures;

/// <summary>One number, share or vague word inside a phrase, without its hedge.</summary>
internal static class AmountSyntax
{
    /// <summary>What would be right in place of what is no amount.</summary>
    public const string Examples =
        "a figure is a number in digits or words, with or without a hedge such as about, and without currency or unit: 400, 1.5 million, three hundred, 25 % or several hundred";

    public const string TooLarge = "numbers up to 1,000,000,000,000,000 (1e15) are understood";

    public static bool TryRead(ref PhraseCursor cursor, out Amount amount)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        var isNegative = TryReadSign(ref cursor);
        if (DigitSyntax.Starts(cursor) ? !TryReadDigits(ref cursor, out amount) : !TryReadWords(ref cursor, isNegative, out amount))
            return cursor.Fail(start, cursor.Length, Examples);

        amount.Number = amount.Number with { IsNegative = isNegative };
        if (!amount.IsShare && !amount.Word.IsSaid && !TryReadShare(ref cursor, ref amount))
            return false;

        amount.Start = start;
        amount.End = cursor.Position;
        return Math.Abs(amount.Value) <= FigureLimits.Magnitude
            || cursor.Fail(start, cursor.Position, TooLarge);
    }

    private static bool TryReadSign(ref PhraseCursor cursor)
    {
        if (cursor.Current is not ('-' or '−'))
            return false;
        cursor.Position++;
        if (DigitSyntax.Starts(cursor))
            return true;
        cursor.Position--;
        return false;
    }

    private static bool TryReadDigits(ref PhraseCursor cursor, out Amount amount)
    {
        amount = default;
        if (!DigitSyntax.TryRead(ref cursor, out var number))
            return false;

        amount = Amount.Of(number);
        if (NumberWords.ScaleLetter(cursor.Letters()) is > 0 and var letters)
        {
            amount = amount.Scaled(letters);
            cursor.Position += cursor.Letters().Length;
            return true;
        }

        if (TryReadPart(ref cursor, ref amount))
            return true;

        TryReadHalf(ref cursor, ref amount);
        ReadScales(ref cursor, ref amount);
        return true;
    }

    private static bool TryReadWords(ref PhraseCursor cursor, bool isNegative, out Amount amount)
    {
        amount = default;
        if (isNegative)
            return false;
        if (cursor.TryRead("zero") || cursor.TryRead("none") || cursor.TryRead("no") || cursor.TryRead("nil"))
            return true;
        if (VagueSyntax.TryRead(ref cursor, out var word))
        {
            amount.Word = word;
            return true;
        }

        if (TryReadHalfOf(ref cursor, ref amount) || TryReadOneOf(ref cursor, ref amount))
            return true;
        if (!CardinalSyntax.TryRead(ref cursor, out amount))
            return false;

        if (amount.Scale == 0 && TryReadPart(ref cursor, ref amount))
            return true;

        if (TryReadHalf(ref cursor, ref amount))
            ReadScales(ref cursor, ref amount);
        else
            TryReadDozens(ref cursor, ref amount);
        return true;
    }

    /// <summary>Reads "half a million", "half a dozen", "a half million"; or the share "half", "a half".</summary>
    private static bool TryReadHalfOf(ref PhraseCursor cursor, ref Amount amount)
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
        ReadScales(ref cursor, ref half);
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
    private static bool TryReadOneOf(ref PhraseCursor cursor, ref Amount amount)
    {
        var start = cursor.Position;
        if (!cursor.TryRead("a"))
            return false;

        var one = Amount.Of(DecimalNumber.Whole(1));
        if (!TryReadPart(ref cursor, ref one) && !TryReadDozens(ref cursor, ref one))
        {
            cursor.Position = start;
            return false;
        }

        amount = one;
        return true;
    }

    /// <summary>Reads the denominator of "two thirds", "three-quarters"; with "of a million" the part is a number.</summary>
    private static bool TryReadPart(ref PhraseCursor cursor, ref Amount amount)
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
        if (parts == 4 && TryReadOfScale(ref cursor, out var scale))
            amount = Amount.Of(new DecimalNumber(false, (ulong)numerator * 25, -2, -2)).Scaled(scale);
        else
            amount = Amount.Part(numerator / parts);
        return true;
    }

    private static bool TryReadOfScale(ref PhraseCursor cursor, out int scale)
    {
        var start = cursor.Position;
        scale = 0;
        if (cursor.TryRead("of a"))
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
    private static bool TryReadHalf(ref PhraseCursor cursor, ref Amount amount)
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

    /// <summary>Reads scale words after a number: "million", "hundred thousand", "dozen".</summary>
    private static void ReadScales(ref PhraseCursor cursor, ref Amount amount)
    {
        if (TryReadDozens(ref cursor, ref amount))
            return;

        while (true)
        {
            var start = cursor.Position;
            cursor.SkipSpaces();
            var word = cursor.Letters();
            var scale = NumberWords.Scale(word) is > 0 and var named ? named : word is "bn" or "mn" ? NumberWords.ScaleLetter(word) : 0;
            if (scale == 0 || (amount.Scale > 0 && (amount.Scale != 2 || scale == 2)))
            {
                cursor.Position = start;
                return;
            }

            cursor.Position += word.Length;
            amount = Amount.Of(amount.Number.Shifted(scale), amount.Scale + scale, scale);
        }
    }

    private static bool TryReadDozens(ref PhraseCursor cursor, ref Amount amount)
    {
        var size = cursor.TryRead("dozen") ? 12u : cursor.TryRead("score") ? 20u : 0;
        if (size == 0)
            return false;
        amount = Amount.Of(amount.Number.Times(size));
        amount.IsApproximate = true;
        amount.Pack = size;
        return true;
    }

    /// <summary>Reads what makes a number a share: "%", "in ten", "out of ten", "of 10".</summary>
    private static bool TryReadShare(ref PhraseCursor cursor, ref Amount amount)
    {
        if (TryReadPercent(ref cursor))
        {
            amount = amount.InPercent();
            return true;
        }

        var end = cursor.Position;
        cursor.SkipSpaces();
        var start = cursor.Position;
        cursor.Position = end;
        if (!cursor.TryRead("in") && !cursor.TryRead("out of") && !TryReadOfNumber(ref cursor, amount))
            return true;

        cursor.TryRead("every");
        cursor.SkipSpaces();
        if (!TryReadPlain(ref cursor, out var whole))
        {
            return cursor.Fail(start, cursor.Length, "the whole is missing; write a share such as one in ten, 3 out of 10 or 30 %");
        }

        if (!(whole > 0) || amount.Value > whole || amount.Value < 0)
            return cursor.Fail(start, cursor.Position, "a part cannot exceed its whole; write a share such as one in ten");

        amount.Fraction = amount.Value / whole;
        return true;
    }

    /// <summary>Whether a number in digits or words comes next, apart from an article.</summary>
    public static bool StartsNumber(PhraseCursor cursor) => DigitSyntax.Starts(cursor) || NumberWords.IsNumber(cursor.Letters());

    /// <summary>Reads the "of" in "3 of 4".</summary>
    private static bool TryReadOfNumber(ref PhraseCursor cursor, in Amount amount)
    {
        var start = cursor.Position;
        var isWhole = amount.Pack == 0 && amount.Number.Value == Math.Floor(amount.Number.Value);
        if (isWhole && cursor.TryRead("of"))
        {
            cursor.SkipSpaces();
            if (StartsNumber(cursor))
                return true;
        }

        cursor.Position = start;
        return false;
    }

    public static bool TryReadPercent(ref PhraseCursor cursor) =>
        cursor.TryRead('%') || cursor.TryRead("percent") || cursor.TryRead("per cent") || cursor.TryRead("pct");

    private static bool TryReadPlain(ref PhraseCursor cursor, out double value)
    {
        value = 0;
        if (DigitSyntax.Starts(cursor))
        {
            if (!DigitSyntax.TryRead(ref cursor, out var number))
                return false;
            var whole = Amount.Of(number);
            ReadScales(ref cursor, ref whole);
            value = whole.Value;
            return true;
        }

        var found = CardinalSyntax.TryRead(ref cursor, out var amount);
        value = amount.Value;
        return found;
    }
}
