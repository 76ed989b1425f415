namespace Reconcile.Consistency;

/// <content>How claims are taken away, with all that rests on them and nothing else.</content>
internal sealed partial class Propagation
{
    private void TakeAway(ReadOnlySpan<bool> active)
    {
        if (2 * _removed.Count <= _addedCount)
        {
            Retract();
            return;
        }

        Restart();
        Compare(active);
    }

    private void Restart()
    {
        _trail.Restart();
        _queue.Clear();
        _crossed.Clear();
        _crossed.AddRange(_crossedAtStart);
        Array.Clear(_added);
        _addedCount = 0;
        Needed = None;
        HasGivenUp = false;
    }

    private void Retract()
    {
        _trail.Unmark();
        _entries.Clear();
        _lowered.Clear();
        foreach (var claim in _removed)
        {
            _added[claim] = false;
            if (claim == Needed) Needed = None;
            MarkMadeBy(claim);
        }

        _addedCount -= _removed.Count;
        for (var next = 0; next < _entries.Count; next++) MarkMadeFrom(_entries[next]);
        _trail.Remove(_entries, _lowered);
        _crossed.RemoveAll(state => !_system.Contradict(_trail.Values[2 * state], -_trail.Values[(2 * state) + 1]));
        foreach (var bound in _lowered) DeriveAgain(bound);
    }

    private void MarkMadeBy(int claim)
    {
        foreach (var position in _inequalities.UnaryOfClaim(claim))
        {
            var state = _table.Unary[position].State;
            _trail.MarkMadeBy(~position, 2 * state, _entries);
            _trail.MarkMadeBy(~position, (2 * state) + 1, _entries);
        }

        foreach (var inequality in _inequalities.OfClaim(claim))
        {
            foreach (var bound in _inequalities.Bounds(inequality)) _trail.MarkMadeBy(inequality, Opposite(bound), _entries);
        }
    }

    private void MarkMadeFrom(int entry)
    {
        var bound = _trail.Bound(entry);
        foreach (var inequality in _inequalities.Watchers(bound))
        {
            var terms = _inequalities.Bounds(inequality);
            Work += terms.Length;
            foreach (var other in terms)
            {
                if (other != bound) _trail.MarkMadeFrom(entry, inequality, Opposite(other), _entries);
            }
        }
    }

    /// <summary>What a lowered bound kept from being seen.</summary>
    private void DeriveAgain(int bound)
    {
        foreach (var position in _inequalities.UnaryOfState(bound / 2))
        {
            if (!_added[_table.Unary[position].Claim]) continue;
            _time++;
            Raise(bound, bound % 2 == 0 ? _table.Unary[position].Low : -_table.Unary[position].High, ~position);
        }

        foreach (var inequality in _inequalities.Watchers(Opposite(bound))) _queue.Enqueue(inequality);
    }
}
