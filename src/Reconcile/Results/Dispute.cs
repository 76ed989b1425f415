namespace Reconcile;

/// <summary>A group of conflicts linked by shared claims. Disputes are independent: k two-way conflicts are k disputes, not 2^k accounts.</summary>
public sealed partial record Dispute
{
    internal Dispute() { }

    /// <summary>d1, d2, … in the order of the first claim.</summary>
    public required string Id { get; init; }

    /// <summary>The quantities whose estimates depend on it.</summary>
    public required IReadOnlyList<Quantity> Quantities { get; init; }

    /// <summary>Its conflicts.</summary>
    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    /// <summary>Its accounts, heaviest first.</summary>
    public required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Weight of "none of these": what the accounts' weights lack to 1.</summary>
    public double Doubt { get; init; }
}
