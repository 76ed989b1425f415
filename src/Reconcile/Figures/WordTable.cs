using Reconcile.Figures;

namespace Reconcile;

/// <summary>
/// How number words without a number read (dozens, several hundred, many): a convention, named and replaceable. Published tables disagree, so
/// a reading is given one; see <see cref="HedgeReading.WithWords"/>. Immutable.
/// </summary>
/// <remarks>What a table has no rule for reads as in <see cref="Wikimpacts"/>, which has one for every word.</remarks>
public sealed partial class WordTable
{
    private static readonly (double Low, double High) s_anything = (double.NegativeInfinity, double.PositiveInfinity);

    private WordTable(string name) => Name = name;

    /// <summary>
    /// The intervals of the Wikimpacts database of climate impacts (VUB-HYDR/Wikimpacts, 2024, first version of its normalisation):
    /// dozens 24–108, hundreds 200–900, several hundred 200–600, a few dozen 24–72, a couple 2–3, several 2–6, many 20–60. Scores and tens
    /// follow the rule of the dozens: two to nine times the scale. The default.
    /// </summary>
    public static WordTable Wikimpacts { get; } = new("wikimpacts")
    {
        Plural = (2, 9),
        Several = (2, 6),
        SeveralOfScale = (2, 6),
        Couple = (2, 3),
        Many = (20, 60),
    };

    /// <summary>
    /// The single, conservative values of the codebook of ACLED (Armed Conflict Location and Event Data): tens 10, dozens 12, hundreds 100;
    /// several and many 3 or 10 by context, read here as 3–10. Scores and thousands follow the rule of the hundreds: once the scale.
    /// </summary>
    /// <remarks>A single value reads as wide as the number itself: hundreds as "100", 85–115.</remarks>
    public static WordTable Acled { get; } = new("acled") { Plural = (1, 1), Several = (3, 10), Many = (3, 10) };

    /// <summary>The rule of the Global Terrorism Database that "many" is too vague for a number: it says nothing.</summary>
    public static WordTable Gtd { get; } = new("gtd") { Many = s_anything };

    /// <summary>
    /// The single values that the model of the R package uncertainUCDP 0.5.2 treats as number words of the Uppsala Conflict Data Program: tens 20,
    /// dozens 24, scores 40, hundreds 200, thousands 2,000. Inferred from that model, not quoted from a codebook.
    /// </summary>
    public static WordTable UcdpInferred { get; } = new("ucdp-inferred") { Plural = (2, 2) };

    /// <summary>Every table here, the default first.</summary>
    public static IReadOnlyList<WordTable> All { get; } = [Wikimpacts, Acled, Gtd, UcdpInferred];

    /// <summary>Stable name: <c>wikimpacts</c>, <c>acled</c>, <c>gtd</c> or <c>ucdp-inferred</c>.</summary>
    public string Name { get; }

    private (double Low, double High)? Plural { get; init; }

    private (double Low, double High)? Several { get; init; }

    private (double Low, double High)? SeveralOfScale { get; init; }

    private (double Low, double High)? Couple { get; init; }

    private (double Low, double High)? Many { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The interval of a vague word, in units of the quantity; equal ends are a single value, infinite ones say nothing.</summary>
    internal (double Low, double High) Read(VagueWord word)
    {
        var (low, high) = MultipleOf(word) ?? Wikimpacts.MultipleOf(word)!.Value;
        return (low * word.Scale, high * word.Scale);
    }

    private (double Low, double High)? MultipleOf(VagueWord word) => word.Quantifier switch
    {
        Quantifier.Plural => Plural,
        Quantifier.Several => word.Scale > 1 ? SeveralOfScale : Several,
        Quantifier.Couple => Couple,
        Quantifier.Many => Many,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word.Quantifier, $"No vague word was said; found {word.Quantifier}."),
    };
}
