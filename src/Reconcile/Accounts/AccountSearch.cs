using Reconcile.Consistency;

namespace Reconcile.Accounts;

/// <summary>
/// The accounts of one dispute, cheapest rejection first: A* over hitting sets of its conflicts (Reiter 1987; bound by disjoint conflicts),
/// conflicts found as they are needed.
/// </summary>
internal sealed class AccountSearch
{
    /// <summary>So many conflicts are looked through in the time of one step.</summary>
    private const int ConflictsInStep = 4;

    private readonly ClaimSystem _system;
    private readonly RejectionCost _cost;
    private readonly int[] _members;
    private readonly List<int[]> _conflicts;
    private readonly bool[] _active;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly List<RivalAccount> _found = [];
    private readonly HashSet<int[]> _seen = new(SetComparer.Instance);
    private readonly PriorityQueue<int[], (double Bound, int Depth, int Number)> _open = new();

    /// <param name="system">The tolerant system.</param>
    /// <param name="cost">Costs of rejection.</param>
    /// <param name="members">The claims of the dispute, ascending.</param>
    /// <param name="conflicts">Its known conflicts.</param>
    /// <param name="undisputed">The claims outside every dispute.</param>
    /// <param name="limits">How far to search.</param>
    /// <param name="cancellation">Stops the search.</param>
    public AccountSearch(
        ClaimSystem system, RejectionCost cost, int[] members, List<int[]> conflicts, bool[] undisputed, SearchLimits limits, CancellationToken cancellation)
    {
        _system = system;
        _cost = cost;
        _members = members;
        _conflicts = conflicts;
        _active = (bool[])undisputed.Clone();
        _limits = limits;
        _cancellation = cancellation;
    }

    public Cuts Cuts { get; private set; }

    /// <summary>Conflicts found on the way.</summary>
    public List<int[]> NewConflicts { get; } = [];

    /// <summary>The accounts, cheapest first; null when a conflict reaches claims outside the dispute, which then has to grow.</summary>
    public List<RivalAccount>? Run()
    {
        var greedy = Greedy();
        Push([]);
        while (_open.TryDequeue(out var rejected, out var priority))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (IsPastTheLast(priority.Bound)) break;
            if (_limits.AreSpent(_system.Steps))
            {
                Cuts |= Cuts.Steps;
                break;
            }

            _system.AddSteps(1 + (_conflicts.Count / ConflictsInStep));
            if (IsCovered(rejected)) continue;
            var hit = Unhit(rejected);
            if (hit is null)
            {
                Activate(rejected);
                if (_system.IsFeasible(_active))
                {
                    Keep(rejected);
                    continue;
                }

                hit = _system.MinimalConflict(_active);
                _conflicts.Add(hit);
                NewConflicts.Add(hit);
                if (!IsWithin(hit)) return null;
            }

            foreach (var claim in hit) Push(With(rejected, claim));
        }

        CutTies();
        if (_found.Count == 0) _found.Add(greedy);
        return _found;
    }

    /// <summary>Claims by falling cost, each kept if it can hold with those before it: so there always is an account.</summary>
    private RivalAccount Greedy()
    {
        var order = (int[])_members.Clone();
        Array.Sort(order, (a, b) => DearerFirst(a, b));
        foreach (var claim in _members) _active[claim] = false;
        var rejected = new List<int>();
        foreach (var claim in order)
        {
            _active[claim] = true;
            if (_system.IsFeasible(_active)) continue;
            _active[claim] = false;
            rejected.Add(claim);
        }

        rejected.Sort();
        return ToAccount([.. rejected]);
    }

    private int DearerFirst(int a, int b)
    {
        var byCost = _system.Component.Claims[b].Cost.CompareTo(_system.Component.Claims[a].Cost);
        return byCost != 0 ? byCost : a.CompareTo(b);
    }

    /// <summary>Whether no account worth keeping can have this cost: too light beside the best, and lighter than the runner-up.</summary>
    private bool IsPastTheLast(double bound)
    {
        if (_found.Count > _limits.MaxAccounts)
        {
            Cuts |= Cuts.Accounts;
            return true;
        }

        return _found.Count >= 2
            && bound > _found[0].Cost - Math.Log(SearchLimits.LeastShareOfBest) + SearchLimits.CostTolerance
            && bound > _found[1].Cost + SearchLimits.CostTolerance;
    }

    /// <summary>Accounts of one cost are kept or cut together, so that nothing decides between them; of more equal leaders than the limit the first stay.</summary>
    private void CutTies()
    {
        if (_found.Count <= _limits.MaxAccounts) return;
        var firstCut = _found[_limits.MaxAccounts].Cost;
        var kept = _found.FindIndex(account => account.Cost > firstCut - SearchLimits.CostTolerance);
        if (kept == 0) kept = _limits.MaxAccounts;
        _found.RemoveRange(kept, _found.Count - kept);
    }

    private void Keep(int[] rejected)
    {
        // A claim that costs nothing more may have been rejected without need.
        var needed = new List<int>(rejected);
        for (var i = needed.Count - 1; i >= 0; i--)
        {
            _active[needed[i]] = true;
            if (_system.IsFeasible(_active)) needed.RemoveAt(i);
            else _active[needed[i]] = false;
        }

        var account = ToAccount([.. needed]);
        if (!_found.Exists(other => other.Rejected.AsSpan().SequenceEqual(account.Rejected))) _found.Add(account);
    }

    private RivalAccount ToAccount(int[] rejected) =>
        new([.. _members.Where(claim => !rejected.Contains(claim))], rejected, _cost.Of(rejected));

    private void Push(int[] rejected)
    {
        _system.AddSteps(1 + (_conflicts.Count / ConflictsInStep));
        if (_seen.Add(rejected)) _open.Enqueue(rejected, (_cost.Of(rejected) + Remaining(rejected), -rejected.Length, _seen.Count));
    }

    /// <summary>The least that is still to be paid: the cheapest claim of each of some disjoint conflicts that nothing hits yet.</summary>
    private double Remaining(int[] rejected)
    {
        var used = new HashSet<int>();
        var sum = 0.0;
        foreach (var conflict in _conflicts)
        {
            if (Intersects(conflict, rejected) || Array.Exists(conflict, used.Contains)) continue;
            var least = double.PositiveInfinity;
            foreach (var claim in conflict)
            {
                used.Add(claim);
                least = Math.Min(least, _cost.LeastIncrement(claim));
            }

            sum += least;
        }

        return sum;
    }

    private void Activate(int[] rejected)
    {
        foreach (var claim in _members) _active[claim] = true;
        foreach (var claim in rejected) _active[claim] = false;
    }

    private int[]? Unhit(int[] rejected) => _conflicts.Find(conflict => !Intersects(conflict, rejected));

    private bool IsCovered(int[] rejected) => _found.Exists(account => account.Rejected.All(claim => Array.BinarySearch(rejected, claim) >= 0));

    private bool IsWithin(int[] conflict) => Array.TrueForAll(conflict, claim => Array.BinarySearch(_members, claim) >= 0);

    private static bool Intersects(int[] conflict, int[] rejected) => Array.Exists(conflict, claim => Array.BinarySearch(rejected, claim) >= 0);

    private static int[] With(int[] rejected, int claim)
    {
        var set = new int[rejected.Length + 1];
        var position = ~Array.BinarySearch(rejected, claim);
        rejected.AsSpan(0, position).CopyTo(set);
        set[position] = claim;
        rejected.AsSpan(position).CopyTo(set.AsSpan(position + 1));
        return set;
    }
}
