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
        var component = sketch.Build();
        var space = ReducedSpace.Of(component, new UncountedParts(new int[4], [], component), []);

        Assert.Equal([1, 1, 1], space.Row(total).ToArray());
        Assert.Equal(7, space.Offset(total));
        Assert.All(Enumerable.Range(0, 4).Where(state => state != total), state => Assert.Equal([0, 0, 1], space.Row(state).ToArray().Order()));
        // The total cannot lie under 22, which is more than its own bound.
        Assert.Equal(3, space.Inequalities.Count);
    }

    /// <summary>Of three quantities without bounds, each at least the one before, the last is at least the first.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(1, 3)]
    public void A_limit_that_follows_from_others_is_left_out_also_where_nothing_bounds_a_quantity(double least, int left)
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State(double.NegativeInfinity);
        sketch.Rise(0, 1);
        sketch.Row(least, double.PositiveInfinity, (0, -1), (2, 1));
        sketch.Rise(1, 2);

        Assert.Equal(left == 2 ? [0, 2] : [0, 1, 2], Limits(sketch).Select(static factor => factor.Number).Order());
    }

    [Theory]
    [InlineData(7, 9)]
    [InlineData(9, 7)]
    public void Of_limits_on_one_form_in_whatever_unit_the_strictest_stays(double first, double second)
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 2; state++) sketch.State(double.NegativeInfinity);
        sketch.Row(2 * first, double.PositiveInfinity, (0, 2), (1, 6));
        sketch.Row(double.NegativeInfinity, -second, (0, -1), (1, -3));
        sketch.Row(double.NegativeInfinity, 30, (0, 1), (1, 3));
        var limits = Limits(sketch);

        Assert.Equal(2, limits.Length);
        var floor = limits.Single(static factor => factor.Number != 2);
        Assert.Equal(first > second ? 0 : 1, floor.Number);
        Assert.Equal(9, floor.Shape.Low / floor.Direction[0], 1e-12);
        Assert.Equal(3, floor.Direction[1] / floor.Direction[0], 1e-12);
    }

    /// <summary>Between 1 and 4 and between 2 and 6 a sum is 3 at least, a difference lies between −5 and 2.</summary>
    [Theory]
    [InlineData(1, 3.0, 10.0, 0)]
    [InlineData(1, 3.1, 10.0, 1)]
    [InlineData(1, 2.9, 9.9, 1)]
    [InlineData(1, 3.1, 9.9, 2)]
    [InlineData(-1, -5.0, 2.0, 0)]
    [InlineData(-1, -4.9, 2.0, 1)]
    [InlineData(-1, -5.1, 1.9, 1)]
    public void A_limit_that_the_bounds_imply_is_left_out(double coefficient, double least, double most, int left)
    {
        var sketch = new ComponentSketch();
        sketch.State(1, 4);
        sketch.State(2, 6);
        sketch.Row(least, most, (0, 1), (1, coefficient));

        Assert.Equal(left, Limits(sketch).Count(static factor => factor.Origin == Origin.Relation));
    }

    /// <summary>Three limits and three bounds, and two more for each other quantity: beyond 80 only bounds of single quantities are asked.</summary>
    [Theory]
    [InlineData(37, false)]
    [InlineData(38, true)]
    public void Among_very_many_limits_one_that_follows_from_other_sums_stays(int others, bool stays)
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        sketch.Rise(0, 1);
        sketch.Rise(1, 2);
        sketch.Row(-1, double.PositiveInfinity, (0, -1), (2, 1));
        for (var other = 0; other < others; other++) sketch.Row(5 + other, double.PositiveInfinity, (sketch.State(), 1), (2, 1));

        Assert.Equal(stays, Limits(sketch).Any(static factor => factor.Origin == Origin.Relation && factor.Number == 2));
    }

    private static Factor[] Limits(ComponentSketch sketch)
    {
        var component = sketch.Build();
        return [.. ReducedSpace.Of(component, new UncountedParts(new int[sketch.States], [], component), []).Inequalities];
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
