namespace Reconcile.Accounts;

internal sealed partial class IntervalSweep
{
    /// <summary>Below this number of claims on one line their conflicts are found one by one (convention).</summary>
    private const int LeastCrowd = 50;

    /// <summary>
    /// Conflicts between claims on a state or sum of which very many claims speak, so many that all of its disputed claims hang together. Found one by one, each would
    /// let a small dispute grow by one claim, and every dispute is searched again when it has grown.
    /// </summary>
    public IEnumerable<int[]> ConflictsInCrowds()
    {
        var lines = Enumerable.Range(0, _intervals.Length).Where(claim => !Component.Claims[claim].IsShare).GroupBy(claim => Component.Claims[claim].Form, SameLine.Instance);
        foreach (var line in lines)
        {
            if (line.Count() < LeastCrowd || RangeOf(line.Key, new bool[_intervals.Length]) is not { } range) continue;
            var members = Disputed([.. line.Where(claim => !Contradicts(claim, range))]);
            if (members.Length == 0) continue;
            // What is listed in the end, and cut, is not known yet.
            var cuts = Cuts.None;
            var conflicts = Listed(members, ref cuts);
            foreach (var conflict in ConflictGroups.Of(conflicts, _intervals.Length).Count > 1 ? conflicts.Union(WithExtremes(members), SetComparer.Instance) : conflicts) yield return conflict;
        }
    }

    /// <summary>Each claim with the one that ends first or the one that begins last: these two contradict each other and, one or the other, every disputed claim.</summary>
    private IEnumerable<int[]> WithExtremes(int[] members)
    {
        var first = members.MinBy(claim => _intervals[claim].High);
        var last = members.MaxBy(claim => _intervals[claim].Low);
        foreach (var claim in members)
        {
            var extreme = Contradict(_intervals[claim].Low, _intervals[first].High) ? first : last;
            if (claim != extreme) yield return Pair(claim, extreme);
        }
    }
}
