using System.Runtime.InteropServices;
using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// The accounts of claims on one quantity, or on one sum, alone: a sweep over interval ends gives all maximal sets of claims that share a point, O(n log n).
/// Conflicts are pairs (Helly's theorem on the line), and all of them are one dispute: two claims that each overlap both sides of a gap overlap each other.
/// </summary>
internal sealed partial class IntervalSweep
{
    /// <summary>Beyond this number of conflicts each claim is shown with its dearest opponent only.</summary>
    private const int MostConflicts = 200;

    /// <summary>Equal accounts beyond this number are not even looked at, unless so many may be kept: each costs a list of all claims that it rejects (convention).</summary>
    private const int MostCandidates = 1000;

    private readonly ClaimSystem _system;
    private readonly SearchLimits _limits;
    private readonly RejectionCost _cost;
    private readonly Interval[] _intervals;
    private readonly List<RivalDispute> _disputes = [];
    private Interval[]? _ranges;
    private Cuts _cuts;

    public IntervalSweep(ClaimSystem system, SearchLimits limits)
    {
        _system = system;
        _limits = limits;
        _cost = new RejectionCost(system.Component);
        _intervals = system.ClaimedIntervals();
    }

    /// <summary>What had to be left out so far.</summary>
    public Cuts Cuts => _cuts;

    private Component Component => _system.Component;

    /// <summary>
    /// The accounts of a dispute that is about one state, or one sum of states, among others. Null when it is not, or when a claim of it contradicts the undisputed ones:
    /// within the range that these leave it, claims that agree two by two hold together, as on the line itself.
    /// </summary>
    public List<RivalAccount>? AccountsOf(int[] members, bool[] undisputed)
    {
        if (FormOf(members) is not { } form || RangeOf(form, undisputed) is not { } range) return null;
        if (Array.Exists(members, claim => Contradicts(claim, range))) return null;
        var accounts = HeaviestFirst(members);
        var active = (bool[])undisputed.Clone();
        foreach (var account in accounts)
        {
            DisputeSet.Choose(active, account);
            if (!_system.IsFeasible(active)) return null;
        }

        return accounts;
    }

    /// <summary>The form of which all of some claims speak; null when there is none.</summary>
    private Form? FormOf(int[] members)
    {
        var first = Component.Claims[members[0]].Form;
        return Array.TrueForAll(members, claim => Component.Claims[claim] is { IsShare: false } c && SameLine.Instance.Equals(c.Form, first)) ? first : null;
    }

    /// <summary>The range that some claims leave a state, or a sum; null where it is not known.</summary>
    private Interval? RangeOf(Form form, bool[] active)
    {
        if (form.States.Length > 1) return _system.RangeOf(form, active);
        var ranges = _ranges ??= new Interval[Component.States.Length];
        _system.Ranges(active, ranges);
        return ranges[form.States[0]];
    }

    public DisputeSet Run()
    {
        var possible = SetImpossibleAside();
        var members = Disputed(possible);
        if (members.Length > 0) _disputes.Add(Resolve(members, possible));
        return new DisputeSet([.. _disputes.OrderBy(dispute => dispute.Claims[0])], _cuts);
    }

    /// <summary>Claims that cannot hold even alone are disputes of their own.</summary>
    private int[] SetImpossibleAside()
    {
        var possible = new List<int>(_intervals.Length);
        var bounds = Component.States[0].Bounds;
        for (var claim = 0; claim < _intervals.Length; claim++)
        {
            var alone = _intervals[claim].Intersect(bounds);
            if (!Contradict(alone.Low, alone.High)) possible.Add(claim);
            else _disputes.Add(AccountWeights.Weigh(Component, [claim], [[claim]], [new RivalAccount([], [claim], Component.Claims[claim].Cost)], [1]));
        }

        return [.. possible];
    }

