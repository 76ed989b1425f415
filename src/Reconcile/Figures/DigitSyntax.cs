namespace Reconcile.Figures;

/// <summary>Numbers in digits: 4,000 · 4 000 · 3.25 · 1E-07.</summary>
internal static class DigitSyntax
{
    /// <summary>More digits than a double holds: further ones change no value.</summary>
    private const int KeptDigits = 17;

    private const int LongestExponent = 3;

    /// <summary>Whether digits come next, with or without a decimal point before them.</summary>
    public static bool Starts(in PhraseCursor cursor) =>
        char.IsAsciiDigit(cursor.Current) || (cursor.Current == '.' && char.IsAsciiDigit(cursor.At(cursor.Position + 1)));

    /// <summary>Reads digits that <see cref="Starts"/> has seen.</summary>
    public static bool TryRead(ref PhraseCursor cursor, out DecimalNumber number)
    {
        var start = cursor.Position;
        number = default;
        var digits = default(Digits);
        if (!TryReadWhole(ref cursor, ref digits))
            return false;

        var wholeEnd = cursor.Position;
        if (cursor.Current == '.' && char.IsAsciiDigit(cursor.At(cursor.Position + 1)))
        {
            cursor.Position++;
            digits.HasPoint = true;
            ReadRun(ref cursor, ref digits);
            if (IsGroupOrDecimals(cursor, start, wholeEnd) || cursor.Current is '.' or ',' && char.IsAsciiDigit(cursor.At(cursor.Position + 1)))
                return Fail(ref cursor, start, "a point separates decimals here and a comma thousands; write four thousand as 4,000 and four and a half as 4.5");
        }

        var exponent = ReadExponent(ref cursor);
        number = digits.ToNumber(exponent);
        return true;
    }

    private static bool TryReadWhole(ref PhraseCursor cursor, ref Digits digits)
    {
        var start = cursor.Position;
        var startsWithZero = cursor.Current == '0';
        var first = ReadRun(ref cursor, ref digits);
        var separator = cursor.Current;
        if (separator is not (',' or ' ' or '\'') || !char.IsAsciiDigit(cursor.At(cursor.Position + 1)))
            return true;

        while (cursor.Current == separator && char.IsAsciiDigit(cursor.At(cursor.Position + 1)))
        {
            cursor.Position++;
            if (ReadRun(ref cursor, ref digits) != 3 || first is 0 or > 3 || startsWithZero)
            {
                return Fail(ref cursor, start, separator == ','
                    ? "a comma separates groups of three digits, as in 4,000; decimals follow a point, as in 4.5"
                    : "digits fall into groups of three, as in 4,000; two numbers of a range need a dash between them, as in 300–600");
            }
        }

        return cursor.Current is not (',' or '\'') || !char.IsAsciiDigit(cursor.At(cursor.Position + 1))
            || Fail(ref cursor, start, "groups of digits have one kind of separator, as in 4,000,000");
    }

    /// <summary>Whether three zeros after a point may be thousands written the continental way: 4.000.</summary>
    private static bool IsGroupOrDecimals(in PhraseCursor cursor, int start, int wholeEnd) =>
        wholeEnd - start is >= 1 and <= 3
        && cursor.At(start) != '0'
        && cursor.Position - wholeEnd == 4
        && cursor.Slice(wholeEnd + 1, cursor.Position).SequenceEqual("000");

    private static int ReadRun(ref PhraseCursor cursor, ref Digits digits)
    {
        var start = cursor.Position;
        for (; char.IsAsciiDigit(cursor.Current); cursor.Position++)
            digits.Append(cursor.Current - '0');
        return cursor.Position - start;
    }

    private static int ReadExponent(ref PhraseCursor cursor)
    {
        if (cursor.Current != 'e')
            return 0;

        var i = cursor.Position + 1;
        var isNegative = cursor.At(i) is '-' or '−';
        if (isNegative || cursor.At(i) == '+')
            i++;
        var first = i;
        var exponent = 0;
        for (; char.IsAsciiDigit(cursor.At(i)) && i - first <= LongestExponent; i++)
            exponent = exponent * 10 + (cursor.At(i) - '0');
        if (i == first || i - first > LongestExponent)
            return 0;

        cursor.Position = i;
        return isNegative ? -exponent : exponent;
    }

    private static bool Fail(ref PhraseCursor cursor, int start, string advice)
    {
        while (char.IsAsciiDigit(cursor.Current) || cursor.Current is ',' or '.' or '\'')
            cursor.Position++;
        return cursor.Fail(start, cursor.Position, advice);
    }

    /// <summary>Collects digits.</summary>
    private struct Digits
    {
        public bool HasPoint;
        private ulong _mantissa;
        private int _kept;
        private int _exponent;
        private int _lastExponent;

        public void Append(int digit)
        {
            _lastExponent -= HasPoint ? 1 : 0;
            if (_kept == KeptDigits)
            {
                _exponent += HasPoint ? 0 : 1;
                return;
            }

            _mantissa = _mantissa * 10 + (ulong)digit;
            _kept += _mantissa == 0 ? 0 : 1;
            _exponent -= HasPoint ? 1 : 0;
        }

        public readonly DecimalNumber ToNumber(int exponent)
        {
            var whole = DecimalNumber.Whole(_mantissa);
            var unit = exponent + (HasPoint ? _lastExponent : _mantissa == 0 ? 0 : whole.UnitExponent + _exponent);

            // The exponent of a zero says nothing about its size, and must not make its last digit a huge one.
            return new DecimalNumber(false, whole.Mantissa, whole.Exponent + _exponent + exponent, _mantissa == 0 ? Math.Min(unit, 0) : unit);
        }
    }
}
