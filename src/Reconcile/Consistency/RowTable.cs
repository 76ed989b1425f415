using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>An interval that one claim gives one state.</summary>
internal readonly record struct UnaryClaim(int Claim, int State, double Low, double High);

/// <summary>Low ≤ form ≤ High; from a relation or a step of a total (<see cref="Claim"/> −1) or a claim on several states (both relations −1).</summary>
internal readonly record struct Row(Form Form, double Low, double High, int Claim, int LowRelation, int HighRelation)
{
    /// <summary>Stands in the place of a relation where a total does not fall from one day to the next.</summary>
    public const int NeverFalls = -2;
}

/// <summary>The claims on one state as intervals, and all else as rows.</summary>
internal sealed class RowTable
{
    private static readonly double[] Growth = [-1, 1];

    private readonly UnaryClaim[] _unary;
    private readonly Row[] _rows;
    private int _unaryCount;
    private int _rowCount;
    private int[]? _lines;

    /// <summary>How wide the claims are taken.</summary>
    public Width Width { get; }

    /// <param name="component">The component.</param>
    /// <param name="width">How wide its claims are taken.</param>
    /// <param name="acrossDays">Whether totals never fall from one day to the next.</param>
    /// <param name="related">Whether relations hold.</param>
    public RowTable(Component component, Width width, bool acrossDays = true, bool related = true)
    {
        Width = width;
        ReadOnlySpan<Constraint> constraints = related ? component.Constraints : [];
        var (unary, rows) = (0, constraints.Length);
        foreach (var claim in component.Claims)
        {
            // A share has a form for each end, which may join one state or two.
            unary += claim.State >= 0 ? 1 : claim.IsShare ? 2 : claim.Form.States.Length == 1 ? 1 : 0;
            rows += claim.State >= 0 ? 0 : claim.IsShare ? 2 : claim.Form.States.Length > 1 ? 1 : 0;
        }

        foreach (var course in component.Courses) rows += acrossDays && course.NeverFalls ? course.Steps : 0;
        _unary = unary == 0 ? [] : new UnaryClaim[unary];
        _rows = rows == 0 ? [] : new Row[rows];
        foreach (var constraint in constraints) _rows[_rowCount++] = new Row(constraint.Form, constraint.Range.Low, constraint.Range.High, -1, constraint.LowRelation, constraint.HighRelation);
        foreach (var course in component.Courses)
        {
            if (acrossDays) AddSteps(course);
        }

        for (var i = 0; i < component.Claims.Length; i++) Add(component.Claims[i], i, width);
    }

    public ReadOnlySpan<UnaryClaim> Unary => _unary.AsSpan(0, _unaryCount);

    public ReadOnlySpan<Row> Rows => _rows.AsSpan(0, _rowCount);

    /// <summary>For each row the number of its form, from 0 in order of appearance: many claims may speak of one sum.</summary>
    public int[] Lines => _lines ??= NumberForms();

    /// <summary>The number of different forms.</summary>
    public int LineCount => Lines.Length == 0 ? 0 : Lines.Max() + 1;

    /// <summary>The same component at two widths.</summary>
    public static (RowTable One, RowTable Other) Both(Component component, Width one, Width other) => Cores.Both(
        component.Claims.Length, (component, one, other), static needs => new RowTable(needs.component, needs.one), static needs => new RowTable(needs.component, needs.other));

    /// <summary>Whether states and rows form no circle, so that interval passes are exact.</summary>
    public bool IsForest(int states)
    {
        if (_rowCount == 0) return true;
        var sets = new DisjointSets(states);
        foreach (var row in Rows)
        {
            foreach (var state in row.Form.States[1..])
            {
                if (!sets.Join(state, row.Form.States[0])) return false;
            }
        }

        return true;
    }

    private int[] NumberForms()
    {
        var numbers = new Dictionary<Form, int>(_rowCount, Form.Comparer.Instance);
        var lines = new int[_rowCount];
        for (var row = 0; row < lines.Length; row++)
        {
            if (!numbers.TryGetValue(_rows[row].Form, out lines[row])) numbers.Add(_rows[row].Form, lines[row] = numbers.Count);
        }

        return lines;
    }

    private void AddSteps(Course course)
    {
        if (!course.NeverFalls) return;
        for (var i = 0; i < course.Steps; i++) _rows[_rowCount++] = new Row(new Form([course.States[i], course.States[i + 1]], Growth), 0, double.PositiveInfinity, -1, Row.NeverFalls, Row.NeverFalls);
    }

    private void Add(ModelledClaim claim, int index, Width width)
    {
        var interval = width.Of(claim);
        if (claim.State >= 0)
        {
            _unary[_unaryCount++] = new UnaryClaim(index, claim.State, interval.Low, interval.High);
        }
        else if (claim.Denominator is { } denominator)
        {
            // low ≤ a/b ≤ high with b ≥ 0 is a − low·b ≥ 0 and a − high·b ≤ 0.
            if (double.IsFinite(interval.Low)) AddForm(claim.Form.Minus(interval.Low, denominator), 0, double.PositiveInfinity, index);
            if (double.IsFinite(interval.High)) AddForm(claim.Form.Minus(interval.High, denominator), double.NegativeInfinity, 0, index);
        }
        else
        {
            AddForm(claim.Form, interval.Low, interval.High, index);
        }
    }

    private void AddForm(Form form, double low, double high, int claim)
    {
        if (form.States.Length > 1)
        {
            _rows[_rowCount++] = new Row(form, low, high, claim, -1, -1);
        }
        else if (form.States.Length == 1)
        {
            var range = new Interval(low, high).Times(1 / form.Coefficients[0]);
            _unary[_unaryCount++] = new UnaryClaim(claim, form.States[0], range.Low, range.High);
        }
    }
}