    private int[] Disputed(int[] possible)
    {
        double greatestLow = double.NegativeInfinity, leastHigh = double.PositiveInfinity;
        foreach (var claim in possible)
        {
            greatestLow = Math.Max(greatestLow, _intervals[claim].Low);
            leastHigh = Math.Min(leastHigh, _intervals[claim].High);
        }

        return [.. possible.Where(claim => Contradict(_intervals[claim].Low, leastHigh) || Contradict(greatestLow, _intervals[claim].High))];
    }

    private RivalDispute Resolve(int[] members, int[] possible)
    {
        var accounts = HeaviestFirst(members);
        var undisputed = possible.Except(members).ToArray();
        var errors = new UnseenErrors(Component);
        var products = accounts.Select(account => ProductOfErrors(account, undisputed, errors)).ToArray();
        return AccountWeights.Weigh(Component, members, Conflicts(members), accounts, products);
    }

    private List<RivalAccount> HeaviestFirst(int[] members)
    {
        var accounts = MaximalSets(members);
        AccountWeights.Sort(Component, CollectionsMarshal.AsSpan(accounts));
        Cut(accounts);
        return accounts;
    }

    /// <summary>The maximal sets that share a point, but for those that could not be kept anyway: each costs a list of all claims that it rejects.</summary>
    private List<RivalAccount> MaximalSets(int[] members)
    {
        var ends = CheapestEnds(members);
        var accounts = new List<RivalAccount>(ends.Count);
        Sweep(members, (end, open) =>
        {
            if (ends.Contains(end)) accounts.Add(AccountOf(members, open));
            return true;
        });
        return accounts;
    }

    /// <summary>The ends that close the sets that may be kept, with all that weigh the same, since which of these come first is not known yet, and one more.</summary>
    private HashSet<int> CheapestEnds(int[] members)
    {
        var candidates = new List<(double Cost, int End)>();
        Sweep(members, (end, open) =>
        {
            int[] rejected = [.. members.Where(claim => !open[claim])];
            candidates.Add((_cost.Of(rejected), end));
            return (long)candidates.Count * members.Length <= _limits.MaxSteps * ClaimSystem.StatesInStep;
        });
        candidates.Sort();
        var last = candidates[Math.Min(_limits.MaxAccounts, candidates.Count - 1)].Cost + SearchLimits.CostTolerance;
        var count = candidates.FindIndex(candidate => candidate.Cost > last) is var next and >= 0 ? next + 1 : candidates.Count;
        return candidates.Take(Math.Min(count, Math.Max(MostCandidates, _limits.MostEquals + 1))).Select(static candidate => candidate.End).ToHashSet();
    }

    private RivalAccount AccountOf(int[] members, bool[] open)
    {
        int[] rejected = [.. members.Where(claim => !open[claim])];
        return new RivalAccount([.. members.Where(claim => open[claim])], rejected, _cost.Of(rejected));
    }

    /// <summary>Calls back at the end that closes each maximal set, with the claims that are open there; false stops.</summary>
    private void Sweep(int[] members, Func<int, bool[], bool> found)
    {
        var starts = members.OrderBy(claim => _intervals[claim].Low).ToArray();
        var ends = members.OrderBy(claim => _intervals[claim].High).ToArray();
        var open = new bool[_intervals.Length];
        var next = 0;
        foreach (var end in ends)
        {
            var grown = false;
            while (next < starts.Length && !Contradict(_intervals[starts[next]].Low, _intervals[end].High))
            {
                open[starts[next++]] = true;
                grown = true;
            }

            if (grown && !found(end, open))
            {
                _cuts |= Cuts.Steps;
                return;
            }

            open[end] = false;
        }
    }

    /// <summary>Keeps the accounts within a fiftieth of the best, the runner-up and its equals in any case, and no more than the limits allow.</summary>
    private void Cut(List<RivalAccount> accounts)
    {
        var last = accounts[0].Cost + Math.Log(1 / SearchLimits.LeastShareOfBest);
        if (accounts.Count > 1) last = Math.Max(last, accounts[1].Cost);
        accounts.RemoveAll(account => account.Cost > last + SearchLimits.CostTolerance);
        _cuts |= _limits.Cut(accounts);
    }

