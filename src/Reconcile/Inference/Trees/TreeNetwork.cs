using Reconcile.Consistency;
using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;

namespace Reconcile.Inference.Trees;

/// <summary>
/// A component without circles as a network of nodes and equations: its states, and one node more for each inequality or claim on several states,
/// which stands for the value of that form.
/// </summary>
internal sealed class TreeNetwork
{
    private readonly Row[] _rows;
    private readonly int[] _nodeOfClaim;
    private readonly List<(int Node, Interval Range, int Relation)> _inequalities = [];

    /// <param name="component">The component.</param>
    /// <param name="shape">How its states hang together, where that is known: it serves where the network has no other nodes.</param>
    public TreeNetwork(Component component, TreeShape? shape = null)
    {
        Component = component;
        Nodes = component.States.Length;
        _nodeOfClaim = new int[component.Claims.Length];
        var rows = new List<Row>(component.Constraints.Length);
        foreach (var constraint in component.Constraints)
        {
            if (constraint.IsEquation)
            {
                rows.Add(new Row(constraint.Form, constraint.Range.Low, constraint.Range.High, -1, constraint.LowRelation, constraint.HighRelation));
                continue;
            }

            rows.Add(new Row(WithNode(constraint.Form, Nodes), 0, 0, -1, constraint.LowRelation, constraint.HighRelation));
            AddInequality(Nodes++, constraint);
        }

        for (var i = 0; i < _nodeOfClaim.Length; i++)
        {
            if (component.Claims[i].State is >= 0 and var state)
            {
                _nodeOfClaim[i] = state;
                continue;
            }

            rows.Add(new Row(WithNode(component.Claims[i].Form, Nodes), 0, 0, i, -1, -1));
            _nodeOfClaim[i] = Nodes++;
        }

        _rows = [.. rows];
        Structure = Nodes == component.States.Length && shape is not null ? shape : new TreeShape(Nodes, _rows);
    }

    public Component Component { get; }

    public int Nodes { get; }

    public TreeShape Structure { get; }

    public ReadOnlySpan<Row> Rows => _rows;

    /// <summary>The node of which a claim speaks.</summary>
    public int NodeOf(int claim) => _nodeOfClaim[claim];

    /// <summary>Adds hard bounds of states, but those that the bounds of their parts imply, and inequalities, each on a node.</summary>
    public void AddHardFactors(List<TreeFactor> factors, UncountedParts uncounted)
    {
        var implied = ImpliedLows();
        for (var state = 0; state < Component.States.Length; state++)
        {
            ref readonly var s = ref Component.States[state];
            if (uncounted.IsUncounted[state] || s.Bounds.IsFixed) continue;
            if (double.IsFinite(s.Bounds.Low) && !implied[state]) factors.Add(OfBound(state, Shape.AtLeast(s.Bounds.Low), s.LowRelation));
            if (double.IsFinite(s.Bounds.High)) factors.Add(OfBound(state, new Shape(double.NegativeInfinity, s.Bounds.High, 0, 0), s.HighRelation));
        }

        foreach (var (node, range, relation) in _inequalities) factors.Add(Hard(node, new Shape(range.Low, range.High, 0, 0), Origin.Relation, relation));
    }

    /// <summary>The bound stems from a relation, or from the quantity itself (−1).</summary>
    private static TreeFactor OfBound(int state, in Shape shape, int relation) => relation >= 0 ? Hard(state, shape, Origin.Relation, relation) : Hard(state, shape, Origin.Bound, state);

    private static TreeFactor Hard(int node, in Shape shape, Origin origin, int number) => new() { Node = node, Shape = shape, Origin = origin, Number = number, Error = -1 };

    /// <summary>As one factor, or as one for each end where two relations give them.</summary>
    private void AddInequality(int node, Constraint constraint)
    {
        var range = constraint.Range;
        if (range.IsClosed && constraint.LowRelation != constraint.HighRelation)
        {
            _inequalities.Add((node, range with { High = double.PositiveInfinity }, constraint.LowRelation));
            _inequalities.Add((node, range with { Low = double.NegativeInfinity }, constraint.HighRelation));
            return;
        }

        _inequalities.Add((node, range, double.IsFinite(range.Low) ? constraint.LowRelation : constraint.HighRelation));
    }

    /// <summary>States whose lower bound follows from those of what they are the sum of, or at least.</summary>
    private bool[] ImpliedLows()
    {
        var implied = new bool[Component.States.Length];
        foreach (var constraint in Component.Constraints)
        {
            if (Alone(constraint.Form) is not { } state) continue;
            implied[state] |= LeastOf(constraint, state) >= Component.States[state].Bounds.Low;
        }

        return implied;
    }

    /// <summary>The one state on its side of an equation or inequality; null when neither side has one alone.</summary>
    private static int? Alone(Form form)
    {
        int positives = 0, positive = -1, negative = -1;
        for (var i = 0; i < form.States.Length; i++)
        {
            if (form.Coefficients[i] > 0) (positives, positive) = (positives + 1, form.States[i]);
            else negative = form.States[i];
        }

        return positives == 1 ? positive : positives == form.States.Length - 1 ? negative : null;
    }

    private double LeastOf(Constraint constraint, int state)
    {
        var own = constraint.Form.Coefficients[constraint.Form.States.IndexOf(state)];
        var least = (own > 0 ? constraint.Range.Low : constraint.Range.High) / own;
        for (var i = 0; i < constraint.Form.States.Length; i++)
        {
            var other = constraint.Form.States[i];
            if (other == state) continue;
            var coefficient = -constraint.Form.Coefficients[i] / own;
            least += coefficient > 0 ? coefficient * Component.States[other].Bounds.Low : double.NegativeInfinity;
        }

        return least;
    }

    private static Form WithNode(Form form, int node) => new([.. form.States, node], [.. form.Coefficients, -1]);
}
