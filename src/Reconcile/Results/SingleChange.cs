namespace Reconcile.Results;

/// <summary>One thing that could be otherwise, and the estimate that would follow.</summary>
internal sealed record SingleChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>The claim that is left out; of an agreeing root, the one that it would make; null for another grade.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The source that has another grade, or the root that agrees; null for a claim left out.</summary>
    public string? Source { get; init; }

    /// <summary>The grade of <see cref="Source"/>.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>The estimate that would follow; null when nothing would be known of the quantity any more.</summary>
    public required Estimate? After { get; init; }

    /// <summary>How much it moves: the shift of the best value in half-widths of the narrower range, at most 10, or the logarithm of the ratio of the widths, plus the steps of confidence.</summary>
    public required double Effect { get; init; }
}

/// <summary>What is otherwise.</summary>
internal enum ChangeKind
{
    /// <summary>A claim is left out.</summary>
    Without,

    /// <summary>The source of a rejected claim is completely reliable.</summary>
    Upgraded,

    /// <summary>A further independent root says the same.</summary>
    Agreeing,
}
