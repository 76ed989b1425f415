using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>Components with circles: a dense simplex method decides, and its Farkas certificate (Farkas 1902) names the claims.</summary>
internal sealed class ProgramSystem : ClaimSystem
{
    private readonly LinearProgram _program;
    private readonly Interval[] _bounds;
    private readonly double[] _rowMultipliers;
    private readonly double[] _stateMultipliers;
    private readonly int[] _lowClaims;
    private readonly int[] _highClaims;
    private readonly int[] _shares;

    /// <summary>What the active rows of each line leave it, and which of them give its ends.</summary>
    private readonly Interval[] _lines;
    private readonly int[] _lowRows;
    private readonly int[] _highRows;
    private int _crossed = -1;
    private int _crossedLine = -1;

    /// <param name="component">The component.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="alike">A system with the same rows but for their ends, whose program serves both; null: none is known.</param>
    public ProgramSystem(Component component, RowTable rows, ProgramSystem? alike = null)
        : base(component, rows)
    {
        if (alike is not null)
        {
            (_program, _bounds, _rowMultipliers, _stateMultipliers, _lowClaims, _highClaims, _shares) =
                (alike._program, alike._bounds, alike._rowMultipliers, alike._stateMultipliers, alike._lowClaims, alike._highClaims, alike._shares);
            (_lines, _lowRows, _highRows) = (alike._lines, alike._lowRows, alike._highRows);
            return;
        }

        var states = component.States.Length;
        _bounds = new Interval[states];
        _shares = [.. Enumerable.Range(0, component.Claims.Length).Where(claim => component.Claims[claim].IsShare)];
        _lines = new Interval[Rows.LineCount];
        _lowRows = new int[_lines.Length];
        _highRows = new int[_lines.Length];
        _program = new LinearProgram(states, _lines.Length + _shares.Length);
        _rowMultipliers = new double[_lines.Length + _shares.Length];
        _stateMultipliers = new double[states];
        _lowClaims = new int[states];
        _highClaims = new int[states];
        for (var row = 0; row < Rows.Rows.Length; row++) SetForm(Rows.Lines[row], Rows.Rows[row].Form);
        for (var i = 0; i < _shares.Length; i++) SetForm(_lines.Length + i, component.Claims[_shares[i]].Denominator!);
    }

    public override bool IsFeasible(ReadOnlySpan<bool> active) => Load(active) && Solve([], []) && ShareOfNothing(active) < 0;

    public override void Ranges(ReadOnlySpan<bool> active, Span<Interval> ranges)
    {
        LoadFeasible(active);
        var form = new double[ranges.Length];
        for (var state = 0; state < ranges.Length; state++)
        {
            form[state] = 1;
            ranges[state] = Range(form);
            form[state] = 0;
        }
    }

    public override Interval? RangeOf(int claim, ReadOnlySpan<bool> active)
    {
        LoadFeasible(active);
        var modelled = Component.Claims[claim];
        var numerator = Range(Dense(modelled.Form));
        if (modelled.Denominator is not { } denominator) return numerator;
        if (SaidOfTheSameShare(claim, active) is { IsClosed: true } said) return said;
        return Quotient(numerator, Range(Dense(denominator)));
    }

    public override Interval? RangeOf(Form form, ReadOnlySpan<bool> active)
    {
        LoadFeasible(active);
        return Range(Dense(form));
    }

    protected override void CollectCertificate(ReadOnlySpan<bool> active, List<int> claims)
    {
        CertificateRelations.Clear();
        if (Load(active))
        {
            if (Solve(_rowMultipliers, _stateMultipliers) && !CertifyShareOfNothing(active)) return;
        }
        else
        {
            CertifyCrossing();
        }

        for (var line = 0; line < _rowMultipliers.Length; line++)
        {
            if (_rowMultipliers[line] == 0) continue;
            if (line >= _lines.Length)
            {
                Add(_shares[line - _lines.Length], claims);
                continue;
            }

            AddEnd(line, low: _rowMultipliers[line] > 0, claims);
            if (double.IsPositiveInfinity(_rowMultipliers[line])) AddEnd(line, low: false, claims);
        }

        for (var state = 0; state < _stateMultipliers.Length; state++)
        {
            if (_stateMultipliers[state] == 0) continue;
            var low = _stateMultipliers[state] > 0;
            AddBound(state, low, claims);
            if (double.IsPositiveInfinity(_stateMultipliers[state])) AddBound(state, low: false, claims);
        }
    }

    private void AddEnd(int line, bool low, List<int> claims)
    {
        ref readonly var row = ref Rows.Rows[low ? _lowRows[line] : _highRows[line]];
        if (row.Claim >= 0) Add(row.Claim, claims);
        else CertificateRelations.Add(low ? row.LowRelation : row.HighRelation);
    }

    private void AddBound(int state, bool low, List<int> claims)
    {
        var claim = low ? _lowClaims[state] : _highClaims[state];
        var relation = low ? Component.States[state].LowRelation : Component.States[state].HighRelation;
        if (claim >= 0) Add(claim, claims);
        else if (relation >= 0) CertificateRelations.Add(relation);
    }

    private static void Add(int claim, List<int> claims)
    {
        if (!claims.Contains(claim)) claims.Add(claim);
    }

