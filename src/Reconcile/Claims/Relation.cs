using Reconcile.Claims;

namespace Reconcile;

/// <summary>A linear equation or inequality between quantities, as the user writes it.</summary>
public sealed partial record Relation
{
    /// <summary>For example <c>casualties = killed + wounded</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Why it holds, for explanations. Null: not said.</summary>
    public string? Because { get; init; }

    /// <summary>First day on which it holds. Null: always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which it holds. Null: always.</summary>
    public DateOnly? To { get; init; }

    internal Annotations Annotations { get; init; }

    internal Place Place { get; init; }
}
