namespace Reconcile;

/// <summary>What became of one claim.</summary>
public sealed record Verdict
{
    internal Verdict() { }

    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Weight of the accounts that accept it.</summary>
    public double Weight { get; init; }

    /// <summary>Distance of the estimate from the claim, in the claim's standard deviations; null when it has none.</summary>
    public double? Tension { get; init; }

    /// <summary>One sentence.</summary>
    public required string Because { get; init; }
}
