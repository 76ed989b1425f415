using Reconcile.Claims;

namespace Reconcile;

/// <summary>What a rule book makes of the claims on one quantity.</summary>
/// <remarks>Nothing holds the three numbers to an order but the rule itself: a rule that only ever prints one number has no ends.</remarks>
public sealed partial record RuleBookFigure
{
    /// <summary>The number that it would print; null: none. Default: null.</summary>
    public double? Best { get; init; }

    /// <summary>Its lower end; null: none. Default: null.</summary>
    public double? Low { get; init; }

    /// <summary>Its upper end; null: none. Default: null.</summary>
    public double? High { get; init; }

    /// <summary>How it came by them, or why there is none, in a few words without a full stop: <c>the lowest of 3 figures</c>.</summary>
    public required string Because { get; init; }

    /// <summary>The claims that had a part in it. Default: none. The list is copied.</summary>
    public IReadOnlyList<Claim> Claims { get; init => field = OwnList.Of(value); } = [];
}
