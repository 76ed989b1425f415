namespace Reconcile.Accounts;

/// <summary>How far a search may go: accounts kept in one dispute, and counted steps, never time.</summary>
internal readonly record struct SearchLimits(int MaxAccounts, long MaxSteps)
{
    public bool AreSpent(long steps) => steps > MaxSteps;
}

/// <summary>Sets as ascending arrays, equal when they have the same members.</summary>
internal sealed class SetComparer : IEqualityComparer<int[]>
{
    public static SetComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        foreach (var member in obj) hash.Add(member);
        return hash.ToHashCode();
    }
}
