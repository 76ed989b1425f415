using System.Numerics;

namespace Reconcile.Accounts;

/// <summary>Sets of the claims of one dispute as bits, so that the questions of a search cost a word for each 64 claims.</summary>
internal sealed class ClaimSets(int[] members)
{
    private readonly int[] _members = members;

    /// <summary>Words in a set.</summary>
    public int Words { get; } = (members.Length + 63) / 64;

    /// <summary>The empty set.</summary>
    public ulong[] Empty() => new ulong[Words];

    /// <summary>The set of some claims; null when one of them is not of the dispute.</summary>
    public ulong[]? Of(ReadOnlySpan<int> claims)
    {
        var set = Empty();
        foreach (var claim in claims)
        {
            var member = Array.BinarySearch(_members, claim);
            if (member < 0) return null;
            set[member >> 6] |= 1UL << (member & 63);
        }

        return set;
    }

    public ulong[] With(ulong[] set, int claim)
    {
        var member = Array.BinarySearch(_members, claim);
        var larger = (ulong[])set.Clone();
        larger[member >> 6] |= 1UL << (member & 63);
        return larger;
    }

    /// <summary>Writes the claims of a set, ascending; returns how many.</summary>
    public int Decode(ulong[] set, Span<int> claims)
    {
        var count = 0;
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1) claims[count++] = _members[(word << 6) + BitOperations.TrailingZeroCount(bits)];
        }

        return count;
    }

    public static bool Intersect(ulong[] a, ulong[] b)
    {
        for (var word = 0; word < a.Length; word++)
        {
            if ((a[word] & b[word]) != 0) return true;
        }

        return false;
    }

    /// <summary>Whether all of the first set is in the second.</summary>
    public static bool IsWithin(ulong[] set, ulong[] other)
    {
        for (var word = 0; word < set.Length; word++)
        {
            if ((set[word] & ~other[word]) != 0) return false;
        }

        return true;
    }

    public static void Add(ulong[] set, ulong[] added)
    {
        for (var word = 0; word < set.Length; word++) set[word] |= added[word];
    }

    /// <summary>Equal when they have the same members.</summary>
    internal sealed class Comparer : IEqualityComparer<ulong[]>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] obj)
        {
            var hash = 0UL;
            foreach (var word in obj) hash = (hash ^ word) * 0x9E3779B97F4A7C15;
            return (int)(hash >> 32);
        }
    }
}
