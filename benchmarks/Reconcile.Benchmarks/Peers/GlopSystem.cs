using Google.OrTools.LinearSolver;
using Reconcile.Modelling;

namespace Reconcile.Benchmarks.Peers;

/// <summary>The states, relations and tolerant intervals of a component as a linear program of OR-Tools, solved by GLOP: can these claims hold together?</summary>
internal sealed class GlopSystem : IDisposable
{
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Component _component;
    private readonly Variable[] _states;
    private readonly ILookup<int, int> _claimsOfState;
    private readonly (int Claim, Google.OrTools.LinearSolver.Constraint Row)[] _rows;

    public GlopSystem(Component component)
    {
        _component = component;
        _states = [.. component.States.Select((state, i) => _solver.MakeNumVar(state.Bounds.Low, state.Bounds.High, "x" + i))];
        foreach (var relation in component.Constraints) AddRow(relation.Form, relation.Range);
        _claimsOfState = Enumerable.Range(0, component.Claims.Length).ToLookup(claim => component.Claims[claim].Form.Single);
        _rows = [.. from i in Enumerable.Range(0, component.Claims.Length)
                    where component.Claims[i].Form.Single < 0
                    select (i, AddRow(component.Claims[i].Form, component.Claims[i].Tolerant))];
    }

    public bool IsFeasible(ReadOnlySpan<bool> active)
    {
        for (var state = 0; state < _states.Length; state++)
        {
            // Claims on one state are bounds of a variable: fewer rows for the solver.
            var bounds = _component.States[state].Bounds;
            foreach (var claim in _claimsOfState[state])
            {
                if (active[claim]) bounds = bounds.Intersect(_component.Claims[claim].Tolerant);
            }

            if (bounds.Low > bounds.High) return false;
            _states[state].SetBounds(bounds.Low, bounds.High);
        }

        foreach (var (claim, row) in _rows)
        {
            var range = active[claim] ? _component.Claims[claim].Tolerant : Interval.All;
            row.SetBounds(range.Low, range.High);
        }

        return _solver.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => true,
            Solver.ResultStatus.INFEASIBLE => false,
            var other => throw new InvalidOperationException($"GLOP gave up: {other}."),
        };
    }

    /// <summary>A deletion filter, as in Reconcile; but over all active claims, since GLOP gives no certificate here.</summary>
    public bool[] MinimalConflict(ReadOnlySpan<bool> active)
    {
        var kept = active.ToArray();
        for (var claim = 0; claim < kept.Length; claim++)
        {
            if (!kept[claim]) continue;
            kept[claim] = false;
            kept[claim] = IsFeasible(kept);
        }

        return kept;
    }

    public void Dispose() => _solver.Dispose();

    private Google.OrTools.LinearSolver.Constraint AddRow(Form form, Interval range)
    {
        var row = _solver.MakeConstraint(range.Low, range.High);
        for (var i = 0; i < form.States.Length; i++) row.SetCoefficient(_states[form.States[i]], form.Coefficients[i]);
        return row;
    }
}
