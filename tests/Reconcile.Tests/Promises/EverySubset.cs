using System.Numerics;

namespace Reconcile.Tests.Promises;

/// <summary>All minimal conflicts and all maximal consistent sets of a few claims, by looking at every subset; sets are bits.</summary>
internal sealed class EverySubset
{
    private readonly List<int> _conflicts = [];
    private readonly List<int> _maximal = [];

    /// <param name="count">Number of claims, at most 16.</param>
    /// <param name="canHold">Whether a set of claims can hold together; what a set can, its subsets can.</param>
    public EverySubset(int count, Func<int, bool> canHold)
    {
        var all = (1 << count) - 1;
        foreach (var set in Enumerable.Range(0, all + 1).OrderBy(set => BitOperations.PopCount((uint)set)))
        {
            if (_conflicts.Exists(conflict => (conflict & ~set) == 0) || _maximal.Exists(maximal => (set & ~maximal) == 0)) continue;
            if (!canHold(set))
            {
                // Every smaller set has been seen and can hold.
                _conflicts.Add(set);
                continue;
            }

            var grown = set;
            for (var claim = 1; claim <= all; claim <<= 1)
            {
                if ((grown & claim) == 0 && canHold(grown | claim)) grown |= claim;
            }

            _maximal.Add(grown);
        }
    }

    /// <summary>Sets that cannot hold, but can without any one of their members.</summary>
    public IReadOnlyList<int> Conflicts => _conflicts;

    /// <summary>Sets that can hold, and with any one more cannot.</summary>
    public IReadOnlyList<int> Maximal => _maximal;
}
