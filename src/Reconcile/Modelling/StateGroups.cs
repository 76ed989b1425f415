using Reconcile.Mathematics;

namespace Reconcile.Modelling;

/// <summary>Collects constraints over all quantities, and what links quantities, and splits them into components.</summary>
internal sealed class StateGroups
{
    private readonly IReadOnlyList<Quantity> _quantities;
    private readonly DisjointSets _sets;
    private readonly Interval[] _bounds;
    private readonly int[] _lowRelations;
    private readonly int[] _highRelations;
    private readonly List<Constraint> _constraints = [];

    public StateGroups(IReadOnlyList<Quantity> quantities)
    {
        _quantities = quantities;
        _sets = new DisjointSets(quantities.Count);
        _bounds = new Interval[quantities.Count];
        _lowRelations = new int[quantities.Count];
        _highRelations = new int[quantities.Count];
        for (var i = 0; i < _bounds.Length; i++)
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

    /// <summary>Links the states of which one claim speaks.</summary>
    public void Join(Form form, Form? denominator)
    {
        Join(form.States);
        if (denominator is null) return;
        Join(denominator.States);
        _sets.Join(form.States[0], denominator.States[0]);
    }

    /// <summary>A relation on one state alone.</summary>
    public void Bound(int state, Interval range, int relation)
    {
        var old = _bounds[state];
        if (range.Low > old.Low) _lowRelations[state] = relation;
        if (range.High < old.High) _highRelations[state] = relation;
        _bounds[state] = old.Intersect(range);
    }

    /// <summary>The components, numbered in the order of the first id of their quantities, and the states of each in the order of ids.</summary>
    public Numbering Number()
    {
        var order = IdOrder.Of(_quantities);
        var (components, locals) = (new int[order.Length], new int[order.Length]);
        var numbers = new int[order.Length];
        Array.Fill(numbers, -1);
        var sizes = new List<int>();
        foreach (var position in order)
        {
            ref var number = ref numbers[_sets.Find(position)];
            if (number < 0)
            {
                number = sizes.Count;
                sizes.Add(0);
            }

            components[position] = number;
            locals[position] = sizes[number];
            sizes[number]++;
        }

        return new Numbering(components, locals, [.. sizes]);
    }

    /// <summary>The states of each component.</summary>
    public State[][] StatesOf(Numbering numbering)
    {
        var states = new State[numbering.Sizes.Length][];
        for (var i = 0; i < states.Length; i++) states[i] = new State[numbering.Sizes[i]];
        for (var i = 0; i < _quantities.Count; i++)
        {
            states[numbering.Components[i]][numbering.Locals[i]] = new State(_quantities[i], i, _bounds[i], _lowRelations[i], _highRelations[i]);
        }

        return states;
    }

    /// <summary>The constraints of each component, with its own numbers of states, merged where they have the same form.</summary>
    public Constraint[][] ConstraintsOf(Numbering numbering)
    {
        var parts = new List<Constraint>?[numbering.Sizes.Length];
        foreach (var constraint in _constraints) (parts[numbering.Components[constraint.Form.States[0]]] ??= []).Add(constraint with { Form = numbering.Localised(constraint.Form) });
        var merged = new Constraint[parts.Length][];
        for (var i = 0; i < merged.Length; i++) merged[i] = parts[i] is { } part ? ConstraintMerger.Merged(part) : [];
        return merged;
    }

    private void Join(ReadOnlySpan<int> states)
    {
        for (var i = 1; i < states.Length; i++) _sets.Join(states[i], states[0]);
    }
}
