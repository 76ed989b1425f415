namespace Reconcile.Mathematics;

/// <summary>
/// A small dense linear program with bounded variables and bounded rows: low_j ≤ x_j ≤ high_j and rowLow_i ≤ a_i·x ≤ rowHigh_i, any end may be ∓∞.
/// Bounded-variable primal simplex (G. B. Dantzig 1955; V. Chvátal, Linear Programming, 1983, chapter 8) on the condensed tableau, in which every
/// row is a basic variable as a combination of the nonbasic ones. Infeasible basics are driven to their bounds one after the other, while those
/// within bounds stay there; so a failure ends in a single row, whose multipliers are an elementary certificate of J. Farkas (1902): what it names
/// is a minimal contradiction (J. Gleeson and J. Ryan, ORSA Journal on Computing 2, 1990, theorem 1).
/// A bound counts as kept within 1e-9 of the magnitude of what is added up to reach it. The last basis is the start of the next solve.
/// Deterministic for the same sequence of calls. Workspaces belong to the instance: not thread-safe.
/// </summary>
internal sealed partial class LinearProgram
{
    /// <summary>Multipliers under this share of the largest are rounding errors.</summary>
    private const double NoMultiplier = 1e-9;

    private readonly double[] _coefficients;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _point;
    private bool _restart = true;

    /// <summary>Whether the values keep all bounds as they are set now: so they do after a solve, and whatever form has been driven to its ends since.</summary>
    private bool _isSettled;

