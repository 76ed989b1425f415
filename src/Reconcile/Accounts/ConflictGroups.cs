using Reconcile.Mathematics;

namespace Reconcile.Accounts;

/// <summary>Groups of claims that conflicts link.</summary>
internal static class ConflictGroups
{
    /// <summary>The claims of each group, ascending; groups by their first claim.</summary>
    public static List<int[]> Of(IReadOnlyList<int[]> conflicts, int claims)
    {
        var sets = new DisjointSets(claims);
        var disputed = new bool[claims];
        foreach (var conflict in conflicts)
        {
            foreach (var claim in conflict)
            {
                disputed[claim] = true;
                sets.Join(claim, conflict[0]);
            }
        }

        var groups = new List<List<int>>();
        var numbers = new Dictionary<int, int>();
        for (var claim = 0; claim < claims; claim++)
        {
            if (!disputed[claim]) continue;
            var root = sets.Find(claim);
            if (!numbers.TryGetValue(root, out var number))
            {
                numbers.Add(root, number = groups.Count);
                groups.Add([]);
            }

            groups[number].Add(claim);
        }

        return [.. groups.Select(group => group.ToArray())];
    }
}
