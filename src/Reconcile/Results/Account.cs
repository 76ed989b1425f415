namespace Reconcile;

/// <summary>A maximal set of a dispute's claims that can hold together: one consistent version of events.</summary>
public sealed partial record Account
{
    internal Account() { }

    /// <summary>d1.a1, d1.a2, … by weight.</summary>
    public required string Id { get; init; }

    /// <summary>Between 0 and 1; the accounts of a dispute and its doubt add up to 1.</summary>
    public double Weight { get; init; }

    /// <summary>Claims of the dispute that it accepts.</summary>
    public required IReadOnlyList<Claim> Accepts { get; init; }

    /// <summary>Claims of the dispute that it rejects.</summary>
    public required IReadOnlyList<Claim> Rejects { get; init; }
}
