using Reconcile.Claims;

namespace Reconcile;

/// <summary>A quantity with the claims that state it directly, as a rule book is given them.</summary>
public sealed partial record StatedQuantity
{
    /// <summary>The quantity.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The day of which to speak; null when nothing is dated. Default: null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Probability of the ranges of rules that have one, above 0 and below 1. Default: 0.9.</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>The claims, in an order that depends on what they say alone. See <c>docs/rules.md</c> for which they are. The list is copied.</summary>
    public required IReadOnlyList<StatedClaim> Claims { get; init => field = OwnList.Of(value); }
}
