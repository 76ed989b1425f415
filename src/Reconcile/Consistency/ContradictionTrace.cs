namespace Reconcile.Consistency;

/// <summary>Follows a contradiction of bounds back to the claims and relations from which it was derived.</summary>
/// <param name="system">Whose bounds these are.</param>
/// <param name="table">Its claims on single states.</param>
/// <param name="inequalities">Its rows.</param>
/// <param name="trail">How the bounds came about.</param>
/// <param name="claims">Receives the claims.</param>
/// <param name="relations">Receives the relations.</param>
internal sealed class ContradictionTrace(ClaimSystem system, RowTable table, Inequalities inequalities, BoundTrail trail, HashSet<int> claims, HashSet<int> relations)
{
    private readonly List<int> _entries = [];

    /// <param name="state">A state whose bounds contradict each other.</param>
    public void Follow(int state)
    {
        trail.Unmark();
        Rest(trail.Newest(2 * state), 2 * state);
        Rest(trail.Newest((2 * state) + 1), (2 * state) + 1);
        for (var next = 0; next < _entries.Count; next++)
        {
            var entry = _entries[next];
            var reason = trail.Reason(entry);
            if (reason < 0)
            {
                claims.Add(table.Unary[~reason].Claim);
                continue;
            }

            var source = inequalities.SourceOf(reason);
            if (source.Claim >= 0) claims.Add(source.Claim);
            else relations.Add(source.Relation);
            var (raised, time) = (trail.Bound(entry), trail.Time(entry));
            foreach (var bound in inequalities.Bounds(reason))
            {
                if (bound != Propagation.Opposite(raised)) Rest(trail.Before(bound, time), bound);
            }
        }
    }

    /// <summary>Notes that a contradiction rests on an entry, or on the hard bound.</summary>
    private void Rest(int entry, int bound)
    {
        if (entry != BoundTrail.Hard)
        {
            if (trail.Mark(entry)) _entries.Add(entry);
            return;
        }

        var state = system.Component.States[bound / 2];
        var relation = bound % 2 == 0 ? state.LowRelation : state.HighRelation;
        if (relation >= 0) relations.Add(relation);
    }
}
