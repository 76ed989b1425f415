namespace Reconcile;

/// <summary>One part of a range that falls apart.</summary>
public sealed partial record Alternative
{
    internal Alternative() { }

    /// <summary>The accounts it comes from.</summary>
    public required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Their weight together.</summary>
    public double Weight { get; init; }

    /// <summary>Best value.</summary>
    public double? Best { get; init; }

    /// <summary>Lower end.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public double? High { get; init; }
}
