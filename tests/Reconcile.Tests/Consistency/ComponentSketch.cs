using System.Globalization;
using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Tests.Consistency;

/// <summary>A component drawn by hand: states, rows between them, and claims.</summary>
internal sealed class ComponentSketch
{
    private readonly List<State> _states = [];
    private readonly List<Constraint> _constraints = [];
    private readonly List<ModelledClaim> _claims = [];
    private Course[] _courses = [];

    public int States => _states.Count;

    public int State(double low = 0, double high = double.PositiveInfinity)
    {
        _states.Add(new State(new Quantity { Id = string.Create(CultureInfo.InvariantCulture, $"q{_states.Count}") }, _states.Count, new Interval(low, high), -1, -1, null));
        return _states.Count - 1;
    }

    /// <summary>Quantities that move, with a state each on each of some days. Fixed ones come before.</summary>
    public Course[] Move(DateOnly[] days, params Quantity[] quantities)
    {
        var first = _states.Count;
        foreach (var day in days)
        {
            foreach (var quantity in quantities) _states.Add(new State(quantity, _states.Count, new Interval(0, double.PositiveInfinity), -1, -1, day));
        }

        _courses = [.. quantities.Select((quantity, place) => new Course(quantity, [.. days.Select((_, day) => first + (day * quantities.Length) + place)], days))];
        return _courses;
    }

    /// <summary>Bounds a state, as a relation on it alone would where its number is given.</summary>
    public void Bound(int state, double low, double high, int relation = -1) =>
        _states[state] = _states[state] with { Bounds = new Interval(low, high), LowRelation = relation, HighRelation = relation };

    public void Row(double low, double high, params (int State, double Coefficient)[] terms) =>
        _constraints.Add(new Constraint(FormOf(terms), new Interval(low, high), _constraints.Count, _constraints.Count));

    /// <summary>whole = Σ parts.</summary>
    public void Sum(int whole, params int[] parts) => Row(0, 0, [(whole, 1), .. parts.Select(part => (part, -1.0))]);

    /// <summary>later ≥ earlier.</summary>
    public void Rise(int earlier, int later) => Row(0, double.PositiveInfinity, (later, 1), (earlier, -1));

    public int Claim(int state, double low, double high, double cost = 1) => Claim([(state, 1)], null, low, high, cost);

    public int Claim((int State, double Coefficient)[] terms, (int State, double Coefficient)[]? denominator, double low, double high, double cost = 1)
    {
        var interval = new Interval(low, high);
        var middle = interval.IsClosed ? (low + high) / 2 : double.IsFinite(low) ? low : high;
        _claims.Add(new ModelledClaim
        {
            Position = _claims.Count,
            Claim = new Claim { Quantity = "q", Source = string.Create(CultureInfo.InvariantCulture, $"s{_claims.Count}"), Figure = Figure.Parse("1") },
            Form = FormOf(terms),
            Denominator = denominator is null ? null : FormOf(denominator),
            Literal = interval,
            Tolerant = interval,
            Value = middle,
            Shape = Shape.Normal(middle, 1),
            Kind = FigureKind.Point,
            Best = middle,
            Root = _claims.Count,
            ErrorGroup = _claims.Count,
            RelativeError = 0.1,
            Accuracy = 0.85,
            Cost = cost,
            Leaning = null,
        });
        return _claims.Count - 1;
    }

    /// <summary>Says otherwise of a claim what a sketch leaves plain.</summary>
    public void Change(int claim, Func<ModelledClaim, ModelledClaim> change) => _claims[claim] = change(_claims[claim]);

    public Component Build() => new([.. _states], [.. _constraints], [.. _claims], _courses);

    private static Form FormOf((int State, double Coefficient)[] terms)
    {
        var sorted = terms.OrderBy(term => term.State).ToArray();
        return new Form([.. sorted.Select(term => term.State)], [.. sorted.Select(term => term.Coefficient)]);
    }
}
