using FsCheck.Xunit;
using Reconcile.Inference.Chains;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Tests.Inference.Factors;
using Reconcile.Tests.Inference.Spaces;
using Xunit;

namespace Reconcile.Tests.Inference.Chains;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class ChainSpaceTests
{
    [Property(MaxTest = 400)]
    public void Its_coordinates_reach_what_keeps_the_relations_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var system = RandomSystem.Dated(random);
        var space = new ChainSpace(system.Component, system.Uncounted, system.Implied);
        new CoordinatesCheck(
            system,
            space.Coordinates,
            state => RowOf(space, state),
            [.. space.Inequalities.Select(limit => new CoordinatesCheck.Inequality(Spread(limit.Coordinates, limit.Coefficients, space.Coordinates), limit.Shape.Low, limit.Origin, limit.Number, limit.Coordinates.Max(space.BlockOf)))]).Check(random);
    }

    [Property(MaxTest = 100)]
    public void Without_claims_every_day_is_a_block_and_what_is_fixed_meets_all_of_them(int seed)
    {
        var system = RandomSystem.Dated(new Random(seed));
        var space = new ChainSpace(system.Component, system.Uncounted, system.Implied);
        var isFixed = system.Component.States.Select(static state => state.Day is null).ToArray();

        Assert.Equal(system.Component.Days, space.Blocks);
        for (var state = 0; state < isFixed.Length; state++)
        {
            var day = isFixed[state] ? -1 : Array.IndexOf(system.Component.Courses[0].Days, system.Component.States[state].Day!.Value);
            var (row, _) = RowOf(space, state);
            Assert.All(Enumerable.Range(0, row.Length).Where(i => row[i] != 0), i => Assert.True(space.BlockOf(i) == -1 || space.BlockOf(i) == day));
        }
    }

    /// <summary>On every day, so that bounds of the parts are bounds of single coordinates.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(2, -1)]
    public void A_total_is_a_function_of_its_parts(int total, int sign)
    {
        var sketch = new DatedSketch([0, 3], DatedSketch.Total("a"), DatedSketch.Total("b"), DatedSketch.Total("c"));
        for (var day = 0; day < 2; day++) sketch.Sketch.Row(7 * sign, 7 * sign, [.. Enumerable.Range(0, 3).Select(quantity => (sketch.Courses[quantity].States[day], quantity == total ? (double)sign : -sign))]);
        var component = sketch.Sketch.Build();
        var space = new ChainSpace(component, new UncountedParts(new int[6], [], component), []);

        for (var state = 0; state < 6; state++)
        {
            var (row, offset) = RowOf(space, state);
            Assert.Equal(state % 3 == total ? 2 : 1, row.Count(static value => value == 1));
            Assert.Equal(state % 3 == total ? 7 : 0, offset);
        }

        Assert.Equal(4, space.Inequalities.Count);
    }

    /// <summary>Days are alike only where the same holds on them, with the same coefficients.</summary>
    [Fact]
    public void Each_day_has_its_own_relations()
    {
        var sketch = new DatedSketch([0, 3, 5], DatedSketch.Stock("a"), DatedSketch.Stock("b"));
        for (var day = 0; day < 3; day++) sketch.Sketch.Row(0, 0, (sketch.Courses[0].States[day], 1), (sketch.Courses[1].States[day], -1 - (day % 2)));
        var component = sketch.Sketch.Build();
        var space = new ChainSpace(component, new UncountedParts(new int[6], [], component), []);

        for (var day = 0; day < 3; day++)
        {
            var (a, b) = (RowOf(space, sketch.Courses[0].States[day]).Row, RowOf(space, sketch.Courses[1].States[day]).Row);
            Assert.Equal(a, b.Select(value => value * (1 + (day % 2))), static (x, y) => Math.Abs(x - y) < 1e-12);
        }
    }

    /// <summary>A claim on two days far apart joins what lies between unless what it says of one of them meets all days; no more than that is lifted out.</summary>
    [Property(MaxTest = 100)]
    public void A_claim_meets_only_blocks_beside_each_other_and_what_meets_all_days(int seed)
    {
        var random = new Random(seed);
        var sketch = new DatedSketch([.. Enumerable.Range(0, random.Next(3, 40))], DatedSketch.Stock());
        var (states, far) = (sketch.Courses[0].States, 0);
        for (var claim = random.Next(1, random.Next(2, 30)); claim > 0; claim--)
        {
            var from = random.Next(states.Length - 1);
            var to = random.Next(from + 1, random.Next(2) == 0 ? states.Length : Math.Min(states.Length, from + 3));
            sketch.Sketch.Claim([(states[from], -1), (states[to], 1)], null, 3, 9);
            far += to > from + 1 ? 1 : 0;
        }

        var component = sketch.Sketch.Build();
        var space = new ChainSpace(component, UncountedParts.Of(component), []);
        int[] blocks = [.. Enumerable.Range(0, space.Coordinates).Select(space.BlockOf)];

        Assert.InRange(blocks.Count(static block => block < 0), 0, far);
        Assert.Equal(blocks.Where(static block => block >= 0).Order(), blocks.Where(static block => block >= 0));
        Assert.InRange(blocks.Max(), -1, space.Blocks - 1);
        foreach (var claim in component.Claims)
        {
            // With one stock, and no relations, the coordinates are its days.
            int[] met = [.. claim.Form.States.ToArray().Select(state => blocks[state]).Where(static block => block >= 0)];
            Assert.InRange(met.DefaultIfEmpty(0).Max() - met.DefaultIfEmpty(0).Min(), 0, 1);
        }
    }

    private static (double[] Row, double Offset) RowOf(ChainSpace space, int state)
    {
        var form = new SparseForm(space.Coordinates);
        space.Add(state, 1, form);
        var (coordinates, coefficients) = (new List<int>(), new List<double>());
        form.MoveTo(coordinates, coefficients);
        return (Spread(coordinates, coefficients, space.Coordinates), form.Offset);
    }

    private static double[] Spread(IReadOnlyList<int> coordinates, IReadOnlyList<double> coefficients, int size)
    {
        var row = new double[size];
        for (var i = 0; i < coordinates.Count; i++) row[coordinates[i]] += coefficients[i];
        return row;
    }
}
