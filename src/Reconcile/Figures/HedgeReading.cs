using Reconcile.Figures;

namespace Reconcile;

/// <summary>How wide hedges and number words read: a convention, named and replaceable.</summary>
/// <remarks>Immutable and thread-safe, unless the function of a <see cref="Custom"/> reading is not.</remarks>
public sealed partial class HedgeReading
{
    private const char WordsSeparator = '+';

    private readonly string _hedges;
    private readonly ReadingRule _rule;

    private HedgeReading(string hedges, ReadingRule rule, WordTable ownWords, WordTable words)
    {
        _hedges = hedges;
        _rule = rule;
        OwnWords = ownWords;
        Words = words;
        Name = words == ownWords ? hedges : hedges + WordsSeparator + words.Name;
    }

    private HedgeReading(string name, ReadingRule rule)
        : this(name, rule, WordTable.Wikimpacts, WordTable.Wikimpacts)
    {
    }

    /// <summary>By the last significant digit, at most 15 %. The default.</summary>
    public static HedgeReading SignificantDigit { get; } = new("significant-digit", SignificantDigitRule.Default);

    /// <summary>Median widths of Ferson et al. (2015) for points; everything else as <see cref="SignificantDigit"/>.</summary>
    /// <remarks>
    /// Ferson, S. et al. (2015), Natural language of uncertainty: numeric hedge words, International Journal of Approximate Reasoning 57, 19–39. The widths are regressions on the size
    /// and the digits of a number; for a few words, such as "exactly", they grow absurdly wide for some numbers ("exactly 25" reads as 0–17,597). Look at what <c>reconcile parse</c> prints
    /// before results are built on them.
    /// </remarks>
    public static HedgeReading Ferson2015 { get; } = new("ferson-2015", new FersonRule(FersonRule.Median, SignificantDigitRule.Default));

    /// <summary>95th percentile widths of Ferson et al. (2015) for points; everything else as <see cref="SignificantDigit"/>.</summary>
    public static HedgeReading Ferson2015Wide { get; } =
        new("ferson-2015-wide", new FersonRule(FersonRule.Percentile95, SignificantDigitRule.Default));

    /// <summary>The readings of this library, the default first.</summary>
    public static IReadOnlyList<HedgeReading> All { get; } = [SignificantDigit, Ferson2015, Ferson2015Wide];

    /// <summary>
    /// Stable name, as in JSON: <c>significant-digit</c>, <c>ferson-2015</c>, <c>ferson-2015-wide</c> or that of a custom reading; with another table
    /// of number words than the reading came with, followed by its name, as in <c>significant-digit+acled</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>How it reads number words such as "dozens". Default: <see cref="WordTable.Wikimpacts"/>.</summary>
    public WordTable Words { get; }

    /// <summary>The table that it was made with, which its name does not mention.</summary>
    private WordTable OwnWords { get; }

    /// <summary>A reading of your own: the range for a figure, or null to leave it to the fallback.</summary>
    /// <param name="name">A stable name, not empty and none of this library, with or without a table of number words.</param>
    /// <param name="read">The range for a figure. What it throws passes through.</param>
    /// <param name="fallback">Reads the figures that <paramref name="read"/> leaves. Null: <see cref="SignificantDigit"/>.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="read"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or that of a reading of this library.</exception>
    public static HedgeReading Custom(string name, Func<Figure, FigureRange?> read, HedgeReading? fallback = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        var hedges = name.Split(WordsSeparator)[0].Trim();
        if (All.Any(reading => reading.Name.Equals(hedges, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"\"{hedges}\" is the name of a reading of this library, and results would say that it was used; give yours another.", nameof(name));
        }

        var rest = fallback ?? SignificantDigit;
        return new HedgeReading(name, new CustomRule(read, rest._rule), rest.Words, rest.Words);
    }

    /// <summary>The same reading with another table of number words. A custom reading that reads such words itself still does.</summary>
    /// <param name="words">The table, such as <see cref="WordTable.Acled"/>.</param>
    /// <returns>The reading; its name says which table it has, where that is not the one it came with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public HedgeReading WithWords(WordTable words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words == Words ? this : new HedgeReading(_hedges, _rule.WithWords(words), OwnWords, words);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Whether it may be asked by several threads at once: not known of a function of the user.</summary>
    internal bool IsThreadSafe => _rule is not CustomRule;

    /// <summary>The literal interval, value and shape of a figure that was understood; one that was not says nothing.</summary>
    internal Interpretation Interpret(Figure figure) => figure.Error is null ? _rule.Interpret(figure) : Shapes.Nothing;

    /// <summary>The same without the very ends of a rounded figure: those that only touch do not agree.</summary>
    internal Interpretation InterpretInside(Figure figure)
    {
        var read = Interpret(figure);
        var (low, high) = Interpretation.Inside(figure.Kind, read.Low, read.High);
        return read with { Low = low, High = high };
    }

    /// <summary>The literal interval alone.</summary>
    internal FigureRange Read(Figure figure) => figure.Error is null ? _rule.Read(figure) : default;
}
