using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>
/// Sums and chains without circles: one interval pass from the leaves to the root decides, one pass back gives every range, O(n).
/// Exact because on a tree each row joins states that nothing else joins (bounds consistency on acyclic constraint networks; Dechter 2003, ch. 8).
/// </summary>
internal sealed class TreeSystem : ClaimSystem
{
    private const int FromBounds = -1;

    private readonly TreeShape _tree;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly int[] _lowFrom;
    private readonly int[] _highFrom;

    /// <param name="component">The component.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="alike">A system whose rows join the same states, so that tree and workspace serve both; null: none is known.</param>
    public TreeSystem(Component component, RowTable rows, TreeSystem? alike = null)
        : base(component, rows)
    {
        var states = component.States.Length;
        if (alike is not null)
        {
            (_tree, _low, _high, _lowFrom, _highFrom) = (alike._tree, alike._low, alike._high, alike._lowFrom, alike._highFrom);
            return;
        }

        _tree = new TreeShape(states, Rows.Rows);
        _low = new double[states];
        _high = new double[states];
        _lowFrom = new int[states];
        _highFrom = new int[states];
    }

    /// <summary>How its states hang together.</summary>
    public TreeShape Shape => _tree;

    public override bool IsFeasible(ReadOnlySpan<bool> active) => Rise(active) < 0;

    public override void Ranges(ReadOnlySpan<bool> active, Span<Interval> ranges)
    {
        // What holds but for rounding has ranges too.
        Rise(active, toTheEnd: true);
        foreach (var state in _tree.FromRoot)
        {
            var range = new Interval(_low[state], _high[state]);
            var row = _tree.RowAbove(state);
            if (row >= 0 && IsActive(row, active)) range = range.Intersect(Message(row, state, ranges));
            // Touching bounds may cross by rounding; then both are the middle.
            ranges[state] = range.Low <= range.High ? range : new Interval((range.Low + range.High) / 2, (range.Low + range.High) / 2);
        }
    }

    public override Interval? RangeOf(int claim, ReadOnlySpan<bool> active)
    {
        var modelled = Component.Claims[claim];
        var ranges = new Interval[_low.Length];
        Ranges(active, ranges);
        // Without its own row the states of the claim lie in separate trees, so their ranges combine freely.
        var numerator = RangeOf(modelled.Form, ranges);
        if (modelled.Denominator is not { } denominator) return numerator;
        return Quotient(numerator, RangeOf(denominator, ranges));
    }

    protected override void CollectCertificate(ReadOnlySpan<bool> active, List<int> claims)
    {
        CertificateRelations.Clear();
        var state = Rise(active);
        if (state < 0) return;
        Trace(state, low: true, claims);
        Trace(state, low: false, claims);
    }

    private static Interval RangeOf(Form form, ReadOnlySpan<Interval> ranges)
    {
        double low = 0, high = 0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var term = ranges[form.States[i]].Times(form.Coefficients[i]);
            low += term.Low;
            high += term.High;
        }

        return new Interval(low, high);
    }

    /// <summary>The pass from the leaves: bounds of each state from what stands below it. Returns the first state without room, or −1.</summary>
    private int Rise(ReadOnlySpan<bool> active, bool toTheEnd = false)
    {
        CountStep();
        Start(active);
        var order = _tree.FromRoot;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var state = order[i];
            foreach (var row in _tree.RowsBelow(state))
            {
                if (!IsActive(row, active)) continue;
                var range = Message(row, state, []);
                Tighten(state, range.Low, range.High, Rows.Unary.Length + row);
            }

            if (!toTheEnd && Contradict(_low[state], _high[state])) return state;
        }

        return -1;
    }

    private void Start(ReadOnlySpan<bool> active)
    {
        var states = Component.States;
        for (var i = 0; i < states.Length; i++)
        {
            _low[i] = states[i].Bounds.Low;
            _high[i] = states[i].Bounds.High;
            _lowFrom[i] = _highFrom[i] = FromBounds;
        }

        var claims = Rows.Unary;
        for (var i = 0; i < claims.Length; i++)
        {
            ref readonly var unary = ref claims[i];
            if (active[unary.Claim]) Tighten(unary.State, unary.Low, unary.High, i);
        }
    }

    /// <summary>Sources of bounds: 0 … are unary claims, those after them rows.</summary>
    private void Tighten(int state, double low, double high, int source)
    {
        if (low > _low[state])
        {
            _low[state] = low;
            _lowFrom[state] = source;
        }

        if (high < _high[state])
        {
            _high[state] = high;
            _highFrom[state] = source;
        }
    }

    private bool IsActive(int row, ReadOnlySpan<bool> active) => Rows.Rows[row].Claim < 0 || active[Rows.Rows[row].Claim];

    /// <summary>What a row says of one of its states, by the others.</summary>
    /// <param name="row">The row.</param>
    /// <param name="state">The state.</param>
    /// <param name="ranges">The ranges from the root down to the state above the row; not looked at where that is the state.</param>
    private Interval Message(int row, int state, ReadOnlySpan<Interval> ranges)
    {
        ref readonly var r = ref Rows.Rows[row];
        var above = _tree.StateAbove(row);
        double low = 0, high = 0, own = 0;
        for (var i = 0; i < r.Form.States.Length; i++)
        {
            var (other, coefficient) = (r.Form.States[i], r.Form.Coefficients[i]);
            if (other == state)
            {
                own = coefficient;
                continue;
            }

            // What is known of the state above may include this row itself: its range is exact all the same.
            var term = (other == above ? ranges[other] : new Interval(_low[other], _high[other])).Times(coefficient);
            low += term.Low;
            high += term.High;
        }

        return new Interval(r.Low - high, r.High - low).Times(1 / own);
    }

    /// <summary>Follows one bound of one state back to the claims and relations that made it.</summary>
    private void Trace(int state, bool low, List<int> claims)
    {
        var pending = new Stack<(int State, bool Low)>();
        pending.Push((state, low));
        while (pending.TryPop(out var bound))
        {
            var source = bound.Low ? _lowFrom[bound.State] : _highFrom[bound.State];
            if (source == FromBounds)
            {
                var relation = bound.Low ? Component.States[bound.State].LowRelation : Component.States[bound.State].HighRelation;
                if (relation >= 0) CertificateRelations.Add(relation);
            }
            else if (source < Rows.Unary.Length)
            {
                if (!claims.Contains(Rows.Unary[source].Claim)) claims.Add(Rows.Unary[source].Claim);
            }
            else
            {
                TraceRow(source - Rows.Unary.Length, bound.State, bound.Low, claims, pending);
            }
        }
    }

    private void TraceRow(int row, int state, bool low, List<int> claims, Stack<(int State, bool Low)> pending)
    {
        ref readonly var r = ref Rows.Rows[row];
        var own = r.Form.Coefficients[r.Form.States.IndexOf(state)];
        // A lower bound of own·x stems from the lower end of the row and the upper bounds of the other terms, and the reverse.
        var othersHigh = low == own > 0;
        if (r.Claim < 0) CertificateRelations.Add(othersHigh ? r.LowRelation : r.HighRelation);
        else if (!claims.Contains(r.Claim)) claims.Add(r.Claim);
        for (var i = 0; i < r.Form.States.Length; i++)
        {
            if (r.Form.States[i] != state) pending.Push((r.Form.States[i], r.Form.Coefficients[i] > 0 != othersHigh));
        }
    }
}
