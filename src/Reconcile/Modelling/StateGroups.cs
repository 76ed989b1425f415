using Reconcile.Mathematics;

namespace Reconcile.Modelling;

/// <summary>Collects constraints over all quantities, and what links quantities, and splits them into components.</summary>
internal sealed class StateGroups
{
    private readonly IReadOnlyList<Quantity> _quantities;
    private readonly DateOnly? _asOf;
    private readonly DisjointSets _sets;
    private readonly Interval[] _bounds;
    private readonly int[] _lowRelations;
    private readonly int[] _highRelations;
    private readonly List<Dated<Constraint>> _constraints = [];
    private readonly List<Dated<StateBound>> _datedBounds = [];

    /// <param name="quantities">All quantities.</param>
    /// <param name="asOf">The day of the dossier, on which relations between fixed quantities have to hold; null: nothing is dated.</param>
    public StateGroups(IReadOnlyList<Quantity> quantities, DateOnly? asOf)
    {
        _quantities = quantities;
        _asOf = asOf;
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

    public void Add(Constraint constraint, Validity validity)
    {
        _constraints.Add(new Dated<Constraint>(constraint, validity));
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

    /// <summary>A relation on one quantity alone.</summary>
    public void Bound(int quantity, Interval range, int relation, Validity validity)
    {
        if (validity != default)
        {
            _datedBounds.Add(new Dated<StateBound>(new StateBound(quantity, range, relation), validity));
            return;
        }

        var old = _bounds[quantity];
        if (range.Low > old.Low) _lowRelations[quantity] = relation;
        if (range.High < old.High) _highRelations[quantity] = relation;
        _bounds[quantity] = old.Intersect(range);
    }

    /// <summary>The components, numbered in the order of the first id of their quantities, and the states of each: day by day, in the order of ids.</summary>
    /// <param name="order">The positions of the quantities in the order of their ids.</param>
    /// <param name="evidence">The days of which claims on moving quantities speak.</param>
    public Numbering Number(int[] order, IReadOnlyList<QuantityDay> evidence)
    {
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

        var numbering = new Numbering(components, locals, [.. sizes], new Timeline?[sizes.Count], new bool[order.Length]);
        if (evidence.Count > 0) Unroll(numbering, order, evidence);
        return numbering;
    }

    /// <summary>The states of each component.</summary>
    public State[][] StatesOf(Numbering numbering)
    {
        var states = new State[numbering.Sizes.Length][];
        for (var i = 0; i < states.Length; i++) states[i] = new State[numbering.Sizes[i]];
        for (var i = 0; i < _quantities.Count; i++)
        {
            var ofComponent = states[numbering.Components[i]];
            var state = new State(_quantities[i], i, _bounds[i], _lowRelations[i], _highRelations[i], null);
            if (!numbering.Moves[i])
            {
                ofComponent[numbering.Locals[i]] = state;
                continue;
            }

            var days = numbering.TimelineOf(numbering.Components[i]).Days;
            for (var day = 0; day < days.Length; day++) ofComponent[numbering.StateOf(i, day)] = state with { Day = days[day] };
        }

        foreach (var (bound, validity) in _datedBounds)
        {
            var component = numbering.Components[bound.Quantity];
            if (!numbering.Moves[bound.Quantity])
            {
                if (validity.Holds(_asOf)) Tighten(ref states[component][numbering.Locals[bound.Quantity]], bound);
                continue;
            }

            var days = numbering.TimelineOf(component).Days;
            for (var day = 0; day < days.Length; day++)
            {
                if (validity.Holds(days[day])) Tighten(ref states[component][numbering.StateOf(bound.Quantity, day)], bound);
            }
        }

        return states;
    }

    /// <summary>The constraints of each component over its own states, on each day on which they hold; merged where they have the same form.</summary>
    public Constraint[][] ConstraintsOf(Numbering numbering)
    {
        var parts = new List<Constraint>?[numbering.Sizes.Length];
        var dated = new List<Dated<Constraint>>?[numbering.Sizes.Length];
        foreach (var constraint in _constraints)
        {
            var component = numbering.Components[constraint.Item.Form.States[0]];
            if (Moves(constraint.Item.Form, numbering)) (dated[component] ??= []).Add(constraint);
            else if (constraint.Validity.Holds(_asOf)) (parts[component] ??= []).Add(constraint.Item with { Form = numbering.Localised(constraint.Item.Form, 0) });
        }

        var merged = new Constraint[parts.Length][];
        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] = parts[i] is { } part ? ConstraintMerger.Merged(part) : [];
            if (dated[i] is { } moving) merged[i] = [.. merged[i], .. DayByDay(moving, numbering, numbering.TimelineOf(i))];
        }

        return merged;
    }

