using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>
/// Large components with circles: bounds are propagated along rows until nothing moves (bounds consistency; Davis 1987, Schulte and Stuckey 2005, Apt 2003 ch. 6).
/// What is called infeasible is infeasible. The reverse is not certain: a row sees the range of each state alone, not what other rows say of several states at once.
/// </summary>
/// <remarks>
/// Missed are contradictions that need rows to be added up, such as x + y ≤ 8 beside x + y + z ≥ 10 and z ≤ 1 where x and y have no narrow bounds of their own; what
/// shows only after <see cref="Propagation.MostRaises"/> rounds of one circle or <see cref="Propagation.MostRounds"/> of all, or in steps as small as rounding; and bounds that a circle gives only to a state that had
/// one before. Ranges can be wider than the exact ones for the same reasons; on trees they are exact.
/// </remarks>
internal sealed class PropagationSystem : ClaimSystem
{
    /// <summary>Spreads claims of one cost, whose order is that of their dates: bounds rise seldom then (Knuth 1998, section 6.4, multiplicative hashing).</summary>
    private const uint Spreading = 2_654_435_769;

    /// <summary>Systems with more coefficients, states times different rows, are not put into an exact program: so many are 200 MB (convention).</summary>
    private const long MostCoefficients = 25_000_000;

    private readonly Propagation _many;
    private readonly Propagation _few;
    private readonly bool[] _kept;
    private readonly bool[] _holdsAlone;
    private long _counted;

    public PropagationSystem(Component component, RowTable rows)
        : base(component, rows)
    {
        var claims = component.Claims.Length;
        _many = new Propagation(this, rows, new Inequalities(rows, component.States.Length, claims), Order(component.Claims));
        _few = new Propagation(_many);
        _kept = new bool[claims];
        _holdsAlone = new bool[claims];
        CountWork();
    }

    /// <summary>The same system decided exactly, though slowly; null where that would need gigabytes.</summary>
    public ProgramSystem? TryExact() => (long)Component.States.Length * Rows.LineCount <= MostCoefficients ? new ProgramSystem(Component, Rows) : null;

    public override bool IsFeasible(ReadOnlySpan<bool> active)
    {
        var holds = Nearest(active).Hold(active);
        CountWork();
        return holds;
    }

    /// <summary>Whether the active claims may contradict each other unseen, so that their ranges have crept round a circle.</summary>
    public bool IsUnsettled(ReadOnlySpan<bool> active) => Under(active).HasGivenUp;

    public override void Ranges(ReadOnlySpan<bool> active, Span<Interval> ranges)
    {
        var bounds = BoundsUnder(active);
        for (var state = 0; state < ranges.Length; state++) ranges[state] = RangeOf(state, bounds);
    }

    public override Interval? RangeOf(int claim, ReadOnlySpan<bool> active)
    {
        var bounds = BoundsUnder(active);
        var modelled = Component.Claims[claim];
        var numerator = RangeOf(modelled.Form, bounds);
        if (modelled.Denominator is not { } denominator) return numerator;
        return Quotient(numerator, RangeOf(denominator, bounds));
    }

    public override Interval? RangeOf(Form form, ReadOnlySpan<bool> active) => RangeOf(form, BoundsUnder(active));

    /// <remarks>
    /// Claims that propagation found to be needed stay; each other one is left out in turn, and where the rest still cannot hold its own certificate goes on.
    /// </remarks>
    public override int[] FindConflict(ReadOnlySpan<bool> active)
    {
        var propagation = Nearest(active);
        if (propagation.Hold(active)) return base.FindConflict(active);
        var members = new HashSet<int>();
        CertificateRelations.Clear();
        propagation.Explain(members, CertificateRelations);
        var needed = new HashSet<int> { propagation.Needed };
        foreach (var claim in members.OrderByDescending(claim => Component.Claims[claim].Cost).ThenBy(claim => claim).ToArray())
        {
            if (members.Count == 1 || needed.Contains(claim) || !members.Contains(claim)) continue;
            if (HoldsWithout(claim, members)) continue;
            members.Clear();
            _few.Explain(members, CertificateRelations);
            needed.Add(_few.Needed);
        }

        CountWork();
        return [.. members.Order()];
    }

    protected override void CollectCertificate(ReadOnlySpan<bool> active, List<int> claims)
    {
        CertificateRelations.Clear();
        var propagation = Nearest(active);
        if (propagation.Hold(active)) return;
        var members = new HashSet<int>();
        propagation.Explain(members, CertificateRelations);
        CountWork();
        claims.AddRange(members.Order());
    }

    private static int[] Order(ModelledClaim[] claims)
    {
        var order = new int[claims.Length];
        for (var claim = 0; claim < order.Length; claim++) order[claim] = claim;
        Array.Sort(order, (a, b) =>
        {
            var byCost = claims[b].Cost.CompareTo(claims[a].Cost);
            return byCost != 0 ? byCost : unchecked((uint)a * Spreading).CompareTo(unchecked((uint)b * Spreading));
        });
        return order;
    }

    private static Interval RangeOf(int state, ReadOnlySpan<double> bounds)
    {
        var (low, high) = (bounds[2 * state], -bounds[(2 * state) + 1]);
        // Bounds that contradict each other only now were found by going round a circle once more; then both are the middle.
        return low <= high ? new Interval(low, high) : new Interval((low + high) / 2, (low + high) / 2);
    }

    private static Interval RangeOf(Form form, ReadOnlySpan<double> bounds)
    {
        double low = 0, high = 0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var term = RangeOf(form.States[i], bounds).Times(form.Coefficients[i]);
            low += term.Low;
            high += term.High;
        }

        return new Interval(low, high);
    }

    /// <summary>Whether the other claims hold; of one alone it is remembered, for what is out of line stands in many conflicts.</summary>
    private bool HoldsWithout(int claim, HashSet<int> members)
    {
        Array.Clear(_kept);
        var other = claim;
        foreach (var member in members)
        {
            if (member == claim) continue;
            _kept[member] = true;
            other = member;
        }

        if (members.Count == 2 && _holdsAlone[other]) return true;
        if (!_few.Hold(_kept)) return false;
        if (members.Count == 2) _holdsAlone[other] = true;
        return true;
    }

    private ReadOnlySpan<double> BoundsUnder(ReadOnlySpan<bool> active)
    {
        var propagation = Under(active);
        CountWork();
        return propagation.Bounds;
    }

    private Propagation Under(ReadOnlySpan<bool> active)
    {
        var propagation = Nearest(active);
        propagation.Hold(active);
        return propagation;
    }

    /// <summary>Small sets of claims would otherwise cost the large ones all that they have found.</summary>
    private Propagation Nearest(ReadOnlySpan<bool> active) => _few.Distance(active) < _many.Distance(active) ? _few : _many;

    private void CountWork()
    {
        var work = (_many.Work + _few.Work) / StatesInStep;
        AddSteps(1 + work - _counted);
        _counted = work;
    }
}
