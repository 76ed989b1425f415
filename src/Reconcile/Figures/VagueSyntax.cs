namespace Reconcile.Figures;

/// <summary>Number words without a number: dozens, several hundred, a few thousand, tens of thousands.</summary>
internal static class VagueSyntax
{
    private static readonly (string Words, Quantifier Quantifier)[] Quantifiers =
    [
        ("several", Quantifier.Several),
        ("a few", Quantifier.Several),
        ("few", Quantifier.Several),
        ("a number of", Quantifier.Several),
        ("a handful of", Quantifier.Several),
        ("a handful", Quantifier.Several),
        ("a couple of", Quantifier.Couple),
        ("a couple", Quantifier.Couple),
    ];

    /// <summary>Reads a vague word; false, without an error, if none comes next.</summary>
    public static bool TryRead(ref PhraseCursor cursor, out VagueWord word)
    {
        if (cursor.TryRead("many"))
        {
            word = new VagueWord(Quantifier.Many, 1);
            return true;
        }

        foreach (var (words, quantifier) in Quantifiers)
        {
            if (!cursor.TryRead(words))
                continue;

            var scale = ReadScale(ref cursor, allowSingular: true);
            word = new VagueWord(quantifier, scale > 0 ? scale : 1);
            return true;
        }

        var start = cursor.Position;
        cursor.TryRead("in the");
        var plural = ReadScale(ref cursor, allowSingular: false);
        if (plural == 0)
            cursor.Position = start;
        word = plural > 0 ? new VagueWord(Quantifier.Plural, plural) : default;
        return plural > 0;
    }

    /// <summary>Reads "dozens", "hundred thousand", "tens of thousands"; 0 if none comes next.</summary>
    private static double ReadScale(ref PhraseCursor cursor, bool allowSingular)
    {
        var first = ReadWord(ref cursor, allowSingular);
        if (first == 0)
            return 0;

        var start = cursor.Position;
        cursor.TryRead("of");
        var second = first < 1000 ? ReadWord(ref cursor, allowSingular) : 0;
        if (second >= 1000)
            return first * second;

        cursor.Position = start;
        return first;
    }

    private static double ReadWord(ref PhraseCursor cursor, bool allowSingular)
    {
        var start = cursor.Position;
        cursor.SkipSpaces();
        var word = cursor.Letters();
        var scale = NumberWords.PluralScale(word);
        if (scale == 0 && allowSingular)
            scale = NumberWords.SingularScale(word);
        cursor.Position = scale > 0 ? cursor.Position + word.Length : start;
        return scale;
    }
}
