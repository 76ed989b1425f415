#pragma warning disable CA1822 // until implemented
using Reconcile.Figures;

namespace Reconcile;

/// <summary>How wide hedges and number words read: a convention, named and replaceable.</summary>
public sealed class HedgeReading
{
    private HedgeReading() { }

    /// <summary>By the last significant digit, at most 15 %. The default.</summary>
    public static HedgeReading SignificantDigit => throw null!;

    /// <summary>Median widths of Ferson et al. (2015).</summary>
    public static HedgeReading Ferson2015 => throw null!;

    /// <summary>95th percentile widths of Ferson et al. (2015).</summary>
    public static HedgeReading Ferson2015Wide => throw null!;

    /// <summary>A reading of your own: the range for a figure, or null to leave it to the fallback.</summary>
    public static HedgeReading Custom(string name, Func<Figure, FigureRange?> read, HedgeReading? fallback = null) => throw null!;

    /// <summary>Stable name, as in JSON: <c>significant-digit</c>.</summary>
    public string Name => throw null!;

    /// <summary>The literal interval, value and shape of a figure that was understood.</summary>
    internal Interpretation Interpret(Figure figure) => throw null!;
}
