using System.Runtime.CompilerServices;
using Reconcile.Figures;

namespace Reconcile;

/// <summary>
/// How number words without a number read (dozens, several hundred, many): a convention, named and replaceable. Published tables disagree, so
/// a reading is given one; see <see cref="HedgeReading.WithWords"/>. Immutable.
/// </summary>
/// <remarks>What a table has no rule for reads as in <see cref="Wikimpacts"/>, which has one for every word.</remarks>
public sealed partial class WordTable
{
    /// <summary>Most of a scale that a word of a table may mean: a guard against slips, no convention.</summary>
    private const double Most = 1e6;

    private static readonly (double Low, double High) Anything = (double.NegativeInfinity, double.PositiveInfinity);

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
    public static WordTable Gtd { get; } = new("gtd") { Many = Anything };

    /// <summary>
    /// The single values that the model of the R package uncertainUCDP 0.5.2 treats as number words of the Uppsala Conflict Data Program: tens 20,
    /// dozens 24, scores 40, hundreds 200, thousands 2,000. Inferred from that model, not quoted from a codebook.
    /// </summary>
    public static WordTable UcdpInferred { get; } = new("ucdp-inferred") { Plural = (2, 2) };

    /// <summary>Every table here, the default first.</summary>
    public static IReadOnlyList<WordTable> All { get; } = [Wikimpacts, Acled, Gtd, UcdpInferred];

    /// <summary>Stable name: <c>wikimpacts</c>, <c>acled</c>, <c>gtd</c>, <c>ucdp-inferred</c> or that of a table of your own.</summary>
    public string Name { get; }

    private (double Low, double High)? Plural { get; init; }

    private (double Low, double High)? Several { get; init; }

    private (double Low, double High)? SeveralOfScale { get; init; }

    private (double Low, double High)? Couple { get; init; }

    private (double Low, double High)? Many { get; init; }

    /// <summary>A table of your own. A word reads as an interval from its lower to its upper number, both from 0 to 1,000,000; equal numbers are one value.</summary>
    /// <param name="name">A stable name, not empty and none of this library.</param>
    /// <param name="plural">How many of its scale a plural means: (2, 9) makes "dozens" 24–108 and "tens of thousands" 20,000–90,000. Null: as in the fallback.</param>
    /// <param name="several">What "several", "a few" and "a handful" mean without a scale. Null: as in the fallback.</param>
    /// <param name="severalOfScale">How many of its scale they mean with one: (2, 6) makes "several hundred" 200–600. Null: as in the fallback.</param>
    /// <param name="couple">How many "a couple" is, alone or of a scale. Null: as in the fallback.</param>
    /// <param name="many">What "many" means. Null: as in the fallback.</param>
    /// <param name="fallback">The table for what is left out here, such as <see cref="Gtd"/>, in which "many" says nothing. Null: <see cref="Wikimpacts"/>.</param>
    /// <returns>The table, for <see cref="HedgeReading.WithWords"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or that of a table of this library.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not from 0 to 1,000,000, or an upper one is below its lower one.</exception>
    /// <example>
    /// <code>
    /// var words = WordTable.Custom("house-style", several: (3, 7), many: (10, 100));
    /// var options = new ReconcileOptions { Reading = HedgeReading.SignificantDigit.WithWords(words) };
    /// </code>
    /// </example>
    public static WordTable Custom(
        string name, (double Low, double High)? plural = null, (double Low, double High)? several = null, (double Low, double High)? severalOfScale = null,
        (double Low, double High)? couple = null, (double Low, double High)? many = null, WordTable? fallback = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (All.Any(table => table.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"\"{name}\" is the name of a table of this library, and results would say that it was used; give yours another.", nameof(name));
        }

        var rest = fallback ?? Wikimpacts;
        return new WordTable(name)
        {
            Plural = Checked(plural) ?? rest.Plural,
            Several = Checked(several) ?? rest.Several,
            SeveralOfScale = Checked(severalOfScale) ?? rest.SeveralOfScale,
            Couple = Checked(couple) ?? rest.Couple,
            Many = Checked(many) ?? rest.Many,
        };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The interval of a vague word, in units of the quantity; equal ends are a single value, infinite ones say nothing.</summary>
    internal (double Low, double High) Read(VagueWord word)
    {
        var (low, high) = MultipleOf(word) ?? Wikimpacts.MultipleOf(word)!.Value;
        return (low * word.Scale, high * word.Scale);
    }

    private static (double Low, double High)? Checked((double Low, double High)? range, [CallerArgumentExpression(nameof(range))] string? name = null) =>
        range is not { } said || (said.Low >= 0 && said.Low <= said.High && said.High <= Most)
            ? range
            : throw new ArgumentOutOfRangeException(name, range, FormattableString.Invariant($"Number words must read from a lower to an upper number, both from 0 to 1,000,000; found {range?.Low} and {range?.High}."));

    private (double Low, double High)? MultipleOf(VagueWord word) => word.Quantifier switch
    {
        Quantifier.Plural => Plural,
        Quantifier.Several => word.Scale > 1 ? SeveralOfScale : Several,
        Quantifier.Couple => Couple,
        Quantifier.Many => Many,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word.Quantifier, $"No vague word was said; found {word.Quantifier}."),
    };
}
