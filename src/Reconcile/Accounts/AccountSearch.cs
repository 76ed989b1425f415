using System.Runtime.InteropServices;
using Reconcile.Consistency;

namespace Reconcile.Accounts;

/// <summary>
/// The accounts of one dispute, cheapest rejection first: A* over hitting sets of its conflicts (Reiter 1987; bound by disjoint conflicts),
/// conflicts found as they are needed.
/// </summary>
internal sealed class AccountSearch
{
    /// <summary>A set is made, weighed and kept in the time of so many steps.</summary>
    private const int StepsForSet = 16;

    /// <summary>So many words of conflicts are looked through in the time of one step.</summary>
    private const int WordsInStep = 16;

    private readonly ClaimSystem _system;
    private readonly RejectionCost _cost;
    private readonly int[] _members;
    private readonly ClaimSets _sets;
    private readonly List<Known> _conflicts = [];
    private readonly HashSet<int> _sufficient = [];
    private readonly bool[] _active;
    private readonly int[] _decoded;
    private readonly ulong[] _used;
    private readonly SearchLimits _limits;
    private readonly double _farthestRunnerUp;
    private readonly CancellationToken _cancellation;
    private readonly List<RivalAccount> _found = [];
    private readonly List<ulong[]> _foundSets = [];
    private readonly HashSet<ulong[]> _seen = new(ClaimSets.Comparer.Instance);
    private readonly PriorityQueue<ulong[], (double Bound, int Depth, int Number)> _open = new();

