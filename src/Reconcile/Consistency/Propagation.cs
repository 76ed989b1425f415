using System.Numerics;
using System.Runtime.InteropServices;

namespace Reconcile.Consistency;

/// <summary>
/// Bounds under a changing set of claims. Claims are added one by one, each until nothing moves any more, so that of claims that cannot hold together the last one
/// is known to be needed for that; claims are taken away with all that rests on them and nothing else (as in dynamic arc consistency; Bessière 1991). Either costs
/// what the claims move, not the size of the system.
/// </summary>
internal sealed partial class Propagation
{
    /// <summary>A bound that has been raised so often is left where it is, for it may creep round a circle for ever.</summary>
    public const int MostRaises = 1000;

    /// <summary>What one claim moves is followed for as much work as so many looks at all rows, for it may creep round many circles at once.</summary>
    public const int MostRounds = 10;

    /// <summary>So many looks cost nothing worth saving.</summary>
    private const int LeastWork = 50_000;

    /// <summary>Above this number claims are looked for in their order, instead of sorted into it.</summary>
    private const int MostToSort = 64;

    private const int None = -1;

    private readonly ClaimSystem _system;
    private readonly RowTable _table;
    private readonly Inequalities _inequalities;
    private readonly int[] _order;
    private readonly int[] _ranks;
    private readonly BoundTrail _trail;
    private readonly bool[] _added;
    private readonly WorkQueue _queue;
    private readonly double[] _rests;
    private readonly List<int> _missing = [];
    private readonly List<int> _removed = [];
    private readonly List<int> _entries = [];
    private readonly List<int> _lowered = [];
    private readonly List<int> _crossed = [];
    private int[] _crossedAtStart = [];
    private int _addedCount;
    private long _time;

    /// <summary>The bounds without claims.</summary>
    /// <param name="system">Whose bounds these are.</param>
    /// <param name="table">Its claims on single states.</param>
    /// <param name="inequalities">Its rows.</param>
    /// <param name="order">The order in which claims are added.</param>
    public Propagation(ClaimSystem system, RowTable table, Inequalities inequalities, int[] order)
        : this(system, table, inequalities, order, new BoundTrail(HardBounds(system)))
    {
        for (var state = 0; state < system.Component.States.Length; state++)
        {
            var bounds = system.Component.States[state].Bounds;
            if (system.Contradict(bounds.Low, bounds.High)) _crossed.Add(state);
        }

        for (var inequality = 0; inequality < inequalities.Count; inequality++) _queue.Enqueue(inequality);
        Settle(long.MaxValue);
        _queue.Clear();
        _trail.SetStart();
        _crossedAtStart = [.. _crossed];
    }

    /// <summary>The bounds without claims, as another started from.</summary>
    public Propagation(Propagation other)
        : this(other._system, other._table, other._inequalities, other._order, new BoundTrail(other._trail))
    {
        _time = other._time;
        _crossedAtStart = other._crossedAtStart;
        _crossed.AddRange(_crossedAtStart);
    }

