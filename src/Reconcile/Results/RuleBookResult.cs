namespace Reconcile;

/// <summary>One row of a comparison with other people's rules: what one rule book makes of one quantity.</summary>
public sealed partial record RuleBookResult
{
    internal RuleBookResult() { }

    /// <summary>The quantity.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Name of the rule book.</summary>
    public required string Rule { get; init; }

    /// <summary>The claims that it was given, one or more: those that state the quantity directly and stand.</summary>
    public required IReadOnlyList<Claim> Stated { get; init; }

    /// <summary>What it makes of them.</summary>
    public required RuleBookFigure Figure { get; init; }
}
