using Reconcile.Inference.Factors;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>Where claims and equations put stocks, by hand: a sum of two parts.</summary>
public class TiedLevelsTests
{
    private static DatedSketch Sum(params int[] days)
    {
        var sketch = new DatedSketch(days, DatedSketch.Stock("troops"), DatedSketch.Stock("north"), DatedSketch.Stock("south"));
        for (var day = 0; day < days.Length; day++) sketch.Sketch.Sum(sketch.Courses[0].States[day], sketch.Courses[1].States[day], sketch.Courses[2].States[day]);
        return sketch;
    }

    private static double[] LevelsOf(DatedSketch sketch, int quantity)
    {
        var component = sketch.Sketch.Build();
        var tied = TiedLevels.Of(component, DatedSketch.All(component), scales: null)!;
        return [.. sketch.Courses[quantity].States.Select(state => Math.Round(tied[state], 6))];
    }

    [Fact]
    public void Parts_take_what_a_sum_has_moved_by_their_sizes_and_stay_there()
    {
        var sketch = Sum(0, 4, 5);
        sketch.Says(0, 30, quantity: 1);
        sketch.Says(0, 60, quantity: 2);
        sketch.Says(1, 480, quantity: 0);

        Assert.Equal([90, 480, 480], LevelsOf(sketch, 0));
        Assert.Equal([30, 160, 160], LevelsOf(sketch, 1));
        Assert.Equal([60, 320, 320], LevelsOf(sketch, 2));
    }

    /// <summary>On the day of the sum the first part was told four days before and the second one.</summary>
    [Fact]
    public void What_was_told_longer_ago_has_moved_further()
    {
        var sketch = Sum(0, 3, 4);
        sketch.Says(0, 100, quantity: 1);
        sketch.Says(1, 100, quantity: 2);
        sketch.Says(1, 200, quantity: 0);
        sketch.Says(2, 300, quantity: 0);

        Assert.Equal([100, 100, 150], LevelsOf(sketch, 1));
        Assert.Equal([100, 150], LevelsOf(sketch, 2)[1..]);
    }

    [Fact]
    public void A_part_that_nobody_tells_is_what_the_sum_leaves_it_where_that_is_told_best()
    {
        var sketch = Sum(0, 2, 9);
        sketch.Says(0, 60, quantity: 1);
        sketch.Says(1, 90, quantity: 0);
        sketch.Says(2, 180, quantity: 0);

        Assert.Equal([30, 30, 60], LevelsOf(sketch, 2));
        Assert.Equal([60, 60, 120], LevelsOf(sketch, 1));
    }

    [Fact]
    public void What_stands_at_0_moves_only_where_nothing_else_can()
    {
        foreach (var (told, moved) in ((double, double)[])[(60, 0), (0, 50)])
        {
            var sketch = Sum(0, 2);
            sketch.Says(0, 0, quantity: 1);
            sketch.Says(0, told, quantity: 2);
            sketch.Says(1, 100, quantity: 0);

            Assert.Equal([0, moved], LevelsOf(sketch, 1));
        }
    }

    /// <summary>A ceiling says nothing of where a stock is, and a sum and a part of which nobody tells anything say nothing of each other.</summary>
    [Fact]
    public void Where_nothing_gives_a_value_there_is_no_level()
    {
        var sketch = Sum(0, 2);
        sketch.Says(0, 60, quantity: 1);
        sketch.Says(1, 1000, quantity: 0, static claim => claim with { Kind = FigureKind.Ceiling });

        Assert.Equal([60, 60], LevelsOf(sketch, 1));
        Assert.All(LevelsOf(sketch, 0), static level => Assert.Equal(double.NaN, level));
    }

    [Fact]
    public void Without_an_equation_nothing_is_tied()
    {
        var sketch = new DatedSketch([0, 2], DatedSketch.Stock("troops"), DatedSketch.Stock("north"));
        sketch.Says(0, 60);
        var component = sketch.Sketch.Build();

        Assert.Null(TiedLevels.Of(component, DatedSketch.All(component), scales: null));
    }
}
