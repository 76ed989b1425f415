namespace Reconcile.Figures;

/// <summary>The hedges of a phrase, before and after its number, and the figure that they make of it.</summary>
internal struct HedgedPhrase
{
    private HedgePhrase _bound;
    private HedgePhrase _soft;
    private int _start;
    private int _end;

    /// <summary>Whether the hedge only blurs: about, some, roughly; or there is none.</summary>
    public readonly bool OnlyBlurs => _bound.Words is null && (_soft.Words is null || _soft.Hedge == Hedge.About);

    /// <summary>Whether a hedge before the number bounds it from below: at least, over.</summary>
    public readonly bool IsFloor => _bound.Hedge == Hedge.AtLeast;

    /// <summary>Whether a hedge before the number bounds it from above: at most, under.</summary>
    public readonly bool IsCeiling => _bound.Hedge == Hedge.AtMost;

    /// <summary>Reads "at least", "about", "at least about".</summary>
    public void ReadBefore(ref PhraseCursor cursor)
    {
        cursor.SkipSpaces();
        _start = cursor.Position;
        if (HedgePhrases.TryReadBefore(ref cursor, out var first))
        {
            _end = cursor.Position;
            Keep(first);
            var second = cursor.Position;
            if (IsBound(first) && HedgePhrases.TryReadBefore(ref cursor, out var inner))
            {
                if (inner.Hedge == Hedge.About)
                    Keep(inner);
                else
                    cursor.Position = second;
            }
        }
    }

    /// <summary>Reads "or so", "or more", "+" and holds it against what was said before the number.</summary>
    public bool TryReadAfter(ref PhraseCursor cursor)
    {
        cursor.SkipSpaces();
        var start = cursor.Position;
        if (!HedgePhrases.TryReadAfter(ref cursor, out var after))
            return true;

        var fits = IsBound(after)
            ? OnlyBlurs || _bound.Hedge == after.Hedge
            : _soft.Words is null || _soft.Hedge == Hedge.About;
        if (!fits)
            return cursor.Fail(start, cursor.Position, "it contradicts the hedge before the number; keep one of them");
        if (IsBound(after) ? _bound.Words is null : _soft.Words is null)
        {
            Keep(after);
            (_start, _end) = (start, cursor.Position);
        }

        return true;
    }

    /// <summary>Refuses a hedge that does not go with a range or an interval.</summary>
    public readonly bool TryBlur(ref PhraseCursor cursor) =>
        OnlyBlurs
        || cursor.Fail(_start, _end, "this does not go with a range; write the range alone, such as 300–600, or one bound, such as at least 300");

    /// <summary>The figure of one amount.</summary>
    public readonly bool TryHedge(ref PhraseCursor cursor, in Amount amount, out FigureFacts facts)
    {
        facts = default;
        if (amount.Word.IsSaid)
            return TryHedgeWord(ref cursor, amount, out facts);
        if (amount.Value == 0 && !TryHedgeNone(ref cursor, amount))
            return false;

        var value = amount.Value;
        var hedge = _bound.Words is not null ? _bound : _soft;
        var isBlurred = amount.Fraction is not null || amount.IsApproximate;
        if (hedge.Hedge == Hedge.None && isBlurred)
            hedge = new HedgePhrase("", Hedge.About, HedgeWord.About);
        var kind = KindOf(hedge.Hedge, FigureKind.Point);
        facts = new FigureFacts
        {
            Kind = kind,
            Hedge = hedge.Hedge,
            HedgeWord = hedge.Word,
            IsShare = amount.IsShare,
            IsFraction = amount.Fraction is not null,
            Value = kind == FigureKind.Point ? value : null,
            Low = kind == FigureKind.Floor ? value : null,
            High = kind == FigureKind.Ceiling ? value : null,
            Unit = amount.Unit,
        };
        return true;
    }

    /// <summary>Refuses what says of none that there were some, or that it is not sure.</summary>
    private readonly bool TryHedgeNone(ref PhraseCursor cursor, in Amount amount)
    {
        var advice = (_bound.Words is null ? _soft.Hedge : _bound.Hedge) switch
        {
            Hedge.Nearly => amount.IsShare ? "what is nearly none is not none; write a bound such as less than 1 %" : "what is nearly none is not none; write a few, or a bound such as at most 5",
            Hedge.JustOver => "what is more than none has a least size; write a bound such as " + (amount.IsShare ? "at least 1 %" : "at least 1"),
            Hedge.AtLeast when amount.IsNone => "what is more than none is at least 1; write that",
            Hedge.AtMost when amount.IsNone => "what has an upper end has a number there; write none alone, or a bound such as at most 5",
            Hedge.About when amount.IsNone => "it is not clear whether there were any; write none, or a few",
            _ => null,
        };
        return advice is null || cursor.Fail(_start, Math.Max(_end, amount.End), advice);
    }

    private readonly bool TryHedgeWord(ref PhraseCursor cursor, in Amount amount, out FigureFacts facts)
    {
        facts = new FigureFacts
        {
            Kind = KindOf(_bound.Hedge, FigureKind.Range),
            Hedge = _bound.Words is null ? Hedge.Words : _bound.Hedge,
            HedgeWord = _bound.Word,
            Word = amount.Word,
            Unit = amount.Unit,
        };
        return _soft.Words is null || _soft.Hedge == Hedge.About
            || cursor.Fail(_start, _end, "this does not go with a word that names no number; write the word alone, such as several hundred");
    }

    private void Keep(in HedgePhrase phrase)
    {
        if (IsBound(phrase))
            _bound = phrase;
        else
            _soft = phrase;
    }

    private static FigureKind KindOf(Hedge hedge, FigureKind otherwise) => hedge switch
    {
        Hedge.AtLeast => FigureKind.Floor,
        Hedge.AtMost => FigureKind.Ceiling,
        _ => otherwise,
    };

    private static bool IsBound(in HedgePhrase phrase) => phrase.Hedge is Hedge.AtLeast or Hedge.AtMost;
}