    /// <summary>A conflict, the claims of it that a further account may reject, and the least that one of these costs; infinite: none is left.</summary>
    private readonly record struct Known(int[] Claims, ulong[] Set, int[] Open, ulong[] OpenSet, double Least);

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
        _sets = new ClaimSets(members);
        _decoded = new int[members.Length];
        _used = _sets.Empty();
        foreach (var conflict in conflicts) Learn(conflict);
        _active = (bool[])undisputed.Clone();
        _limits = limits;
        _farthestRunnerUp = system.HasFarRivals ? -Math.Log(SearchLimits.LeastShareOfRunnerUp) : double.PositiveInfinity;
        _cancellation = cancellation;
    }

    public Cuts Cuts { get; private set; }

    /// <summary>Conflicts found on the way.</summary>
    public List<int[]> NewConflicts { get; } = [];

    /// <summary>The accounts, heaviest first; null when a conflict reaches claims outside the dispute, which then has to grow.</summary>
    public List<RivalAccount>? Run()
    {
        var greedy = Greedy();
        Push(_sets.Empty());
        while (_open.TryDequeue(out var rejected, out var priority))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (IsPastTheLast(priority.Bound)) break;
            if (_limits.AreSpent(_system.Steps))
            {
                Cuts |= Cuts.Steps;
                break;
            }

            CountLook();
            if (IsCovered(rejected)) continue;
            var hit = FewestOpen(rejected);
            if (hit is null)
            {
                var count = Activate(rejected);
                if (_system.IsFeasible(_active))
                {
                    Keep(_decoded[..count]);
                    continue;
                }

                var conflict = _system.MinimalConflict(_active);
                NewConflicts.Add(conflict);
                if (!Learn(conflict)) return null;
                hit = _conflicts[^1].Open;
            }

            foreach (var claim in hit) Push(_sets.With(rejected, claim));
        }

        if (Cuts.HasFlag(Cuts.Steps)) Complete(greedy);
        else if (_found.Count == 0) _found.Add(greedy);
        AccountWeights.Sort(_system.Component, CollectionsMarshal.AsSpan(_found));
        LeaveOutLight();
        Cuts |= _limits.Cut(_found);
        return _found;
    }

    /// <summary>False when a claim of the conflict is not of the dispute.</summary>
    private bool Learn(int[] conflict)
    {
        if (_sets.Of(conflict) is not { } set) return false;
        _conflicts.Add(ToKnown(conflict, set));
        return true;
    }

    private Known ToKnown(int[] conflict, ulong[] set)
    {
        int[] open = [.. conflict.Where(claim => !_sufficient.Contains(claim))];
        var least = double.PositiveInfinity;
        foreach (var claim in open) least = Math.Min(least, _cost.LeastIncrement(claim));
        return new Known(conflict, set, open, _sets.Of(open)!, least);
    }

    private void CountLook() => _system.AddSteps(1 + (_conflicts.Count * _sets.Words / WordsInStep));

    /// <summary>
    /// What is kept where the search ended early, so that no account looks alone because its rivals were not found: each claim that can hold with what is undisputed is in some account, as far as half
    /// as many steps again reach.
    /// </summary>
    private void Complete(RivalAccount greedy)
    {
        AddNew(greedy);
        foreach (var claim in ByFallingCost(greedy.Rejected))
        {
            if (_found.Count > _limits.MostEquals || _limits.AreFarSpent(_system.Steps)) break;
            if (!_found.Exists(account => account.Accepts(claim)) && HoldsAlone(claim)) AddNew(Greedy(claim));
        }
    }

    /// <summary>Whether a claim can hold with what is undisputed.</summary>
    private bool HoldsAlone(int claim)
    {
        foreach (var member in _members) _active[member] = member == claim;
        return _system.IsFeasible(_active);
    }

    /// <summary>False when the account is known.</summary>
    private bool AddNew(RivalAccount account)
    {
        if (_found.Exists(other => other.Rejected.AsSpan().SequenceEqual(account.Rejected))) return false;
        _found.Add(account);
        return true;
    }

    private int[] ByFallingCost(int[] claims)
    {
        var order = (int[])claims.Clone();
        Array.Sort(order, _system.DearestFirst);
        return order;
    }

    /// <summary>Claims by falling cost, each kept if it can hold with those before it: so there always is an account.</summary>
    /// <param name="first">A claim that can hold with what is undisputed, and goes before the others; −1: none.</param>
    private RivalAccount Greedy(int first = -1)
    {
        foreach (var claim in _members) _active[claim] = claim == first;
        var rejected = new List<int>();
        foreach (var claim in ByFallingCost(_members))
        {
            _active[claim] = true;
            if (claim == first || _system.IsFeasible(_active)) continue;
            _active[claim] = false;
            rejected.Add(claim);
        }

        rejected.Sort();
        return ToAccount([.. rejected]);
    }

    /// <summary>Whether no account worth keeping can have this cost: too light beside the best, and lighter than the runner-up.</summary>
    private bool IsPastTheLast(double bound)
    {
        if (_limits.AreEnough(_found)) return true;
        if (_found.Count < 2) return _found.Count == 1 && bound > _found[0].Cost + _farthestRunnerUp;
        return IsPastRunnerUp(bound);
    }

    /// <summary>Whether an account is too light beside the best and lighter than the runner-up.</summary>
    private bool IsPastRunnerUp(double cost) =>
        cost > _found[0].Cost - Math.Log(SearchLimits.LeastShareOfBest) + SearchLimits.CostTolerance && cost > _found[1].Cost + SearchLimits.CostTolerance;

    private void LeaveOutLight()
    {
        while (_found.Count > 2 && IsPastRunnerUp(_found[^1].Cost)) _found.RemoveAt(_found.Count - 1);
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
        if (!AddNew(account)) return;
        _foundSets.Add(_sets.Of(account.Rejected)!);
        if (account.Rejected is [var alone]) Settle(alone);
    }

    /// <summary>A claim whose rejection is enough stands in no other account's rejections: what contradicts it is then all the more to be rejected.</summary>
    private void Settle(int claim)
    {
        _sufficient.Add(claim);
        foreach (ref var conflict in CollectionsMarshal.AsSpan(_conflicts))
        {
            if (Array.IndexOf(conflict.Open, claim) >= 0) conflict = ToKnown(conflict.Claims, conflict.Set);
        }
    }

    private RivalAccount ToAccount(int[] rejected) =>
        new([.. _members.Where(claim => !rejected.Contains(claim))], rejected, _cost.Of(rejected));

    private void Push(ulong[] rejected)
    {
        _system.AddSteps(StepsForSet);
        CountLook();
        if (!_seen.Add(rejected)) return;
        var remaining = Remaining(rejected);
        if (double.IsPositiveInfinity(remaining)) return;
        var count = _sets.Decode(rejected, _decoded);
        _open.Enqueue(rejected, (_cost.Of(_decoded.AsSpan(0, count)) + remaining, -count, _seen.Count));
    }

    /// <summary>The least that is still to be paid: the cheapest claim of each of some disjoint conflicts that nothing hits yet.</summary>
    private double Remaining(ulong[] rejected)
    {
        Array.Clear(_used);
        var sum = 0.0;
        foreach (ref readonly var conflict in CollectionsMarshal.AsSpan(_conflicts))
        {
            if (ClaimSets.Intersect(conflict.Set, rejected) || ClaimSets.Intersect(conflict.OpenSet, _used)) continue;
            ClaimSets.Add(_used, conflict.OpenSet);
            sum += conflict.Least;
        }

        return sum;
    }

    /// <summary>Makes all members but the rejected ones active; returns how many these are, decoded.</summary>
    private int Activate(ulong[] rejected)
    {
        foreach (var claim in _members) _active[claim] = true;
        var count = _sets.Decode(rejected, _decoded);
        for (var i = 0; i < count; i++) _active[_decoded[i]] = false;
        return count;
    }

    /// <summary>Of the conflicts that nothing hits yet the one with the fewest ways to do so; null: all are hit.</summary>
    private int[]? FewestOpen(ulong[] rejected)
    {
        int[]? fewest = null;
        foreach (ref readonly var conflict in CollectionsMarshal.AsSpan(_conflicts))
        {
            if ((fewest is null || conflict.Open.Length < fewest.Length) && !ClaimSets.Intersect(conflict.Set, rejected)) fewest = conflict.Open;
        }

        return fewest;
    }

    private bool IsCovered(ulong[] rejected)
    {
        foreach (var account in _foundSets)
        {
            if (ClaimSets.IsWithin(account, rejected)) return true;
        }

        return false;
    }
}
