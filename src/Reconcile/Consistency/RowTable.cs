using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>An interval that one claim gives one state.</summary>
internal readonly record struct UnaryClaim(int Claim, int State, double Low, double High);

/// <summary>Low ≤ form ≤ High; from a relation (<see cref="Claim"/> −1) or a claim on several states (both relations −1).</summary>
internal readonly record struct Row(Form Form, double Low, double High, int Claim, int LowRelation, int HighRelation);

/// <summary>The claims on one state as intervals, and all else as rows.</summary>
internal sealed class RowTable
{
    private readonly List<UnaryClaim> _unary;
    private readonly List<Row> _rows;

    public RowTable(Component component, Width width)
    {
        _unary = new List<UnaryClaim>(component.Claims.Length);
        _rows = new List<Row>(component.Constraints.Length);
        foreach (var constraint in component.Constraints) _rows.Add(new Row(constraint.Form, constraint.Range.Low, constraint.Range.High, -1, constraint.LowRelation, constraint.HighRelation));
        for (var i = 0; i < component.Claims.Length; i++) Add(component.Claims[i], i, width);
    }

    public IReadOnlyList<UnaryClaim> Unary => _unary;

    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Whether states and rows form no circle, so that interval passes are exact.</summary>
    public bool IsForest(int states)
    {
        var sets = new DisjointSets(states);
        foreach (var row in _rows)
        {
            foreach (var state in row.Form.States[1..])
            {
                if (!sets.Join(state, row.Form.States[0])) return false;
            }
        }

        return true;
    }

    private void Add(ModelledClaim claim, int index, Width width)
    {
        var interval = width == Width.Literal ? claim.Literal : claim.Tolerant;
        if (claim.Denominator is { } denominator)
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
            _rows.Add(new Row(form, low, high, claim, -1, -1));
        }
        else if (form.States.Length == 1)
        {
            var range = new Interval(low, high).Times(1 / form.Coefficients[0]);
            _unary.Add(new UnaryClaim(claim, form.States[0], range.Low, range.High));
        }
    }
}
