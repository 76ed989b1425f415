using Reconcile.Consistency;
using Reconcile.Mathematics;

namespace Reconcile.Accounts;

/// <summary>
/// Splits the claims of a component into disputes and finds the accounts of each. Disputes are enumerated one by one: k two-way conflicts are
/// k disputes of two accounts, not 2^k accounts. Every combination of accounts that an estimate will use is checked; a conflict between
/// accounts of two disputes joins them.
/// </summary>
internal sealed class DisputeFinder
{
    /// <summary>All combinations of accounts are checked up to this number; beyond it the leaders, single switches, pairs of switches and the two extremes.</summary>
    private const int MostCombinations = 256;

    private readonly ClaimSystem _system;
    private readonly RejectionCost _cost;
    private readonly UnseenErrors _errors;
    private readonly IntervalSweep _sweep;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly List<int[]> _conflicts = [];

    /// <summary>Accounts in their final order: the leaders, which every estimate uses, are checked first.</summary>
    private readonly Dictionary<int[], List<RivalAccount>> _enumerated = new(SetComparer.Instance);
    private readonly HashSet<int[]> _swept = new(SetComparer.Instance);
    private Cuts _cuts;

    private DisputeFinder(ClaimSystem system, SearchLimits limits, CancellationToken cancellation)
    {
        _system = system;
        _cost = new RejectionCost(system.Component);
        _errors = new UnseenErrors(system.Component);
        _sweep = new IntervalSweep(system, limits);
        _limits = limits;
        _cancellation = cancellation;
    }

    /// <param name="system">The tolerant system of the component.</param>
    /// <param name="limits">How far to search.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static DisputeSet Find(ClaimSystem system, SearchLimits limits, CancellationToken cancellation)
    {
        var all = new bool[system.Component.Claims.Length];
        Array.Fill(all, true);
        if (system.IsFeasible(all)) return DisputeSet.None;
        if (system.Component.States.Length == 1) return new IntervalSweep(system, limits).Run();
        return new DisputeFinder(system, limits, cancellation).Run(all.Length);
    }

    private DisputeSet Run(int claims)
    {
        _conflicts.AddRange(_sweep.ConflictsInCrowds());
        FindDisjointConflicts(claims);
        while (true)
        {
            var groups = ConflictGroups.Of(_conflicts, claims);
            var undisputed = Undisputed(groups, claims);
            if (!EnumerateAll(groups, undisputed)) continue;
            if (!CombinationsHold(groups, undisputed) || !RejectedClaimsFit(groups, undisputed)) continue;
            var disputes = groups.Select(group => Weigh(group, undisputed)).ToArray();
            return new DisputeSet(disputes, _cuts | _sweep.Cuts);
        }
    }

    /// <summary>Conflicts that share no claim, beside those that are known; what is left can hold together.</summary>
    private void FindDisjointConflicts(int claims)
    {
        var active = Undisputed(_conflicts, claims);
        while (!_system.IsFeasible(active))
        {
            _cancellation.ThrowIfCancellationRequested();
            var conflict = _system.MinimalConflict(active);
            _conflicts.Add(conflict);
            foreach (var claim in conflict) active[claim] = false;
        }
    }

    private static bool[] Undisputed(IReadOnlyList<int[]> groups, int claims)
    {
        var undisputed = new bool[claims];
        Array.Fill(undisputed, true);
        foreach (var group in groups)
        {
            foreach (var claim in group) undisputed[claim] = false;
        }

        return undisputed;
    }

    /// <summary>False when a dispute had to grow: by claims that were undisputed, so that it is looked at again at once.</summary>
    private bool EnumerateAll(IReadOnlyList<int[]> groups, bool[] undisputed)
    {
        var areAsBefore = true;
        foreach (var group in groups)
        {
            if (_enumerated.ContainsKey(group)) continue;
            var (members, conflicts) = (group, ConflictsOf(group));
            while (!Enumerate(members, conflicts, undisputed))
            {
                areAsBefore = false;
                members = [.. members.Union(conflicts.SelectMany(conflict => conflict)).Order()];
                foreach (var member in members) undisputed[member] = false;
            }
        }

        return areAsBefore;
    }

