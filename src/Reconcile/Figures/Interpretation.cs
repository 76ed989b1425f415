namespace Reconcile.Figures;

/// <summary>How one figure reads under one <see cref="HedgeReading"/>.</summary>
/// <param name="Low">Lower end of the literal interval (about 95 %); −∞: open.</param>
/// <param name="High">Upper end; +∞: open.</param>
/// <param name="Best">The value said or meant, if there is one: null for floors and ceilings and for plain ranges.</param>
/// <param name="Value">The size of the figure, which its source's relative error multiplies: its best, floor, ceiling or midpoint.</param>
/// <param name="Shape">The likelihood of the true value.</param>
internal readonly record struct Interpretation(double Low, double High, double? Best, double Value, Shape Shape)
{
    /// <summary>The part of the width of a rounded figure that is taken for its end.</summary>
    private const double Edge = 1e-3;

    /// <summary>A range whose ends lie further apart than by this factor is nearer to a floor with a ceiling than to a value (convention).</summary>
    private const double WideSpan = 3;

    /// <summary>Whether the ends of a range lie so far apart, as those of "hundreds", that it hardly gives a value.</summary>
    public static bool IsWide(double low, double high) => !(high <= WideSpan * low || low >= WideSpan * high);

    /// <summary>The literal interval; of a figure that was rounded without its very ends: 1.5 is one of both "1" and "2", which do not say the same.</summary>
    /// <param name="kind">What kind of figure it is.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    public static (double Low, double High) Inside(FigureKind kind, double low, double high)
    {
        var edge = kind == FigureKind.Point && double.IsFinite(low) && double.IsFinite(high) ? Edge * (high - low) : 0;
        return (low + edge, high - edge);
    }
}
