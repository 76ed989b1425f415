using FsCheck.Xunit;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Spaces;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class ReducedSpaceTests
{
    [Property(MaxTest = 300)]
    public void Its_coordinates_reach_what_keeps_the_relations_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        Check(RandomSystem.Still(random), random);
    }

    [Property(MaxTest = 100)]
    public void Days_are_states_like_others(int seed)
    {
        var random = new Random(seed);
        Check(RandomSystem.Dated(random), random);
    }

    /// <summary>So that bounds of the parts are bounds of single coordinates, whichever way a sum is written and wherever its total stands.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(2, 1)]
    [InlineData(3, -1)]
    public void A_total_is_a_function_of_its_parts(int total, int sign)
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 4; state++) sketch.State(5);
        sketch.Row(7 * sign, 7 * sign, [.. Enumerable.Range(0, 4).Select(state => (state, state == total ? (double)sign : -sign))]);
        var space = ReducedSpace.Of(sketch.Build(), new UncountedParts(new bool[4], []), []);

        Assert.Equal([1, 1, 1], space.Row(total).ToArray());
        Assert.Equal(7, space.Offset(total));
        Assert.All(Enumerable.Range(0, 4).Where(state => state != total), state => Assert.Equal([0, 0, 1], space.Row(state).ToArray().Order()));
        // The total cannot lie under 22, which is more than its own bound.
        Assert.Equal(3, space.Inequalities.Count);
    }

    private static void Check(KnownSystem system, Random random)
    {
        var space = ReducedSpace.Of(system.Component, system.Uncounted, system.Implied);
        new CoordinatesCheck(
            system,
            space.Free,
            state => (space.Row(state).ToArray(), space.Offset(state)),
            [.. space.Inequalities.Select(factor => new CoordinatesCheck.Inequality(factor.Direction, factor.Shape.Low, factor.Origin, factor.Number, -1))]).Check(random);
    }
}
