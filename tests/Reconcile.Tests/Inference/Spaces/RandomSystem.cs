using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;

namespace Reconcile.Tests.Inference.Spaces;

/// <summary>
/// Draws systems of relations with whole numbers: fixed quantities, moving ones, rows among the states of one day and the fixed ones, most of them the same on several days, bounds, and
/// states that bounds fix.
/// </summary>
internal sealed class RandomSystem
{
    private readonly ComponentSketch _sketch = new();
    private readonly Random _random;
    private readonly int _fixed;
    private readonly int _moving;
    private readonly int _days;
    private readonly int[] _truth;

    private RandomSystem(Random random, int @fixed, int moving, int days)
    {
        (_random, _fixed, _moving, _days) = (random, @fixed, moving, days);
        for (var state = 0; state < @fixed; state++) _sketch.State();
        if (moving > 0) _sketch.Move([.. Enumerable.Range(0, days).Select(new DateOnly(2025, 1, 1).AddDays)], [.. Enumerable.Range(0, moving).Select(i => new Quantity { Id = $"m{i}", Kind = QuantityKind.Total })]);
        _truth = new int[_sketch.States];
        // Every other day is as the day before, so that the same holds on it.
        for (var state = 0; state < _truth.Length; state++) _truth[state] = state >= @fixed && (state - @fixed) / moving % 2 == 1 ? _truth[state - moving] : random.Next(40);
    }

    /// <summary>Quantities that do not move.</summary>
    public static KnownSystem Still(Random random) => new RandomSystem(random, random.Next(2, 8), 0, 1).Drawn();

    public static KnownSystem Dated(Random random) => new RandomSystem(random, random.Next(4), random.Next(1, 4), random.Next(2, 6)).Drawn();

    private KnownSystem Drawn()
    {
        AddBounds();
        for (var row = _random.Next(1, 4); row > 0 && _fixed > 1; row--) AddRow(0);
        for (var row = _random.Next(1, 4); row > 0 && _moving > 0; row--) AddRow(_moving);
        var component = _sketch.Build();
        return new KnownSystem(component, new UncountedParts(new int[_truth.Length], Twins(), component), Points(), Array.ConvertAll(_truth, static value => (double)value));
    }

    private void AddBounds()
    {
        for (var state = 0; state < _truth.Length; state++)
        {
            var relation = _random.Next(3) == 0 ? 100 + state : -1;
            var (below, above) = (_truth[state] - _random.Next(1, 5), _truth[state] + _random.Next(1, 9));
            var (low, high) = _random.Next(8) switch
            {
                0 => (_truth[state], _truth[state]),
                1 => (double.NegativeInfinity, double.PositiveInfinity),
                2 => (below, above),
                3 => (double.NegativeInfinity, above),
                _ => (0, double.PositiveInfinity),
            };
            _sketch.Bound(state, low, high, relation);
        }
    }

    /// <summary>A row over the fixed states and, on each day but perhaps one, the moving ones.</summary>
    private void AddRow(int moving)
    {
        var columns = Enumerable.Range(0, moving + _fixed).ToArray();
        _random.Shuffle(columns);
        columns = [.. columns.Take(_random.Next(2, 5))];
        if (moving > 0 && Array.TrueForAll(columns, column => column >= moving)) columns[0] = 0;
        var coefficients = Array.ConvertAll(columns, _ => (_random.Next(2) == 0 ? 1.0 : -1) * _random.Next(1, 4));
        var (kind, skipped) = (_random.Next(6), _random.Next(3) == 0 ? _random.Next(_days) : -1);
        for (var day = 0; day < (moving == 0 ? 1 : _days); day++)
        {
            if (moving > 0 && day == skipped) continue;
            (int State, double Coefficient)[] terms = [.. columns.Select((column, i) => (column < moving ? _fixed + (day * moving) + column : column - moving, coefficients[i]))];
            var value = terms.Sum(term => term.Coefficient * _truth[term.State]);
            var (low, high) = kind switch { 0 => (value - 3, double.PositiveInfinity), 1 => (double.NegativeInfinity, value + 2), 2 => (value - 3, value + 2), _ => (value, value) };
            _sketch.Row(low, high, terms);
        }
    }

    /// <summary>Now and then two states, on one day where they move, that differ by what they differ in the known point.</summary>
    private (int First, int Second, double Apart)[] Twins()
    {
        var first = _moving == 0 ? _truth.Length - 1 : _fixed + _random.Next(_truth.Length - _fixed);
        var second = _moving == 0 ? 0 : first - ((first - _fixed) % _moving);
        return first == second || _random.Next(2) == 0 ? [] : [(first, second, _truth[first] - _truth[second])];
    }

    private ImpliedEquation[] Points()
    {
        var state = _random.Next(_truth.Length);
        return _random.Next(3) > 0 ? [] : [new ImpliedEquation(Form.Of(state), _truth[state])];
    }
}