    /// <summary>Sets bounds from the active claims. False when the bounds of one state or line already contradict each other.</summary>
    private bool Load(ReadOnlySpan<bool> active)
    {
        var bounds = _bounds;
        for (var state = 0; state < bounds.Length; state++)
        {
            bounds[state] = Component.States[state].Bounds;
            _lowClaims[state] = _highClaims[state] = -1;
        }

        foreach (var unary in Rows.Unary)
        {
            if (!active[unary.Claim]) continue;
            if (unary.Low > bounds[unary.State].Low) _lowClaims[unary.State] = unary.Claim;
            if (unary.High < bounds[unary.State].High) _highClaims[unary.State] = unary.Claim;
            bounds[unary.State] = bounds[unary.State].Intersect(new Interval(unary.Low, unary.High));
        }

        _crossed = _crossedLine = -1;
        for (var state = 0; state < bounds.Length; state++)
        {
            var (low, high) = (bounds[state].Low, bounds[state].High);
            if (Contradict(low, high))
            {
                _crossed = state;
                return false;
            }

            // Touching bounds may cross by rounding.
            _program.SetVariable(state, Math.Min(low, high), Math.Max(low, high));
        }

        return LoadLines(active);
    }

    /// <summary>False when the bounds of one line already contradict each other.</summary>
    private bool LoadLines(ReadOnlySpan<bool> active)
    {
        Array.Fill(_lines, Interval.All);
        var lines = Rows.Lines;
        for (var row = 0; row < lines.Length; row++)
        {
            ref readonly var r = ref Rows.Rows[row];
            if (r.Claim >= 0 && !active[r.Claim]) continue;
            var line = lines[row];
            if (r.Low > _lines[line].Low) _lowRows[line] = row;
            if (r.High < _lines[line].High) _highRows[line] = row;
            _lines[line] = _lines[line].Intersect(new Interval(r.Low, r.High));
        }

        for (var line = 0; line < _lines.Length; line++)
        {
            var (low, high) = (_lines[line].Low, _lines[line].High);
            if (Contradict(low, high))
            {
                _crossedLine = line;
                return false;
            }

            _program.SetRow(line, Math.Min(low, high), Math.Max(low, high));
        }

        return true;
    }

    /// <summary>
    /// The first active share, by its number, whose whole must be 0: there is no share of nothing, though "a third" and "a tenth" of 0 are the same. Below 0: none.
    /// One after the other can be asked: where each whole can be above 0, all can, halfway between the points where they are.
    /// </summary>
    private int ShareOfNothing(ReadOnlySpan<bool> active)
    {
        // Where no figure gives a size, a whole can be 0 only or anything.
        var least = Size > 0 ? 1e-3 * Tolerance * Size : Tolerance;
        for (var i = 0; i < _shares.Length; i++)
        {
            if (active[_shares[i]] && !(Range(Dense(Component.Claims[_shares[i]].Denominator!)).High > least)) return i;
        }

        return -1;
    }

    /// <summary>Proves that the whole of a share must be 0 by asking for one that is not.</summary>
    private bool CertifyShareOfNothing(ReadOnlySpan<bool> active)
    {
        if (ShareOfNothing(active) is var share && share < 0) return false;
        var row = _lines.Length + share;
        _program.SetRow(row, Size > 0 ? Size : 1, double.PositiveInfinity);
        var proved = !Solve(_rowMultipliers, _stateMultipliers);
        _program.SetRow(row, double.NegativeInfinity, double.PositiveInfinity);
        return proved;
    }

    /// <summary>What other active claims say of the very same share: the ranges of its two forms apart know nothing of it.</summary>
    private Interval SaidOfTheSameShare(int claim, ReadOnlySpan<bool> active)
    {
        var said = Interval.All;
        foreach (var other in _shares)
        {
            if (other != claim && active[other] && Component.Claims[other].Claim.Quantity == Component.Claims[claim].Claim.Quantity) said = said.Intersect(Component.Claims[other].Tolerant);
        }

        return said;
    }

    private void CertifyCrossing()
    {
        Array.Clear(_rowMultipliers);
        Array.Clear(_stateMultipliers);
        // Infinity marks that both ends are the proof.
        if (_crossed >= 0) _stateMultipliers[_crossed] = double.PositiveInfinity;
        else _rowMultipliers[_crossedLine] = double.PositiveInfinity;
    }

    private bool Solve(Span<double> rowMultipliers, Span<double> stateMultipliers)
    {
        var before = _program.Pivots;
        var feasible = _program.IsFeasible(rowMultipliers, stateMultipliers);
        CountStep(_program.Pivots - before + 1);
        return feasible;
    }

    private void LoadFeasible(ReadOnlySpan<bool> active)
    {
        if (!Load(active) || !Solve([], [])) throw new NumericalLimitException("What held a moment ago does not hold now: the figures are at the limit of rounding.");
    }

    private Interval Range(double[] form)
    {
        var before = _program.Pivots;
        var (low, high) = _program.Range(form);
        CountStep(_program.Pivots - before + 1);
        return new Interval(low, high);
    }

    private void SetForm(int row, Form form)
    {
        for (var i = 0; i < form.States.Length; i++) _program.SetCoefficient(row, form.States[i], form.Coefficients[i]);
    }

    private double[] Dense(Form form)
    {
        var dense = new double[Component.States.Length];
        for (var i = 0; i < form.States.Length; i++) dense[form.States[i]] = form.Coefficients[i];
        return dense;
    }
}
