namespace Reconcile;

/// <summary>Figures that look like a conflict and are not.</summary>
public sealed partial record Difference
{
    internal Difference() { }

    /// <summary>Why not.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>The claims.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>One sentence.</summary>
    public required string Explanation { get; init; }
}