    private Propagation(ClaimSystem system, RowTable table, Inequalities inequalities, int[] order, BoundTrail trail)
    {
        (_system, _table, _inequalities, _order, _trail) = (system, table, inequalities, order, trail);
        _ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) _ranks[order[rank]] = rank;
        _added = new bool[system.Component.Claims.Length];
        _queue = new WorkQueue(inequalities.Count);
        _rests = new double[inequalities.MostTerms];
    }

    /// <summary>Work so far: looks at bounds.</summary>
    public long Work { get; private set; }

    /// <summary>Whether some bound since the last start was left where it is, having gone round circles very often: the claims may contradict each other all the same.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>When the claims cannot hold: one that is needed for that, so that the others can; −1: not known.</summary>
    public int Needed { get; private set; } = None;

    /// <summary>The bounds as they are, the upper ones with their signs changed.</summary>
    public ReadOnlySpan<double> Bounds => _trail.Values;

    /// <summary>How many claims would have to be added or taken away, or added to none.</summary>
    public int Distance(ReadOnlySpan<bool> active)
    {
        var others = MemoryMarshal.AsBytes(active);
        var own = MemoryMarshal.AsBytes(_added.AsSpan());
        var otherWords = MemoryMarshal.Cast<byte, ulong>(others);
        var ownWords = MemoryMarshal.Cast<byte, ulong>(own);
        var distance = 0;
        for (var word = 0; word < ownWords.Length; word++) distance += BitOperations.PopCount(otherWords[word] ^ ownWords[word]);
        for (var claim = 8 * ownWords.Length; claim < own.Length; claim++) distance += others[claim] ^ own[claim];
        return Math.Min(distance, active.Count(true));
    }

    /// <summary>Takes claims away and adds others, up to the first contradiction. Whether there is none.</summary>
    public bool Hold(ReadOnlySpan<bool> active)
    {
        Compare(active);
        if (_removed.Count > 0) TakeAway(active);
        if (!Settle()) return false;
        Needed = None;
        if (_missing.Count > MostToSort) return AddAll(_order, active);
        if (_missing.Count > 1) _missing.Sort((a, b) => _ranks[a].CompareTo(_ranks[b]));
        return AddAll(CollectionsMarshal.AsSpan(_missing), active);
    }

    /// <summary>After a contradiction: the claims and relations from which it was derived.</summary>
    public void Explain(HashSet<int> claims, HashSet<int> relations) => new ContradictionTrace(_system, _table, _inequalities, _trail, claims, relations).Follow(_crossed[0]);

    /// <summary>The other bound of the same state.</summary>
    public static int Opposite(int bound) => bound ^ 1;

    private static double[] HardBounds(ClaimSystem system)
    {
        var states = system.Component.States;
        var hard = new double[2 * states.Length];
        for (var state = 0; state < states.Length; state++) (hard[2 * state], hard[(2 * state) + 1]) = (states[state].Bounds.Low, -states[state].Bounds.High);
        return hard;
    }

    /// <summary>Lists the claims to be taken away and those to be added.</summary>
    private void Compare(ReadOnlySpan<bool> active)
    {
        _removed.Clear();
        _missing.Clear();
        ReadOnlySpan<bool> added = _added;
        Work += active.Length / ClaimSystem.StatesInStep;
        for (var claim = 0; claim < active.Length; claim++)
        {
            claim += active[claim..].CommonPrefixLength(added[claim..]);
            if (claim < active.Length) (active[claim] ? _missing : _removed).Add(claim);
        }
    }

    /// <summary>Adds what is missing of some claims in their order.</summary>
    private bool AddAll(ReadOnlySpan<int> claims, ReadOnlySpan<bool> active)
    {
        foreach (var claim in claims)
        {
            if (!active[claim] || _added[claim]) continue;
            Add(claim);
            if (Settle()) continue;
            Needed = claim;
            return false;
        }

        return true;
    }

    private void Add(int claim)
    {
        _added[claim] = true;
        _addedCount++;
        foreach (var position in _inequalities.UnaryOfClaim(claim))
        {
            var unary = _table.Unary[position];
            _time++;
            Raise(2 * unary.State, unary.Low, ~position);
            Raise((2 * unary.State) + 1, -unary.High, ~position);
        }

        foreach (var inequality in _inequalities.OfClaim(claim)) _queue.Enqueue(inequality);
    }

    private bool Settle() => Settle(Work + LeastWork + (MostRounds * (long)_inequalities.Terms));

    /// <summary>Applies inequalities until nothing moves. False at the first contradiction; what was still to be done stays noted.</summary>
    private bool Settle(long mostWork)
    {
        while (_crossed.Count == 0 && !_queue.IsEmpty)
        {
            if (Work > mostWork)
            {
                HasGivenUp = true;
                _queue.Clear();
                break;
            }

            var inequality = _queue.Dequeue();
            var claim = _inequalities.SourceOf(inequality).Claim;
            if (claim < 0 || _added[claim]) Apply(inequality);
        }

        return _crossed.Count == 0;
    }

    /// <summary>Solves an inequality for each of its terms.</summary>
    private void Apply(int inequality)
    {
        _time++;
        var bounds = _inequalities.Bounds(inequality);
        var weights = _inequalities.Weights(inequality);
        var values = _trail.Values;
        Work += bounds.Length;
        // Sums of the terms after each, then of those before it: subtracting a term from the sum of all would lose digits.
        var rest = 0.0;
        for (var i = bounds.Length - 1; i >= 0; i--)
        {
            _rests[i] = rest;
            rest += weights[i] * values[bounds[i]];
        }

        rest = _inequalities.SourceOf(inequality).Constant;
        for (var i = 0; i < bounds.Length; i++)
        {
            Raise(Opposite(bounds[i]), (rest + _rests[i]) / weights[i], inequality);
            rest += weights[i] * values[bounds[i]];
        }
    }

    private void Raise(int bound, double value, int reason)
    {
        var old = _trail.Values[bound];
        if (!(value > old)) return;
        var limit = -_trail.Values[Opposite(bound)];
        var crosses = value > limit && _system.Contradict(value, limit);
        if (crosses)
        {
            _crossed.Add(bound / 2);
        }
        else
        {
            // Touching bounds cross by rounding, and circles would make more of it.
            value = Math.Min(value, limit);
            if (!double.IsNegativeInfinity(old) && !_system.Contradict(value, old)) return;
            if (reason >= 0 && _trail.Height(bound) >= MostRaises)
            {
                HasGivenUp = true;
                return;
            }
        }

        _trail.Raise(bound, value, reason, _time);
        // The other end of the same row has nothing to add: either end alone gives the exact range of each of its terms.
        var row = reason < 0 ? None : _inequalities.SourceOf(reason).Row;
        foreach (var inequality in _inequalities.Watchers(bound))
        {
            if (_inequalities.SourceOf(inequality).Row != row) _queue.Enqueue(inequality);
        }
    }
}
