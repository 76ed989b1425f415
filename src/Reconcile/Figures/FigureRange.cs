namespace Reconcile;

/// <summary>How a figure reads: low, best, high. An open side is null. The default is all null: says nothing.</summary>
public readonly partial record struct FigureRange
{
    /// <summary>A range.</summary>
    /// <param name="low">Lower end. Null: open.</param>
    /// <param name="best">Best value, between the ends. Null: none.</param>
    /// <param name="high">Upper end. Null: open.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or not low ≤ best ≤ high.</exception>
    public FigureRange(double? low, double? best, double? high)
    {
        ThrowUnlessFinite(low, nameof(low));
        ThrowUnlessFinite(best, nameof(best));
        ThrowUnlessFinite(high, nameof(high));
        if (low > best || best > high || low > high)
        {
            throw new ArgumentOutOfRangeException(nameof(best), best, FormattableString.Invariant($"A range must have low ≤ best ≤ high; found {low}, {best}, {high}."));
        }

        Low = low;
        Best = best;
        High = high;
    }

    /// <summary>Lower end; null: open.</summary>
    public double? Low { get; }

    /// <summary>Best value; null: none within an open range.</summary>
    public double? Best { get; }

    /// <summary>Upper end; null: open.</summary>
    public double? High { get; }

    private static void ThrowUnlessFinite(double? value, string name)
    {
        if (value is { } v && !double.IsFinite(v))
        {
            throw new ArgumentOutOfRangeException(name, v, FormattableString.Invariant($"The {name} of a range must be a finite number or null; found {v}."));
        }
    }
}