    private double ProductOfErrors(RivalAccount account, int[] undisputed, UnseenErrors errors)
    {
        var bounds = Component.States[0].Bounds;
        var (lows, highs) = (new TwoExtremes(), new TwoExtremes());
        lows.Add(-1, bounds.Low);
        highs.Add(-1, -bounds.High);
        foreach (var claim in account.Accepted.Concat(undisputed))
        {
            lows.Add(errors.WitnessOf(claim), _intervals[claim].Low);
            highs.Add(errors.WitnessOf(claim), -_intervals[claim].High);
        }

        return errors.Product(account.Accepted, claim => new Interval(lows.Without(errors.WitnessOf(claim)), -highs.Without(errors.WitnessOf(claim))));
    }

    /// <summary>The conflicts of a dispute about one state: pairs, for which no third claim is needed.</summary>
    public List<int[]> Conflicts(int[] members) => Listed(members, ref _cuts);

    private List<int[]> Listed(int[] members, ref Cuts cuts)
    {
        var all = new List<int[]>();
        foreach (var a in members)
        {
            foreach (var b in members)
            {
                if (a >= b || !Contradicts(a, _intervals[b])) continue;
                all.Add(Pair(a, b));
                if (all.Count <= MostConflicts) continue;
                cuts |= Cuts.Conflicts;
                return DearestOpponents(members);
            }
        }

        return all;
    }

    private List<int[]> DearestOpponents(int[] members)
    {
        var pairs = new HashSet<int[]>(SetComparer.Instance);
        var below = DearestAlong(members.OrderBy(claim => _intervals[claim].High));
        var above = DearestAlong(members.OrderByDescending(claim => _intervals[claim].Low));
        foreach (var a in members)
        {
            var lower = Last(below, b => Contradict(_intervals[a].Low, _intervals[b].High));
            var higher = Last(above, b => Contradict(_intervals[b].Low, _intervals[a].High));
            var dearest = lower < 0 || (higher >= 0 && _system.DearestFirst(higher, lower) < 0) ? higher : lower;
            pairs.Add(Pair(a, dearest));
        }

        return [.. pairs];
    }

    /// <summary>Claims in an order, each with the dearest up to there.</summary>
    private List<(int Claim, int Dearest)> DearestAlong(IEnumerable<int> order)
    {
        var along = new List<(int Claim, int Dearest)>();
        foreach (var claim in order)
        {
            var before = along.Count > 0 ? along[^1].Dearest : claim;
            along.Add((claim, _system.DearestFirst(claim, before) < 0 ? claim : before));
        }

        return along;
    }

    /// <summary>The dearest of the leading claims that satisfy a condition, which holds up to some place and no further; −1: none.</summary>
    private static int Last(List<(int Claim, int Dearest)> along, Predicate<int> condition)
    {
        int low = 0, high = along.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (condition(along[middle].Claim)) low = middle + 1;
            else high = middle;
        }

        return low > 0 ? along[low - 1].Dearest : -1;
    }

    /// <summary>Two claims, ascending.</summary>
    private static int[] Pair(int a, int b) => a < b ? [a, b] : [b, a];

    /// <summary>Whether a claim leaves a range no point.</summary>
    private bool Contradicts(int claim, Interval range) => Contradict(_intervals[claim].Low, range.High) || Contradict(range.Low, _intervals[claim].High);

    private bool Contradict(double low, double high) => _system.Contradict(low, high);

    /// <summary>The greatest of some numbers, whose it is, and the greatest of the others'.</summary>
    private sealed class TwoExtremes
    {
        private int _owner = int.MinValue;
        private double _first = double.NegativeInfinity;
        private double _second = double.NegativeInfinity;

        public void Add(int owner, double value)
        {
            if (owner == _owner) _first = Math.Max(_first, value);
            else if (value > _first) (_second, _first, _owner) = (_first, value, owner);
            else _second = Math.Max(_second, value);
        }

        public double Without(int owner) => owner == _owner ? _second : _first;
    }
}
