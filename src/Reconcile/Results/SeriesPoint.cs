namespace Reconcile;

/// <summary>The estimate of one day.</summary>
public sealed partial record SeriesPoint
{
    internal SeriesPoint() { }

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Best value.</summary>
    public double? Best { get; init; }

    /// <summary>Lower end.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public double? High { get; init; }
}
