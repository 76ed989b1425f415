namespace Reconcile.Consistency;

/// <summary>
/// The bounds of all states and how they came to be: each raise is an entry with its reason and time, and the entries of one bound form a chain, the newest and
/// highest first. An entry rests on the entries of other bounds that were the newest when it was made, so reasons can be followed although bounds are raised again
/// and again (an implication graph as in lazy clause generation; Ohrimenko, Stuckey and Codish 2009).
/// </summary>
internal sealed class BoundTrail
{
    /// <summary>In place of an entry: the hard bound of the state.</summary>
    public const int Hard = -1;

    private const int Nothing = -1;

    private readonly double[] _hard;
    private readonly double[] _values;
    private readonly int[] _newest;
    private readonly double[] _firstValues;
    private readonly int[] _firstNewest;
    private Entry[] _entries = [];
    private int _count;
    private int _free = Nothing;
    private int _firstCount;
    private int _mark;

    /// <param name="hard">The hard bounds.</param>
    public BoundTrail(double[] hard)
    {
        _hard = hard;
        _values = (double[])hard.Clone();
        _newest = new int[hard.Length];
        Array.Fill(_newest, Hard);
        (_firstValues, _firstNewest) = ((double[])_values.Clone(), (int[])_newest.Clone());
    }

    /// <summary>A trail as another was at its <see cref="SetStart"/>.</summary>
    public BoundTrail(BoundTrail other)
    {
        (_hard, _firstValues, _firstNewest, _firstCount) = (other._hard, other._firstValues, other._firstNewest, other._firstCount);
        (_values, _newest) = ((double[])_firstValues.Clone(), (int[])_firstNewest.Clone());
        _entries = other._entries.AsSpan(0, _firstCount).ToArray();
        _count = _firstCount;
        foreach (var entry in _newest)
        {
            if (entry != Hard) _entries[entry].Next = Nothing;
        }
    }

    /// <summary>The bounds as they are.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>What made the entry: an inequality, or below 0 the complement of the position of a claim on one state.</summary>
    public int Reason(int entry) => _entries[entry].Reason;

    public long Time(int entry) => _entries[entry].Time;

    public int Bound(int entry) => _entries[entry].Bound;

    public int Newest(int bound) => _newest[bound];

    /// <summary>How many entries stand below the newest of a bound, itself included.</summary>
    public int Height(int bound) => _newest[bound] == Hard ? 0 : _entries[_newest[bound]].Height;

    /// <summary>From now on <see cref="Restart"/> returns to these bounds.</summary>
    public void SetStart()
    {
        _values.CopyTo(_firstValues, 0);
        _newest.CopyTo(_firstNewest, 0);
        _firstCount = _count;
    }

    /// <summary>Forgets all entries since <see cref="SetStart"/>, in time that grows with their number.</summary>
    public void Restart()
    {
        for (var entry = _firstCount; entry < _count; entry++)
        {
            var bound = _entries[entry].Bound;
            _values[bound] = _firstValues[bound];
            _newest[bound] = _firstNewest[bound];
            if (_newest[bound] != Hard) _entries[_newest[bound]].Next = Nothing;
        }

        _count = _firstCount;
        _free = Nothing;
    }

    public void Raise(int bound, double value, int reason, long time)
    {
        var entry = _free;
        if (entry != Nothing) _free = _entries[entry].Next;
        else entry = _count++;
        if (entry == _entries.Length) Array.Resize(ref _entries, (2 * entry) + 256);
        var below = _newest[bound];
        _entries[entry] = new Entry { Value = value, Time = time, Bound = bound, Reason = reason, Below = below, Next = Nothing, Height = Height(bound) + 1 };
        if (below != Hard) _entries[below].Next = entry;
        _newest[bound] = entry;
        _values[bound] = value;
    }

    /// <summary>The entry of a bound that was the newest before a time.</summary>
    public int Before(int bound, long time)
    {
        var entry = _newest[bound];
        while (entry != Hard && _entries[entry].Time >= time) entry = _entries[entry].Below;
        return entry;
    }

    /// <summary>Takes all marks away.</summary>
    public void Unmark() => _mark++;

    /// <summary>Marks an entry; false when it is marked already.</summary>
    public bool Mark(int entry)
    {
        if (_entries[entry].Mark == _mark) return false;
        _entries[entry].Mark = _mark;
        return true;
    }

    /// <summary>Marks and lists the entries of a bound that one reason made.</summary>
    public void MarkMadeBy(int reason, int bound, List<int> marked)
    {
        for (var entry = _newest[bound]; entry != Hard; entry = _entries[entry].Below)
        {
            if (_entries[entry].Reason == reason && Mark(entry)) marked.Add(entry);
        }
    }

    /// <summary>Marks and lists the entries of a bound that an inequality made from an entry of another.</summary>
    public void MarkMadeFrom(int entry, int inequality, int bound, List<int> marked)
    {
        var next = _entries[entry].Next;
        var (from, to) = (_entries[entry].Time, next == Nothing ? long.MaxValue : _entries[next].Time);
        for (var made = _newest[bound]; made != Hard && _entries[made].Time > from; made = _entries[made].Below)
        {
            if (_entries[made].Time <= to && _entries[made].Reason == inequality && Mark(made)) marked.Add(made);
        }
    }

    /// <summary>Takes entries out of their chains and lists the bounds that are lower for it, some of them more than once.</summary>
    public void Remove(List<int> entries, List<int> lowered)
    {
        foreach (var entry in entries)
        {
            ref var removed = ref _entries[entry];
            if (removed.Below != Hard) _entries[removed.Below].Next = removed.Next;
            if (removed.Next != Nothing)
            {
                _entries[removed.Next].Below = removed.Below;
            }
            else
            {
                _newest[removed.Bound] = removed.Below;
                _values[removed.Bound] = removed.Below == Hard ? _hard[removed.Bound] : _entries[removed.Below].Value;
                lowered.Add(removed.Bound);
            }

            removed.Next = _free;
            _free = entry;
        }
    }

    private struct Entry
    {
        public double Value;
        public long Time;
        public int Bound;
        public int Reason;
        public int Below;
        public int Next;
        public int Height;
        public int Mark;
    }
}
