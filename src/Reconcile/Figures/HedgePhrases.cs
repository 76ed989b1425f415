namespace Reconcile.Figures;

/// <summary>The words that hedge a number, each filed under the nearest <see cref="HedgeWord"/> that a survey covers.</summary>
internal static class HedgePhrases
{
    private static readonly HedgePhrase[] BeforeFigures =
    [
        new("exactly", Hedge.Exactly, HedgeWord.Exactly),
        new("precisely", Hedge.Exactly, HedgeWord.Precisely),

        new("about", Hedge.About, HedgeWord.About),
        new("some", Hedge.About, HedgeWord.About),
        new("estimated", Hedge.About, HedgeWord.About),
        new("an estimated", Hedge.About, HedgeWord.About),
        new("estimated at", Hedge.About, HedgeWord.About),
        new("perhaps", Hedge.About, HedgeWord.About),
        new("maybe", Hedge.About, HedgeWord.About),
        new("around", Hedge.About, HedgeWord.Around),
        new("in the region of", Hedge.About, HedgeWord.Around),
        new("on the order of", Hedge.About, HedgeWord.Around),
        new("in the order of", Hedge.About, HedgeWord.Around),
        new("of the order of", Hedge.About, HedgeWord.Around),
        new("roughly", Hedge.About, HedgeWord.Roughly),
        new("approximately", Hedge.About, HedgeWord.Approximately),
        new("approx", Hedge.About, HedgeWord.Approximately),
        new("approx.", Hedge.About, HedgeWord.Approximately),
        new("circa", Hedge.About, HedgeWord.Approximately),
        new("ca", Hedge.About, HedgeWord.Approximately),
        new("ca.", Hedge.About, HedgeWord.Approximately),
        new("c.", Hedge.About, HedgeWord.Approximately),
        new("~", Hedge.About, HedgeWord.Approximately),
        new("≈", Hedge.About, HedgeWord.Approximately),

        new("nearly", Hedge.Nearly, HedgeWord.Nearly),
        new("approaching", Hedge.Nearly, HedgeWord.Nearly),
        new("close to", Hedge.Nearly, HedgeWord.Nearly),
        new("just under", Hedge.Nearly, HedgeWord.Nearly),
        new("just below", Hedge.Nearly, HedgeWord.Nearly),
        new("slightly under", Hedge.Nearly, HedgeWord.Nearly),
        new("slightly less than", Hedge.Nearly, HedgeWord.Nearly),
        new("slightly fewer than", Hedge.Nearly, HedgeWord.Nearly),
        new("a little under", Hedge.Nearly, HedgeWord.Nearly),
        new("a little less than", Hedge.Nearly, HedgeWord.Nearly),
        new("almost", Hedge.Nearly, HedgeWord.Almost),

        new("just over", Hedge.JustOver, HedgeWord.Nearly),
        new("just above", Hedge.JustOver, HedgeWord.Nearly),
        new("slightly over", Hedge.JustOver, HedgeWord.Nearly),
        new("slightly more than", Hedge.JustOver, HedgeWord.Nearly),
        new("a little over", Hedge.JustOver, HedgeWord.Nearly),
        new("a little more than", Hedge.JustOver, HedgeWord.Nearly),

        new("at least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("at the least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("at the very least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("a minimum of", Hedge.AtLeast, HedgeWord.AtLeast),
        new("minimum of", Hedge.AtLeast, HedgeWord.AtLeast),
        new("minimum", Hedge.AtLeast, HedgeWord.AtLeast),
        new("min", Hedge.AtLeast, HedgeWord.AtLeast),
        new("min.", Hedge.AtLeast, HedgeWord.AtLeast),
        new("≥", Hedge.AtLeast, HedgeWord.AtLeast),
        new(">=", Hedge.AtLeast, HedgeWord.AtLeast),
        new("no less than", Hedge.AtLeast, HedgeWord.NoLessThan),
        new("no fewer than", Hedge.AtLeast, HedgeWord.NoLessThan),
        new("not less than", Hedge.AtLeast, HedgeWord.NoLessThan),
        new("not fewer than", Hedge.AtLeast, HedgeWord.NoLessThan),
        new("more than", Hedge.AtLeast, HedgeWord.Over),
        new("over", Hedge.AtLeast, HedgeWord.Over),
        new("well over", Hedge.AtLeast, HedgeWord.Over),
        new("well more than", Hedge.AtLeast, HedgeWord.Over),
        new("far more than", Hedge.AtLeast, HedgeWord.Over),
        new("upwards of", Hedge.AtLeast, HedgeWord.Over),
        new("upward of", Hedge.AtLeast, HedgeWord.Over),
        new("exceeding", Hedge.AtLeast, HedgeWord.Over),
        new("in excess of", Hedge.AtLeast, HedgeWord.Over),
        new("above", Hedge.AtLeast, HedgeWord.Above),
        new("well above", Hedge.AtLeast, HedgeWord.Above),
        new("greater than", Hedge.AtLeast, HedgeWord.Above),
        new(">", Hedge.AtLeast, HedgeWord.Above),

        new("at most", Hedge.AtMost, HedgeWord.AtMost),
        new("at the most", Hedge.AtMost, HedgeWord.AtMost),
        new("at the very most", Hedge.AtMost, HedgeWord.AtMost),
        new("up to", Hedge.AtMost, HedgeWord.AtMost),
        new("as many as", Hedge.AtMost, HedgeWord.AtMost),
        new("as much as", Hedge.AtMost, HedgeWord.AtMost),
        new("a maximum of", Hedge.AtMost, HedgeWord.AtMost),
        new("maximum of", Hedge.AtMost, HedgeWord.AtMost),
        new("maximum", Hedge.AtMost, HedgeWord.AtMost),
        new("max.", Hedge.AtMost, HedgeWord.AtMost),
        new("max", Hedge.AtMost, HedgeWord.AtMost),
        new("≤", Hedge.AtMost, HedgeWord.AtMost),
        new("<=", Hedge.AtMost, HedgeWord.AtMost),
        new("no more than", Hedge.AtMost, HedgeWord.NoMoreThan),
        new("not more than", Hedge.AtMost, HedgeWord.NoMoreThan),
        new("not exceeding", Hedge.AtMost, HedgeWord.NoMoreThan),
        new("less than", Hedge.AtMost, HedgeWord.Below),
        new("fewer than", Hedge.AtMost, HedgeWord.Below),
        new("under", Hedge.AtMost, HedgeWord.Below),
        new("well under", Hedge.AtMost, HedgeWord.Below),
        new("far less than", Hedge.AtMost, HedgeWord.Below),
        new("far fewer than", Hedge.AtMost, HedgeWord.Below),
        new("below", Hedge.AtMost, HedgeWord.Below),
        new("well below", Hedge.AtMost, HedgeWord.Below),
        new("<", Hedge.AtMost, HedgeWord.Below),
    ];

    private static readonly HedgePhrase[] AfterFigures =
    [
        new("or so", Hedge.About, HedgeWord.About),
        new("or thereabouts", Hedge.About, HedgeWord.About),
        new("ish", Hedge.About, HedgeWord.About),
        new("-ish", Hedge.About, HedgeWord.About),
        new("odd", Hedge.About, HedgeWord.About),
        new("-odd", Hedge.About, HedgeWord.About),
        new("+", Hedge.AtLeast, HedgeWord.AtLeast),
        new("plus", Hedge.AtLeast, HedgeWord.AtLeast),
        new("-plus", Hedge.AtLeast, HedgeWord.AtLeast),
        new("or more", Hedge.AtLeast, HedgeWord.AtLeast),
        new("or above", Hedge.AtLeast, HedgeWord.AtLeast),
        new("or over", Hedge.AtLeast, HedgeWord.AtLeast),
        new("and more", Hedge.AtLeast, HedgeWord.AtLeast),
        new("and above", Hedge.AtLeast, HedgeWord.AtLeast),
        new("and over", Hedge.AtLeast, HedgeWord.AtLeast),
        new("at least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("at the least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("at the very least", Hedge.AtLeast, HedgeWord.AtLeast),
        new("or less", Hedge.AtMost, HedgeWord.AtMost),
        new("or fewer", Hedge.AtMost, HedgeWord.AtMost),
        new("or under", Hedge.AtMost, HedgeWord.AtMost),
        new("or below", Hedge.AtMost, HedgeWord.AtMost),
        new("at most", Hedge.AtMost, HedgeWord.AtMost),
        new("at the most", Hedge.AtMost, HedgeWord.AtMost),
        new("at the very most", Hedge.AtMost, HedgeWord.AtMost),
    ];

    /// <summary>Every hedge that may stand before a number.</summary>
    public static IEnumerable<string> Before => BeforeFigures.Select(static phrase => phrase.Words);

    /// <summary>Reads the longest hedge that stands before a number.</summary>
    public static bool TryReadBefore(ref PhraseCursor cursor, out HedgePhrase hedge) => TryRead(ref cursor, BeforeFigures, out hedge);

    /// <summary>Reads the longest hedge that stands after a number.</summary>
    public static bool TryReadAfter(ref PhraseCursor cursor, out HedgePhrase hedge) => TryRead(ref cursor, AfterFigures, out hedge);

    private static bool TryRead(ref PhraseCursor cursor, HedgePhrase[] phrases, out HedgePhrase longest)
    {
        longest = default;
        var end = -1;
        var first = cursor.NextAfterSpaces();
        foreach (ref readonly var phrase in phrases.AsSpan())
        {
            if (phrase.Words[0] == first && cursor.EndOf(phrase.Words) is var reached && reached > end)
            {
                end = reached;
                longest = phrase;
            }
        }

        if (end < 0)
            return false;
        cursor.Position = end;
        return true;
    }
}

/// <summary>A way of hedging.</summary>
/// <param name="Words">In lower case, one space between words.</param>
/// <param name="Hedge">What it does to the number.</param>
/// <param name="Word">The nearest word of the survey.</param>
internal readonly record struct HedgePhrase(string Words, Hedge Hedge, HedgeWord Word);
