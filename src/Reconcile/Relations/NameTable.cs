namespace Reconcile.Relations;

/// <summary>
/// Numbers names in the order in which they are first met. Each mention is hashed once; whoever has the numbers needs arrays and no dictionaries.
/// Not thread-safe while names are added.
/// </summary>
internal sealed class NameTable
{
    private const int None = -1;

    private Entry[] _entries;

    /// <summary>The entry after which a chain begins, by the last bits of the hash; 0: none, so that a new array is an empty table.</summary>
    private int[] _starts;

    /// <param name="expected">About how many names will come.</param>
    public NameTable(int expected)
    {
        _entries = new Entry[Math.Max(4, expected)];
        _starts = new int[StartsFor(_entries.Length)];
    }

    /// <summary>How many names there are.</summary>
    public int Count { get; private set; }

    public string this[int number] => _entries[number].Name;

    /// <summary>The number of a name; a new one is added.</summary>
    public int NumberOf(string name)
    {
        var hash = string.GetHashCode(name.AsSpan());
        var number = Find(name, hash);
        return number >= 0 ? number : Add(name, hash);
    }

    /// <summary>The number of a name; a new one is added.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        var hash = string.GetHashCode(name);
        var number = Find(name, hash);
        return number >= 0 ? number : Add(new string(name), hash);
    }

    /// <summary>The number of a name; −1: it was never met.</summary>
    public int Find(ReadOnlySpan<char> name) => Find(name, string.GetHashCode(name));

    private int Find(ReadOnlySpan<char> name, int hash)
    {
        var number = _starts[hash & (_starts.Length - 1)] - 1;
        while (number != None)
        {
            ref readonly var entry = ref _entries[number];
            if (entry.Hash == hash && name.SequenceEqual(entry.Name)) return number;
            number = entry.Next;
        }

        return None;
    }

    private int Add(string name, int hash)
    {
        if (Count == _entries.Length) Grow();
        ref var start = ref _starts[hash & (_starts.Length - 1)];
        _entries[Count] = new Entry(name, hash, start - 1);
        start = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * Count);
        _starts = new int[StartsFor(_entries.Length)];
        for (var i = 0; i < Count; i++)
        {
            ref var start = ref _starts[_entries[i].Hash & (_starts.Length - 1)];
            _entries[i] = _entries[i] with { Next = start - 1 };
            start = i + 1;
        }
    }

    private static int StartsFor(int names) => (int)uint.Min(1u << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)names));

    private readonly record struct Entry(string Name, int Hash, int Next);
}
