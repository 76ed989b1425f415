namespace Reconcile.Results;

/// <summary>A claim behind an estimate: as said, as read, and what it brings.</summary>
internal sealed record ClaimInFull
{
    public required Claim Claim { get; init; }

    /// <summary>What its words say, at about 95 %.</summary>
    public required FigureRange Literal { get; init; }

    /// <summary>The same, widened by the error of its source; only what this cannot bridge is a conflict.</summary>
    public required FigureRange Tolerant { get; init; }

    /// <summary>Which way its source leans on what it speaks of; null: neither.</summary>
    public required Tendency? Leaning { get; init; }

    /// <summary>What became of it; null when nothing is known of it.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>Share in the estimate's information, between 0 and 1.</summary>
    public required double Share { get; init; }

    /// <summary>Whether it speaks of the quantity itself, alone or in an expression.</summary>
    public required bool IsOwn { get; init; }
}
