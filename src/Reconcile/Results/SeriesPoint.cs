namespace Reconcile;

/// <summary>The estimate of one day.</summary>
public sealed partial record SeriesPoint
{
    internal SeriesPoint() { }

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Best value; null when a side is open.</summary>
    public double? Best { get; init; }

    /// <summary>Lower end of the range, at the level of the options (<see cref="ReconcileOptions.Level"/>, 0.9 by default); null when nothing bounds it.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range, at the same level; null when nothing bounds it.</summary>
    public double? High { get; init; }
}
