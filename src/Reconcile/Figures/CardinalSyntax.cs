namespace Reconcile.Figures;

/// <summary>Numbers in words: three hundred, twenty-five, four hundred and fifty, a thousand.</summary>
internal static class CardinalSyntax
{
    private enum Last
    {
        Nothing,
        Unit,
        Teen,
        Tens,
        Hundred,
        Scale,
    }

    /// <summary>Reads the longest number in words that comes next; false, without an error, if none does.</summary>
    public static bool TryRead(ref PhraseCursor cursor, out Amount amount)
    {
        var number = default(Sum);
        while (TryReadNext(ref cursor, ref number))
        {
        }

        amount = Amount.Of(DecimalNumber.Whole(number.Value), number.IsCompound ? 0 : number.TrailingScale, number.LargestScale);
        return number.Last != Last.Nothing;
    }

    private static bool TryReadNext(ref PhraseCursor cursor, ref Sum number)
    {
        var start = cursor.Position;
        var isHyphen = number.Last != Last.Nothing && cursor.Current == '-';
        if (isHyphen)
            cursor.Position++;
        else
            cursor.SkipSpaces();

        var hasAnd = !isHyphen && !cursor.StopsAtAnd && number.Last is Last.Hundred or Last.Scale && cursor.TryRead("and");
        cursor.SkipSpaces();
        var word = cursor.Letters();
        if (TryAdd(ref cursor, ref number, word, isHyphen, hasAnd))
        {
            cursor.Position += word.Length;
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static bool TryAdd(ref PhraseCursor cursor, ref Sum number, ReadOnlySpan<char> word, bool isHyphen, bool hasAnd)
    {
        if (NumberWords.Scale(word) is > 0 and var scale)
            return !hasAnd && number.TryScale(scale);
        if (NumberWords.Small(word) is > 0 and var small)
            return (!isHyphen || number.Last == Last.Tens) && number.TryAddSmall(small);
        if (NumberWords.Tens(word) is > 0 and var tens)
            return !isHyphen && number.TryAddTens(tens);
        return word is "a" or "an" && number.Last == Last.Nothing && IsBeforeScale(cursor, word.Length) && number.TryAddSmall(1);
    }

    private static bool IsBeforeScale(PhraseCursor cursor, int articleLength)
    {
        cursor.Position += articleLength;
        cursor.SkipSpaces();
        return NumberWords.Scale(cursor.Letters()) > 0;
    }

    /// <summary>The number so far: finished scales and the group that is being read.</summary>
    private struct Sum
    {
        public Last Last;
        public int TrailingScale;
        public int LargestScale;
        public bool IsCompound;
        private ulong _total;
        private ulong _group;
        private int _lastScale;

        public readonly ulong Value => _total + _group;

        public bool TryAddSmall(uint value)
        {
            var fits = value < 10 ? Last is not (Last.Unit or Last.Teen) : Last is Last.Nothing or Last.Hundred or Last.Scale;
            return fits && Add(value, value < 10 ? Last.Unit : Last.Teen);
        }

        public bool TryAddTens(uint value) => Last is Last.Nothing or Last.Hundred or Last.Scale && Add(value, Last.Tens);

        public bool TryScale(int scale)
        {
            if (scale == 2)
            {
                if (Last is not (Last.Unit or Last.Teen or Last.Tens) || _group > 99)
                    return false;
                _group *= 100;
                Last = Last.Hundred;
            }
            else
            {
                if (_group == 0 || (_lastScale != 0 && scale >= _lastScale))
                    return false;
                _total += _group * (ulong)DecimalNumber.PowerOfTen(scale);
                _group = 0;
                _lastScale = scale;
                Last = Last.Scale;
            }

            TrailingScale += scale;
            LargestScale = Math.Max(LargestScale, scale);
            return true;
        }

        private bool Add(uint value, Last last)
        {
            IsCompound |= Last is Last.Hundred or Last.Scale;
            _group += value;
            Last = last;
            return true;
        }
    }
}
