using MathNet.Numerics.LinearAlgebra;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Modelling;

namespace Reconcile.Tests.Inference.Spaces;

/// <summary>A system of relations and one point that keeps them all.</summary>
internal sealed record KnownSystem(Component Component, UncountedParts Uncounted, ImpliedEquation[] Implied, double[] Truth)
{
    /// <summary>How many coordinates the equations leave free, by the rank of their matrix.</summary>
    public int Free => Truth.Length - (Equations().ToArray() is { Length: > 0 } equations ? Matrix<double>.Build.DenseOfRowArrays(equations.Select(equation => equation.Row)).Rank() : 0);

    /// <summary>Row · states = value.</summary>
    public IEnumerable<(double[] Row, double Value)> Equations() =>
    [
        .. Component.Constraints.Where(static constraint => constraint.IsEquation).Select(constraint => (RowOf(constraint.Form), constraint.Range.Low)),
        .. Enumerable.Range(0, Truth.Length).Where(IsFixed).Select(state => (RowOf(Form.Of(state)), Component.States[state].Bounds.Low)),
        .. Implied.Select(implied => (RowOf(implied.Form), implied.Value)),
        .. Uncounted.Pairs.Select(pair => (RowOf(Form.Of(pair.First).Minus(1, Form.Of(pair.Second))), pair.Apart)),
    ];

    /// <summary>What has to be at least 0, and what it stems from.</summary>
    public IEnumerable<(Origin Origin, int Number, Func<double[], double> Slack)> Limits()
    {
        for (var state = 0; state < Truth.Length; state++)
        {
            if (IsFixed(state)) continue;
            var (bounds, relation, own) = (Component.States[state].Bounds, Component.States[state].LowRelation, state);
            var (origin, number) = relation >= 0 ? (Origin.Relation, relation) : (Origin.Bound, state);
            if (double.IsFinite(bounds.Low)) yield return (origin, number, point => point[own] - bounds.Low);
            if (double.IsFinite(bounds.High)) yield return (origin, number, point => bounds.High - point[own]);
        }

        foreach (var constraint in Component.Constraints)
        {
            if (constraint.IsEquation) continue;
            if (double.IsFinite(constraint.Range.Low)) yield return (Origin.Relation, constraint.LowRelation, point => constraint.Form.Value(point) - constraint.Range.Low);
            if (double.IsFinite(constraint.Range.High)) yield return (Origin.Relation, constraint.HighRelation, point => constraint.Range.High - constraint.Form.Value(point));
        }
    }

    private bool IsFixed(int state) => Component.States[state].Bounds is var bounds && bounds.Low == bounds.High;

    private double[] RowOf(Form form)
    {
        var row = new double[Truth.Length];
        for (var i = 0; i < form.States.Length; i++) row[form.States[i]] += form.Coefficients[i];
        return row;
    }
}
