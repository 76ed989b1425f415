namespace Reconcile.Figures;

/// <summary>One number, share or vague word inside a phrase, without its hedge.</summary>
internal static class AmountSyntax
{
    /// <summary>What would be right in place of what is no amount.</summary>
    public const string Examples =
        "a figure is a number in digits or words, with or without a hedge such as about, and without currency or unit: 400, 1.5 million, three hundred, 25 % or several hundred";

    public const string TooLarge = "numbers up to 1,000,000,000,000,000 (1e15) are understood";

    private static readonly string[] None = ["none", "no", "nil", "nobody"];
    private static readonly string[] NotOne = ["not one", "no one", "no-one", "not a single", "not a single one"];
    private static readonly string[] Single = ["a single", "a single one"];

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

        if (FractionSyntax.TryReadDenominator(ref cursor, ref amount) || FractionSyntax.TryReadPart(ref cursor, ref amount))
            return true;

        if (!FractionSyntax.TryReadMixed(ref cursor, ref amount))
            FractionSyntax.TryReadHalf(ref cursor, ref amount);
        ReadScales(ref cursor, ref amount);
        return true;
    }

    private static bool TryReadWords(ref PhraseCursor cursor, bool isNegative, out Amount amount)
    {
        amount = default;
        if (isNegative)
            return false;
        if (cursor.TryRead("zero") || TryReadNone(ref cursor, ref amount))
            return true;
        if (VagueSyntax.TryRead(ref cursor, out var word))
        {
            amount.Word = word;
            return true;
        }

        if (TryReadSingle(ref cursor, Single))
        {
            amount = Amount.Of(DecimalNumber.Whole(1));
            return true;
        }

        if (FractionSyntax.TryReadSign(ref cursor, ref amount) || FractionSyntax.TryReadHalfOf(ref cursor, ref amount) || FractionSyntax.TryReadOneOf(ref cursor, ref amount))
            return true;
        if (!CardinalSyntax.TryRead(ref cursor, out amount))
            return false;

        if (amount.Scale == 0 && FractionSyntax.TryReadPart(ref cursor, ref amount))
            return true;

        if (FractionSyntax.TryReadHalf(ref cursor, ref amount))
            ReadScales(ref cursor, ref amount);
        else
            TryReadDozens(ref cursor, ref amount);
        return true;
    }

    private static bool TryReadNone(ref PhraseCursor cursor, ref Amount amount)
    {
        amount.IsNone = TryReadSingle(ref cursor, NotOne) || cursor.TryReadLongest(None);
        return amount.IsNone;
    }

    /// <summary>Reads "a single" or "not one", but not that of "not one hundred" and "not one in ten", which say something else.</summary>
    private static bool TryReadSingle(ref PhraseCursor cursor, string[] phrases)
    {
        var start = cursor.Position;
        if (!cursor.TryReadLongest(phrases))
            return false;

        var ahead = cursor;
        ahead.SkipSpaces();
        var next = ahead.Letters();
        if (next is not ("in" or "out" or "per") && NumberWords.SingularScale(next) == 0 && NumberWords.Part(next) == 0 && ahead.Current is not ('-' or '%'))
            return true;
        cursor.Position = start;
        return false;
    }

    /// <summary>Reads scale words after a number: "million", "hundred thousand", "dozen".</summary>
    public static void ReadScales(ref PhraseCursor cursor, ref Amount amount)
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

    public static bool TryReadDozens(ref PhraseCursor cursor, ref Amount amount)
    {
        var size = cursor.TryRead("dozen") ? 12u : cursor.TryRead("score") ? 20u : 0;
        if (size == 0)
            return false;
        amount = Amount.Of(amount.Number.Times(size));
        amount.IsApproximate = true;
        amount.Pack = size;
        return true;
    }

    /// <summary>Reads what makes a number a share: "%", "in ten", "out of ten", "of 10", "per 1,000".</summary>
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
        if (PlainWords.StartsAfter(cursor))
            return true;
        if (!cursor.TryRead("in") && !cursor.TryRead("out of") && !TryReadBeforeNumber(ref cursor, amount, "of") && !TryReadBeforeNumber(ref cursor, amount, "per"))
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

    /// <summary>Reads the "of" in "3 of 4", the "per" in "2 per 1,000".</summary>
    private static bool TryReadBeforeNumber(ref PhraseCursor cursor, in Amount amount, string word)
    {
        var start = cursor.Position;
        var isWhole = amount.Pack == 0 && amount.Number.Value == Math.Floor(amount.Number.Value);
        if (isWhole && cursor.TryRead(word))
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
