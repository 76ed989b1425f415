namespace Reconcile.Figures;

/// <summary>
/// How number words read: for each quantifier the lowest and highest multiple of its scale. Published tables disagree, so a table is a
/// convention that a reading is given, not a constant.
/// </summary>
internal sealed class WordTable
{
    private readonly (double Low, double High) _plural;
    private readonly (double Low, double High) _several;
    private readonly (double Low, double High) _couple;
    private readonly (double Low, double High) _many;

    public WordTable(
        (double Low, double High) plural, (double Low, double High) several, (double Low, double High) couple, (double Low, double High) many)
    {
        _plural = plural;
        _several = several;
        _couple = couple;
        _many = many;
    }

    /// <summary>
    /// The intervals of the Wikimpacts database of climate impacts (VUB-HYDR/Wikimpacts, 2024, first version of its normalisation):
    /// dozens [24, 108], hundreds [200, 900], several hundred [200, 600], a few dozen [24, 72], a couple [2, 3], several [2, 6], many [20, 60].
    /// Scores and tens follow the rule of the dozens: two to nine times the scale.
    /// </summary>
    public static WordTable Wikimpacts { get; } = new(plural: (2, 9), several: (2, 6), couple: (2, 3), many: (20, 60));

    /// <summary>The interval of a vague word, in units of the quantity.</summary>
    public (double Low, double High) Read(VagueWord word)
    {
        var (low, high) = word.Quantifier switch
        {
            Quantifier.Plural => _plural,
            Quantifier.Several => _several,
            Quantifier.Couple => _couple,
            Quantifier.Many => _many,
            _ => throw new ArgumentOutOfRangeException(nameof(word), word.Quantifier, $"No vague word was said; found {word.Quantifier}."),
        };
        return (low * word.Scale, high * word.Scale);
    }
}