    /// <summary>False when a conflict was found that reaches beyond the group.</summary>
    private bool Enumerate(int[] group, List<int[]> conflicts, bool[] undisputed)
    {
        if (_sweep.AccountsOf(group, undisputed) is { } swept)
        {
            _enumerated.Add(group, swept);
            _swept.Add(group);
            return true;
        }

        var search = new AccountSearch(_system, _cost, group, conflicts, undisputed, _limits, _cancellation);
        var accounts = search.Run();
        _conflicts.AddRange(search.NewConflicts);
        conflicts.AddRange(search.NewConflicts);
        if (accounts is null) return false;
        _cuts |= search.Cuts;
        _enumerated.Add(group, accounts);
        return true;
    }

    private List<int[]> ConflictsOf(int[] group) => _conflicts.FindAll(conflict => Array.BinarySearch(group, conflict[0]) >= 0);

    /// <summary>False when some combination of accounts cannot hold; its conflict is then known.</summary>
    private bool CombinationsHold(IReadOnlyList<int[]> groups, bool[] undisputed)
    {
        var accounts = groups.Select(group => _enumerated[group]).ToArray();
        var areLeaders = true;
        foreach (var choice in Combinations.Of(Array.ConvertAll(accounts, static list => list.Count), MostCombinations).Concat(Extremes(accounts)))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!areLeaders && _limits.AreSpent(_system.Steps))
            {
                _cuts |= Cuts.Steps;
                return true;
            }

            areLeaders = false;
            var active = (bool[])undisputed.Clone();
            for (var i = 0; i < choice.Length; i++) DisputeSet.Choose(active, accounts[i][choice[i]]);
            if (_system.IsFeasible(active)) continue;
            var conflict = _system.MinimalConflict(active);
            // Accounts hold no known conflict: to find one in them again would go on for ever.
            if (_conflicts.Exists(known => SetComparer.Instance.Equals(known, conflict))) throw new NumericalLimitException("Accounts that held a moment ago do not hold now: the figures are at the limit of rounding.");
            _conflicts.Add(conflict);
            return false;
        }

        return true;
    }

    /// <summary>
    /// False when a claim that no account accepts contradicts some that every account does: its further conflicts are then known, and bring these into its dispute.
    /// Not asked where a figure may contradict hundreds on other dates.
    /// </summary>
    private bool RejectedClaimsFit(IReadOnlyList<int[]> groups, bool[] undisputed)
    {
        if (_system.HasFarRivals) return true;
        var known = _conflicts.Count;
        foreach (var group in groups)
        {
            var accounts = _enumerated[group];
            foreach (var claim in group.Where(claim => !accounts.Exists(account => account.Accepts(claim))))
            {
                _cancellation.ThrowIfCancellationRequested();
                // A version of events in which nothing was true tells a reader nothing.
                if (_limits.AreFarSpent(_system.Steps) && accounts[0].Accepted.Length > 0)
                {
                    _cuts |= Cuts.Steps;
                    break;
                }

                AddConflictsWith(claim, undisputed);
            }
        }

        return _conflicts.Count == known;
    }

    private void AddConflictsWith(int claim, bool[] undisputed)
    {
        var active = (bool[])undisputed.Clone();
        active[claim] = true;
        while (!_system.IsFeasible(active) && _system.FindConflict(active) is { Length: > 1 } conflict)
        {
            _conflicts.Add(conflict);
            foreach (var other in conflict) active[other] &= other == claim;
        }
    }

    /// <summary>All disputes at their least and all at their greatest figures: where many together overstrain a sum, these do it first.</summary>
    private IEnumerable<int[]> Extremes(List<RivalAccount>[] accounts)
    {
        foreach (var sign in (double[])[1, -1])
        {
            yield return [.. accounts.Select(list => list.IndexOf(list.MinBy(account => sign * Level(account))!))];
        }
    }

    private double Level(RivalAccount account) => account.Accepted.Length == 0 ? 0 : account.Accepted.Average(claim => _system.Component.Claims[claim].Value);

    private RivalDispute Weigh(int[] group, bool[] undisputed) =>
        AccountWeights.Weigh(_system, _errors, group, _swept.Contains(group) ? _sweep.Conflicts(group) : ConflictsOf(group), _enumerated[group], undisputed);
}