    /// <summary>A program whose coefficients are all 0 and whose bounds are all open.</summary>
    public LinearProgram(int variables, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variables);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Variables = variables;
        Rows = rows;
        int all = variables + rows + 1;
        _coefficients = new double[rows * variables];
        _low = new double[all];
        _high = new double[all];
        _low.AsSpan().Fill(double.NegativeInfinity);
        _high.AsSpan().Fill(double.PositiveInfinity);
        _point = new double[variables];
        _tableau = new double[(rows + 1) * variables];
        _pivotRow = new double[variables];
        _basic = new int[rows + 1];
        _nonbasic = new int[variables];
        _value = new double[all];
        _size = new double[rows + 1];
        _rest = new double[variables];
        _lower = new double[all];
        _upper = new double[all];
        _scale = new double[rows];
    }

    public int Variables { get; }

    public int Rows { get; }

    /// <summary>Pivots and bound flips of all solves so far: the measure of work for step budgets.</summary>
    public long Pivots { get; private set; }

    /// <summary>The point that the last successful <see cref="IsFeasible"/> or <see cref="Range"/> found to keep all bounds.</summary>
    public ReadOnlySpan<double> Point => _point;

    /// <summary>Bounds of one variable; low ≤ high, open ends are ∓∞.</summary>
    public void SetVariable(int variable, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)variable, (uint)Variables, nameof(variable));
        SetBounds(variable, low, high);
    }

    /// <summary>Bounds of one row; low ≤ high, open ends are ∓∞. May change between solves, e.g. (−∞, ∞) to relax the row.</summary>
    public void SetRow(int row, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        SetBounds(Variables + row, low, high);
    }

    /// <summary>One coefficient of one row; finite.</summary>
    public void SetCoefficient(int row, int variable, double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)variable, (uint)Variables, nameof(variable));
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A coefficient is a finite number.");
        ref double old = ref _coefficients[(row * Variables) + variable];
        if (old == value) return;
        old = value;
        _restart = true;
        _isSettled = false;
    }

    /// <summary>
    /// Whether some x keeps all bounds. If not, and the spans are not empty, they receive multipliers y over rows and z over variables with
    /// Σ y_i a_i + z = 0, so that Σ y_i (a_i·x) + Σ z_j x_j is 0 for every x, while the bounds make it positive:
    /// Σ_{y_i &gt; 0} y_i rowLow_i + Σ_{y_i &lt; 0} y_i rowHigh_i + (the same for z) &gt; 0. A positive multiplier uses the lower bound of its row or
    /// variable, a negative one the upper bound. The largest is ±1; those below 1e-9 are set to 0. Spans are untouched if feasible.
    /// </summary>
    public bool IsFeasible(Span<double> rowMultipliers = default, Span<double> variableMultipliers = default)
    {
        int failed = Solve();
        if (failed < 0) return true;
        WriteCertificate(failed, rowMultipliers, variableMultipliers);
        return false;
    }

    /// <summary>The exact range of <paramref name="form"/>·x over the feasible set, ∓∞ where it is open.</summary>
    /// <exception cref="NumericalLimitException">No x keeps all bounds.</exception>
    public (double Low, double High) Range(ReadOnlySpan<double> form)
    {
        if (form.Length != Variables)
            throw new ArgumentException($"The form needs {Variables} coefficients, one for each variable, not {form.Length}.", nameof(form));
        if (Solve() >= 0) throw new NumericalLimitException("No point keeps all bounds of the linear program, so the form has no range.");
        EnterForm(form);
        GrantSteps();
        bool closedAbove = Drive(Rows, 1) == DriveEnd.Stuck;
        double high = closedAbove ? _value[_basic[Rows]] : double.PositiveInfinity;
        bool closedBelow = Drive(Rows, -1) == DriveEnd.Stuck;
        double low = closedBelow ? _value[_basic[Rows]] : double.NegativeInfinity;
        _rowsInUse = Rows;

        // Both ends of a single point may differ by rounding in the wrong order.
        return low <= high ? (low, high) : (0.5 * (low + high), 0.5 * (low + high));
    }

    private void SetBounds(int index, double low, double high)
    {
        if (!(low <= high) || low == double.PositiveInfinity || high == double.NegativeInfinity)
            throw new ArgumentException(FormattableString.Invariant($"Bounds need low ≤ high, not [{low}, {high}]."), nameof(low));
        if (_low[index] == low && _high[index] == high) return;
        _low[index] = low;
        _high[index] = high;
        _isSettled = false;
    }

    /// <summary>The row in which no progress is possible, or −1 if all bounds are kept.</summary>
    private int Solve()
    {
        if (_restart || _pivotsSinceRestart > RestartAfter) Restart();
        int failed = _isSettled ? -1 : Settle();
        if (_pivotsSinceRestart > 0 && HasDrifted())
        {
            Restart();
            failed = Settle();
        }

        if (failed < 0) _value.AsSpan(0, Variables).CopyTo(_point);
        return failed;
    }

    private void GrantSteps() => _budget = Pivots + (200L * (Variables + Rows)) + 10_000;

    /// <summary>Drives the worst violated row to its bound until there is none.</summary>
    private int Settle()
    {
        PlaceNonbasics();
        GrantSteps();
        while (true)
        {
            int worst = MostViolated(out int direction);
            _isSettled = worst < 0;
            if (_isSettled) return -1;
            switch (Drive(worst, direction))
            {
                case DriveEnd.Stuck: return worst;

                // Nothing was proved within the budget: no contradiction is claimed.
                case DriveEnd.Open: return -1;
                default: break;
            }
        }
    }

    /// <summary>The stuck row says x_basic = Σ T_k x_k with every x_k at the bound that helps most: its coefficients are the multipliers.</summary>
    private void WriteCertificate(int row, Span<double> rowMultipliers, Span<double> variableMultipliers)
    {
        if (rowMultipliers.IsEmpty && variableMultipliers.IsEmpty) return;
        ReadOnlySpan<double> line = Line(row);
        double sign = _value[_basic[row]] < _lower[_basic[row]] ? 1 : -1;
        double largest = Math.Abs(Multiplier(_basic[row], sign));
        for (int k = 0; k < line.Length; k++) largest = Math.Max(largest, Math.Abs(Multiplier(_nonbasic[k], line[k])));
        rowMultipliers.Clear();
        variableMultipliers.Clear();
        Put(_basic[row], sign, rowMultipliers, variableMultipliers);
        for (int k = 0; k < line.Length; k++) Put(_nonbasic[k], -sign * line[k], rowMultipliers, variableMultipliers);

        void Put(int index, double multiplier, Span<double> rows, Span<double> variables)
        {
            double share = Multiplier(index, multiplier) / largest;
            if (Math.Abs(share) < NoMultiplier) return;
            if (index < Variables && !variables.IsEmpty) variables[index] = share;
            if (index >= Variables && !rows.IsEmpty) rows[index - Variables] = share;
        }

        // Rows were scaled; their multipliers scale the other way round.
        double Multiplier(int index, double multiplier) => index < Variables ? multiplier : multiplier * _scale[index - Variables];
    }
}
