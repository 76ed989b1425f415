using Reconcile.Figures;

namespace Reconcile;

/// <summary>How wide hedges and number words read: a convention, named and replaceable.</summary>
/// <remarks>Immutable and thread-safe, unless the function of a <see cref="Custom"/> reading is not.</remarks>
public sealed class HedgeReading
{
    private readonly ReadingRule _rule;

    private HedgeReading(string name, ReadingRule rule)
    {
        Name = name;
        _rule = rule;
    }

    /// <summary>By the last significant digit, at most 15 %. The default.</summary>
    public static HedgeReading SignificantDigit { get; } = new("significant-digit", SignificantDigitRule.Default);

    /// <summary>Median widths of Ferson et al. (2015) for points; everything else as <see cref="SignificantDigit"/>.</summary>
    /// <remarks>
    /// Ferson, S. et al. (2015), Natural language of uncertainty: numeric hedge words, International Journal of Approximate Reasoning 57, 19–39.
    /// </remarks>
    public static HedgeReading Ferson2015 { get; } = new("ferson-2015", new FersonRule(FersonRule.Median, SignificantDigitRule.Default));

    /// <summary>95th percentile widths of Ferson et al. (2015) for points; everything else as <see cref="SignificantDigit"/>.</summary>
    public static HedgeReading Ferson2015Wide { get; } =
        new("ferson-2015-wide", new FersonRule(FersonRule.Percentile95, SignificantDigitRule.Default));

    /// <summary>Stable name, as in JSON: <c>significant-digit</c>, <c>ferson-2015</c>, <c>ferson-2015-wide</c> or that of a custom reading.</summary>
    public string Name { get; }

    /// <summary>A reading of your own: the range for a figure, or null to leave it to the fallback.</summary>
    /// <param name="name">A stable name, not empty.</param>
    /// <param name="read">The range for a figure. What it throws passes through.</param>
    /// <param name="fallback">Reads the figures that <paramref name="read"/> leaves. Default: <see cref="SignificantDigit"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static HedgeReading Custom(string name, Func<Figure, FigureRange?> read, HedgeReading? fallback = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return new HedgeReading(name, new CustomRule(read, (fallback ?? SignificantDigit)._rule));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The literal interval, value and shape of a figure that was understood; one that was not says nothing.</summary>
    internal Interpretation Interpret(Figure figure) => figure.Error is null ? _rule.Interpret(figure) : Shapes.Nothing;

    /// <summary>The literal interval alone.</summary>
    internal FigureRange Read(Figure figure) => figure.Error is null ? _rule.Read(figure) : default;
}
