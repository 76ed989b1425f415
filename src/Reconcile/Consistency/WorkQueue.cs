namespace Reconcile.Consistency;

/// <summary>Inequalities that are to be looked at, each at most once, the first in first out.</summary>
/// <param name="most">How many there are at all.</param>
internal sealed class WorkQueue(int most)
{
    private readonly int[] _items = new int[most];
    private readonly bool[] _isQueued = new bool[most];
    private int _start;
    private int _length;

    public bool IsEmpty => _length == 0;

    public void Enqueue(int inequality)
    {
        if (_isQueued[inequality]) return;
        _isQueued[inequality] = true;
        var end = _start + _length++;
        _items[end < _items.Length ? end : end - _items.Length] = inequality;
    }

    /// <remarks>The queue must not be empty.</remarks>
    public int Dequeue()
    {
        var inequality = _items[_start];
        _start = _start + 1 == _items.Length ? 0 : _start + 1;
        _length--;
        _isQueued[inequality] = false;
        return inequality;
    }

    public void Clear()
    {
        (_start, _length) = (0, 0);
        Array.Clear(_isQueued);
    }
}