    /// <summary>The moving quantities of each component from day to day, in the order of ids.</summary>
    public Course[][] CoursesOf(Numbering numbering)
    {
        var courses = new Course[numbering.Sizes.Length][];
        for (var i = 0; i < courses.Length; i++) courses[i] = numbering.Timelines[i] is { } timeline ? new Course[timeline.Moving] : [];
        for (var i = 0; i < _quantities.Count; i++)
        {
            if (!numbering.Moves[i]) continue;
            var component = numbering.Components[i];
            var days = numbering.TimelineOf(component).Days;
            var states = new int[days.Length];
            for (var day = 0; day < states.Length; day++) states[day] = numbering.StateOf(i, day);
            courses[component][numbering.Locals[i]] = new Course(_quantities[i], states, days);
        }

        return courses;
    }

    /// <summary>Gives each moving quantity a state on every day on which its component has evidence.</summary>
    private void Unroll(Numbering numbering, int[] order, IReadOnlyList<QuantityDay> evidence)
    {
        var days = new SortedSet<DateOnly>?[numbering.Sizes.Length];
        foreach (var (quantity, day) in evidence) (days[numbering.Components[quantity]] ??= []).Add(day);
        var fixedOnes = new int[days.Length];
        var moving = new int[days.Length];
        foreach (var position in order)
        {
            var component = numbering.Components[position];
            if (days[component] is null) continue;
            numbering.Moves[position] = _quantities[position].Kind != QuantityKind.Fixed;
            numbering.Locals[position] = numbering.Moves[position] ? moving[component]++ : fixedOnes[component]++;
        }

        for (var i = 0; i < days.Length; i++)
        {
            if (days[i] is not { } known) continue;
            var timeline = new Timeline([.. known], fixedOnes[i], moving[i]);
            numbering.Timelines[i] = timeline;
            numbering.Sizes[i] = timeline.States;
        }
    }

    private static IEnumerable<Constraint> DayByDay(List<Dated<Constraint>> constraints, Numbering numbering, Timeline timeline)
    {
        var today = new List<Constraint>(constraints.Count);
        for (var day = 0; day < timeline.Days.Length; day++)
        {
            today.Clear();
            foreach (var (constraint, validity) in constraints)
            {
                if (validity.Holds(timeline.Days[day])) today.Add(constraint with { Form = numbering.Localised(constraint.Form, day) });
            }

            if (today.Count == 0) continue;
            foreach (var constraint in ConstraintMerger.Merged(today)) yield return constraint;
        }
    }

    private static bool Moves(Form form, Numbering numbering)
    {
        foreach (var quantity in form.States)
        {
            if (numbering.Moves[quantity]) return true;
        }

        return false;
    }

    private static void Tighten(ref State state, StateBound bound)
    {
        state = state with
        {
            Bounds = state.Bounds.Intersect(bound.Range),
            LowRelation = bound.Range.Low > state.Bounds.Low ? bound.Relation : state.LowRelation,
            HighRelation = bound.Range.High < state.Bounds.High ? bound.Relation : state.HighRelation,
        };
    }

    private void Join(ReadOnlySpan<int> states)
    {
        for (var i = 1; i < states.Length; i++) _sets.Join(states[i], states[0]);
    }

    private readonly record struct Dated<T>(T Item, Validity Validity);

    private readonly record struct StateBound(int Quantity, Interval Range, int Relation);
}

/// <summary>A day of which a claim on a moving quantity speaks.</summary>
internal readonly record struct QuantityDay(int Quantity, DateOnly Day);
