namespace Reconcile.Accounts;

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
