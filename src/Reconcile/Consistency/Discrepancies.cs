namespace Reconcile.Consistency;

/// <summary>Sets of claims that hold within the error of their sources, but whose words alone cannot all hold.</summary>
internal static class Discrepancies
{
    /// <summary>Minimal sets, at most one for each first quantity that they speak of.</summary>
    /// <param name="literal">The literal system.</param>
    /// <param name="accepted">Claims that hold together within their tolerance.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyList<int[]> Find(ClaimSystem literal, bool[] accepted, CancellationToken cancellation)
    {
        if (literal.IsFeasible(accepted)) return [];
        var found = new List<int[]>();
        var active = (bool[])accepted.Clone();
        var spokenOf = new HashSet<string>(StringComparer.Ordinal);
        var quantities = literal.Component.Courses.Length + literal.Component.States.Count(static state => state.Day is null);
        while (!literal.IsFeasible(active))
        {
            cancellation.ThrowIfCancellationRequested();
            var set = literal.FindConflict(active);
            if (set.Length == 0) break;
            var cheapest = set.MinBy(claim => literal.Component.Claims[claim].Cost);
            if (spokenOf.Add(literal.Component.States[literal.Component.Claims[cheapest].Form.States[0]].Quantity.Id)) found.Add(set);
            active[cheapest] = false;
            // Of no quantity a second one is reported; to look on would take as many steps as there are claims.
            if (spokenOf.Count == quantities) break;
        }

        return found;
    }
}
