namespace Reconcile;

/// <summary>One part of a range that falls apart.</summary>
public sealed partial record Alternative
{
    internal Alternative() { }

    /// <summary>The accounts it comes from.</summary>
    public required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Their weight together.</summary>
    public double Weight { get; init; }

    /// <summary>Best value; null when a side is open.</summary>
    public double? Best { get; init; }

    /// <summary>Lower end of the range, at the level of the options (<see cref="ReconcileOptions.Level"/>, 0.9 by default); null when nothing bounds it.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range, at the same level; null when nothing bounds it.</summary>
    public double? High { get; init; }
}
