namespace Reconcile.Figures;

/// <summary>
/// The words that say how likely a figure is: very likely, almost certainly, it is probable that. What they mean in numbers depends on whose scale they
/// are on and is not decided here.
/// </summary>
internal static class LikelihoodWords
{
    private static readonly string[] AllWords =
    [
        "likely", "very likely", "highly likely", "extremely likely", "more likely than not", "about as likely as not",
        "probable", "probably", "highly probable",
        "certain", "certainly", "almost certain", "almost certainly", "nearly certain", "nearly certainly", "virtually certain", "virtually certainly",
        "roughly even chance", "roughly even odds", "even chance", "chances about even", "realistic possibility",
    ];

    /// <summary>Words that say of what follows that it does not hold, each with those that say the same of the opposite.</summary>
    private static readonly (string Words, string Opposite)[] Denials =
    [
        ("unlikely", "likely"), ("very unlikely", "very likely"), ("highly unlikely", "highly likely"),
        ("extremely unlikely", "extremely likely"), ("exceptionally unlikely", "virtually certain"),
        ("improbable", "probable"), ("highly improbable", "highly probable"), ("probably not", "probably"),
        ("almost certainly not", "almost certainly"), ("almost no chance", "almost certain"),
        ("remote", "almost certain"), ("remote chance", "almost certain"), ("impossible", "certain"),
    ];

    private static readonly string[] Before = ["it is", "it's", "there is", "there is a", "there is an", "with", "with a", "with an", "a", "an"];
    private static readonly string[] After = ["that", "of", "to be", "chance of", "chance that"];

    /// <summary>All words that are read, those that deny among them.</summary>
    public static IEnumerable<string> All => AllWords.Concat(Denials.Select(static denial => denial.Words));

    /// <summary>Reads words of likelihood before a figure; the default when there are none.</summary>
    public static SaidWords Read(ref PhraseCursor cursor)
    {
        if (!char.IsAsciiLetter(cursor.NextAfterSpaces()))
            return default;

        cursor.SkipSpaces();
        var start = cursor.Position;
        var said = ReadWords(ref cursor, start);
        if (said.Words is null && cursor.TryReadLongest(Before))
            said = ReadWords(ref cursor, start);
        if (said.Words is null)
        {
            cursor.Position = start;
            return default;
        }

        cursor.TryReadLongest(After);
        return said with { End = cursor.Position };
    }

    /// <summary>What would be right in place of words that deny a figure.</summary>
    public static string Opposite(in SaidWords said, in FigureFacts denied) =>
        FigureText.Opposite(denied) is { } opposite
            ? $"it says that the figure does not hold; say what does: {said.Opposite} {opposite}"
            : "it says that the figure does not hold, which leaves open what does; leave the claim out";

    private static SaidWords ReadWords(ref PhraseCursor cursor, int start)
    {
        var first = cursor.NextAfterSpaces();
        var (end, said) = (-1, default(SaidWords));
        foreach (var words in AllWords)
        {
            if (words[0] == first && cursor.EndOf(words) is var reached && reached > end)
                (end, said) = (reached, new SaidWords(words, null, start, reached));
        }

        foreach (var (words, opposite) in Denials)
        {
            if (words[0] == first && cursor.EndOf(words) is var reached && reached > end && !NegatesTheHedge(cursor, words, reached))
                (end, said) = (reached, new SaidWords(words, opposite, start, reached));
        }

        cursor.Position = Math.Max(end, cursor.Position);
        return said;
    }

    /// <summary>In "probably not more than 300" the "not" belongs to the hedge: it is a ceiling.</summary>
    private static bool NegatesTheHedge(PhraseCursor cursor, string words, int end)
    {
        const string Not = "not";
        if (!words.EndsWith(Not, StringComparison.Ordinal))
            return false;
        cursor.Position = end - Not.Length;
        return HedgePhrases.TryReadBefore(ref cursor, out _);
    }
}

/// <summary>Words of likelihood in a phrase. The default says none.</summary>
/// <param name="Words">As said, in lower case with one space between words.</param>
/// <param name="Opposite">For words that deny: those that affirm the opposite; else null.</param>
/// <param name="Start">Where they begin, with what leads up to them.</param>
/// <param name="End">Where what belongs to them ends.</param>
internal readonly record struct SaidWords(string? Words, string? Opposite, int Start, int End)
{
    /// <summary>Whether they say of what follows that it does not hold.</summary>
    public bool Deny => Opposite is not null;
}
