using Reconcile.Inference.Factors;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class UncountedPartsTests
{
    [Fact]
    public void Parts_of_which_nobody_speaks_share_the_rest_above_their_lower_bounds()
    {
        var sketch = new ComponentSketch();
        int whole = sketch.State(), told = sketch.State(), first = sketch.State(10), second = sketch.State(4), third = sketch.State(1);
        sketch.Sum(whole, told, first, second, third);
        sketch.Claim(told, 5, 6);
        var uncounted = UncountedParts.Of(sketch.Build());

        Assert.Equal([false, false, true, true, true], uncounted.IsUncounted);
        Assert.Equal([(second, first, -6), (third, first, -9)], uncounted.Pairs);
    }

    [Fact]
    public void Only_parts_with_the_same_sign_whose_size_is_theirs_and_that_are_open_above_alone_share()
    {
        var sketch = new ComponentSketch();
        int whole = sketch.State(), doubled = sketch.State(), closed = sketch.State(0, 50), open = sketch.State(double.NegativeInfinity), related = sketch.State(), plain = sketch.State(), other = sketch.State();
        sketch.Row(0, 0, (whole, 1), (doubled, -2), (closed, -1), (open, -1), (related, -1), (plain, -1));
        sketch.Row(0, double.PositiveInfinity, (related, 1), (other, -1));
        sketch.Claim(other, 5, 6);

        Assert.Empty(UncountedParts.Of(sketch.Build()).Pairs);
        Assert.DoesNotContain(true, UncountedParts.Of(sketch.Build()).IsUncounted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Whichever_way_an_equation_is_written_the_parts_are_the_same(int sign)
    {
        var sketch = new ComponentSketch();
        int whole = sketch.State(), first = sketch.State(), second = sketch.State();
        sketch.Row(0, 0, (whole, sign), (first, -sign), (second, -sign));
        sketch.Claim(whole, 5, 6);

        Assert.Equal([(second, first, 0)], UncountedParts.Of(sketch.Build()).Pairs);
    }

    [Fact]
    public void Shares_speak_of_both_quantities()
    {
        var sketch = new ComponentSketch();
        int whole = sketch.State(), first = sketch.State(), second = sketch.State();
        sketch.Sum(whole, first, second);
        sketch.Claim([(whole, 1)], [(second, 1)], 2, 3);
        Assert.Empty(UncountedParts.Of(sketch.Build()).Pairs);
    }

    /// <summary>whole − first − second ≥ 5, from 1 and 2 on: 3/2 of first and second are what whole leaves, 5 less, and half of 1 + 2 more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Parts_that_are_only_limited_take_an_equal_share_of_the_room_each_and_one_is_left(int sign)
    {
        var sketch = new ComponentSketch();
        int whole = sketch.State(), first = sketch.State(1), second = sketch.State(2);
        sketch.Row(sign > 0 ? 5 : double.NegativeInfinity, sign > 0 ? double.PositiveInfinity : -5, (whole, sign), (first, -sign), (second, -sign));
        sketch.Claim(whole, 50, 60);
        var uncounted = UncountedParts.Of(sketch.Build());

        Assert.Equal([false, true, true], uncounted.IsUncounted);
        Assert.Equal([(second, first, 1)], uncounted.Pairs);
        var shared = Assert.Single(uncounted.Component.Constraints);
        Assert.True(shared.IsEquation);
        Assert.Equal([sign, -1.5 * sign, -1.5 * sign], shared.Form.Coefficients.ToArray());
        Assert.Equal(sign * (5 - 1.5), shared.Range.Low);
    }

    /// <summary>third ≤ second ≤ first.</summary>
    [Fact]
    public void So_it_goes_on_up_a_chain_to_what_is_told()
    {
        var sketch = new ComponentSketch();
        int first = sketch.State(), second = sketch.State(), third = sketch.State();
        sketch.Row(0, double.PositiveInfinity, (first, 1), (second, -1));
        sketch.Row(0, double.PositiveInfinity, (second, 1), (third, -1));
        sketch.Claim(first, 50, 60);
        var uncounted = UncountedParts.Of(sketch.Build());

        Assert.Equal([false, true, true], uncounted.IsUncounted);
        Assert.All(uncounted.Component.Constraints, static constraint => Assert.Equal([1.0, -2.0], constraint.Form.Coefficients.ToArray()));
    }

    /// <summary>What only has to be more than something, may be told elsewhere, or has an end of its own keeps its inequality.</summary>
    [Fact]
    public void Others_keep_their_inequality()
    {
        var sketch = new ComponentSketch();
        int told = sketch.State(), above = sketch.State(), closed = sketch.State(0, 90), doubled = sketch.State(), twice = sketch.State();
        sketch.Row(0, double.PositiveInfinity, (above, 1), (told, -1));
        sketch.Row(0, double.PositiveInfinity, (told, 1), (closed, -1));
        sketch.Row(0, double.PositiveInfinity, (told, 1), (doubled, -2));
        sketch.Row(0, 5, (told, 1), (twice, -1));
        sketch.Claim(told, 5, 6);
        var component = sketch.Build();

        Assert.Same(component, UncountedParts.Of(component).Component);
        Assert.DoesNotContain(true, UncountedParts.Of(component).IsUncounted);
    }

    /// <summary>What was said of a moving quantity on one day tells of it on all; and a total does not share with a stock, which may fall.</summary>
    [Fact]
    public void Over_days_only_quantities_of_one_kind_of_which_nobody_ever_speaks_share()
    {
        var sketch = new ComponentSketch();
        static Quantity Of(string id, QuantityKind kind) => new() { Id = id, Kind = kind };
        var courses = sketch.Move(
            [new(2025, 1, 1), new(2025, 1, 4)],
            Of("all", QuantityKind.Total), Of("a", QuantityKind.Total), Of("b", QuantityKind.Total), Of("c", QuantityKind.Stock), Of("d", QuantityKind.Stock), Of("told", QuantityKind.Total));
        foreach (var day in (int[])[0, 1]) sketch.Sum(courses[0].States[day], [.. courses.Skip(1).Select(course => course.States[day])]);
        sketch.Claim(courses[0].States[0], 100, 110);
        sketch.Claim(courses[5].States[1], 10, 11);
        var uncounted = UncountedParts.Of(sketch.Build());

        (int, int, double)[] expected = [.. ((int[])[0, 1]).SelectMany(day => ((int, int)[])[(1, 2), (3, 4)], (day, pair) => (courses[pair.Item2].States[day], courses[pair.Item1].States[day], 0.0))];
        Assert.Equal(expected, uncounted.Pairs);
        Assert.Equal(courses.Skip(1).Take(4).SelectMany(course => course.States).Order(), Enumerable.Range(0, 12).Where(state => uncounted.IsUncounted[state]));
    }
}
