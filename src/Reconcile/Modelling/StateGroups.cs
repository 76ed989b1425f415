using Reconcile.Mathematics;

namespace Reconcile.Modelling;

/// <summary>Collects constraints and claims over all quantities and splits them into components.</summary>
internal sealed class StateGroups
{
    private readonly IReadOnlyList<Quantity> _quantities;
    private readonly DisjointSets _sets;
    private readonly Interval[] _bounds;
    private readonly int[] _lowRelations;
    private readonly int[] _highRelations;
    private readonly List<Constraint> _constraints = [];
    private readonly List<ModelledClaim> _claims = [];

    public StateGroups(IReadOnlyList<Quantity> quantities)
    {
        _quantities = quantities;
        _sets = new DisjointSets(quantities.Count);
        _bounds = new Interval[quantities.Count];
        _lowRelations = new int[quantities.Count];
        _highRelations = new int[quantities.Count];
        for (var i = 0; i < quantities.Count; i++)
        {
            _bounds[i] = new Interval(quantities[i].Min ?? double.NegativeInfinity, quantities[i].Max ?? double.PositiveInfinity);
            _lowRelations[i] = _highRelations[i] = -1;
        }
    }

    public void Add(Constraint constraint)
    {
        _constraints.Add(constraint);
        Join(constraint.Form.States);
    }

    public void Add(ModelledClaim claim)
    {
        _claims.Add(claim);
        Join(claim.Form.States);
        if (claim.Denominator is not { } denominator) return;
        Join(denominator.States);
        Join([claim.Form.States[0], denominator.States[0]]);
    }

    /// <summary>A relation on one state alone.</summary>
    public void Bound(int state, Interval range, int relation)
    {
        var old = _bounds[state];
        if (range.Low > old.Low) _lowRelations[state] = relation;
        if (range.High < old.High) _highRelations[state] = relation;
        _bounds[state] = old.Intersect(range);
    }

    public Component[] ToComponents()
    {
        var local = new int[_quantities.Count];
        var components = new int[_quantities.Count];
        var states = GroupStates(local, components);
        var constraints = Partition(_constraints, states.Count, constraint => components[constraint.Form.States[0]]);
        var claims = Partition(_claims, states.Count, claim => components[claim.Form.States[0]]);
        var result = new Component[states.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new Component(
                [.. states[i].Select(ToState)],
                Merged(constraints[i], local),
                [.. claims[i].Select(claim => Localised(claim, local))]);
        }

        return result;
    }

    private State ToState(int position) =>
        new(_quantities[position], position, _bounds[position], _lowRelations[position], _highRelations[position]);

    /// <summary>States of each component by id of their quantity; the components in the order of that first id.</summary>
    private List<List<int>> GroupStates(int[] local, int[] components)
    {
        var order = new int[_quantities.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(_quantities[a].Id, _quantities[b].Id));
        var numberOfRoot = new Dictionary<int, int>();
        var groups = new List<List<int>>();
        foreach (var position in order)
        {
            var root = _sets.Find(position);
            if (!numberOfRoot.TryGetValue(root, out var number))
            {
                numberOfRoot.Add(root, number = groups.Count);
                groups.Add([]);
            }

            components[position] = number;
            local[position] = groups[number].Count;
            groups[number].Add(position);
        }

        return groups;
    }

    private static List<T>[] Partition<T>(List<T> items, int count, Func<T, int> component)
    {
        var parts = new List<T>[count];
        for (var i = 0; i < count; i++) parts[i] = [];
        foreach (var item in items) parts[component(item)].Add(item);
        return parts;
    }

    /// <summary>Constraints with local states, in an order that depends on content alone; those with the same form are one.</summary>
    private static Constraint[] Merged(List<Constraint> constraints, int[] local)
    {
        var merged = new List<Constraint>(constraints.Count);
        foreach (var constraint in constraints) merged.Add(Normalised(constraint with { Form = Localised(constraint.Form, local) }));
        merged.Sort(ByContent);
        for (var i = merged.Count - 1; i > 0; i--)
        {
            var (first, second) = (merged[i - 1], merged[i]);
            if (CompareForms(first.Form, second.Form) != 0 || Joined(first, second) is not { } joined) continue;
            merged[i - 1] = joined;
            merged.RemoveAt(i);
        }

        return [.. merged];
    }

    /// <summary>Both limits of one form as one, each end with the relation that gives it, equations before inequalities. Null when they contradict each other.</summary>
    private static Constraint? Joined(Constraint first, Constraint second)
    {
        if (second.IsEquation && !first.IsEquation) (first, second) = (second, first);
        var range = first.Range.Intersect(second.Range);
        if (range.Low > range.High) return null;
        return first with
        {
            Range = range,
            LowRelation = second.Range.Low > first.Range.Low ? second.LowRelation : first.LowRelation,
            HighRelation = second.Range.High < first.Range.High ? second.HighRelation : first.HighRelation,
        };
    }

    /// <summary>Scaled so that the first coefficient is 1: the same fact said twice looks the same.</summary>
    private static Constraint Normalised(Constraint constraint)
    {
        var first = constraint.Form.Coefficients[0];
        if (first == 1) return constraint;
        var coefficients = new double[constraint.Form.Coefficients.Length];
        for (var i = 0; i < coefficients.Length; i++) coefficients[i] = constraint.Form.Coefficients[i] / first;
        return constraint with { Form = new Form(constraint.Form.States.ToArray(), coefficients), Range = constraint.Range.Times(1 / first) };
    }

    private static int ByContent(Constraint a, Constraint b)
    {
        var order = CompareForms(a.Form, b.Form);
        if (order != 0) return order;
        order = a.Range.Low.CompareTo(b.Range.Low);
        if (order != 0) return order;
        order = a.Range.High.CompareTo(b.Range.High);
        return order != 0 ? order : a.LowRelation.CompareTo(b.LowRelation);
    }

    private static int CompareForms(Form a, Form b)
    {
        var order = a.States.SequenceCompareTo(b.States);
        return order != 0 ? order : a.Coefficients.SequenceCompareTo(b.Coefficients);
    }

    private static ModelledClaim Localised(ModelledClaim claim, int[] local) =>
        claim with { Form = Localised(claim.Form, local), Denominator = claim.Denominator is { } denominator ? Localised(denominator, local) : null };

    private static Form Localised(Form form, int[] local)
    {
        var states = new int[form.States.Length];
        var coefficients = form.Coefficients.ToArray();
        for (var i = 0; i < states.Length; i++) states[i] = local[form.States[i]];
        Array.Sort(states, coefficients);
        return new Form(states, coefficients);
    }

    private void Join(ReadOnlySpan<int> states)
    {
        for (var i = 1; i < states.Length; i++) _sets.Join(states[i], states[0]);
    }
}
