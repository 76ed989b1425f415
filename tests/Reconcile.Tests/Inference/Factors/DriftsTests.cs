using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>How far a stock may move from day to day, by hand: 2 % of it times the root of the days, and as far as was said.</summary>
public class DriftsTests
{
    private const double Drift = 0.02;

    private static readonly double[] None = [];

    [Fact]
    public void A_stock_that_stays_may_drift_with_the_root_of_the_days()
    {
        var sketch = new DatedSketch([0, 4, 13], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(1, 1000);
        sketch.Says(2, 1000);

        Same([Drift * 1000 * 2, Drift * 1000 * 3], sketch, None);
    }

    [Fact]
    public void It_moves_as_far_as_was_said_in_parts_by_the_days_and_drifts_on_from_there()
    {
        var sketch = new DatedSketch([0, 1, 4, 13], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(2, 3000);

        Same([2000 * Math.Sqrt(0.25), 2000 * Math.Sqrt(0.75), Drift * 3000 * 3], sketch, None);
    }

    [Fact]
    public void Before_the_first_value_it_is_taken_to_be_as_large_as_then()
    {
        var sketch = new DatedSketch([0, 4, 8], DatedSketch.Stock() with { Drift = 0.1 });
        sketch.Says(1, 1000);

        Same([0.1 * 1000 * 2, 0.1 * 1000 * 2], sketch, None);
    }

    [Fact]
    public void A_small_stock_drifts_as_a_fiftieth_of_its_largest_figure_would()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Stock());
        sketch.Says(0, 5000);
        sketch.Says(1, 1);
        sketch.Says(2, 1);

        Same([4999, Drift * 0.02 * 5000], sketch, None);
    }

    [Fact]
    public void Values_of_leaning_sources_alone_move_it_three_times_as_far()
    {
        var leaning = new Leaning(Tendency.Overstate, LeaningReason.Stated, null, 5);
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, 1000, change: claim => claim with { Leaning = leaning });
        sketch.Says(1, 1400, change: claim => claim with { Leaning = leaning });

        Same([3 * 400], sketch, None);
        // What came out of boasts does not count.
        Same([3 * 400], sketch, [300, 310]);
    }

    [Fact]
    public void In_later_rounds_it_moves_as_claims_say_and_further_where_relations_moved_it()
    {
        var sketch = new DatedSketch([0, 4, 8], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(1, 1000);

        Same([200, Drift * 1000 * 2], sketch, [1000, 1200, 1200]);
        Same([Drift * 1000 * 2, 500], sketch, [1000, 1000, 1500]);
        Same([Drift * 1000 * 2, 70], sketch, [1000, 1000, 1070]);
        Same([Drift * 1000 * 2, Drift * 1000 * 2], sketch, [1000, 1000, 1030]);
    }

    /// <summary>Steps as wide as what came out would shrink from round to round to the drift, and a day with one claim would end up beside it.</summary>
    [Fact]
    public void Steps_that_claims_show_do_not_shrink_in_later_rounds()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(1, 1300);

        Same([300], sketch, None);
        Same([300], sketch, [1050, 1150]);
    }

    /// <summary>A floor above the way between two values, or a ceiling below it, says that the stock was there.</summary>
    [Theory]
    [InlineData(5000, double.PositiveInfinity, 5000)]
    [InlineData(double.NegativeInfinity, 400, 400)]
    public void What_is_feasible_between_two_values_may_lie_off_their_way(double low, double high, double level)
    {
        var sketch = new DatedSketch([0, 4, 8], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(2, 2000);

        Same([Math.Abs(level - 1000), Math.Abs(level - 2000)], sketch, None, (1, new Interval(low, high)));
        Same([1000 * Math.Sqrt(0.5), 1000 * Math.Sqrt(0.5)], sketch, None, (1, new Interval(1400, 1600)));
        Same([1000 * Math.Sqrt(0.5), 1000 * Math.Sqrt(0.5)], sketch, None, (1, new Interval(1499, double.PositiveInfinity)));
    }

    [Fact]
    public void A_limit_after_the_last_value_moves_it_there()
    {
        var sketch = new DatedSketch([0, 4, 8], DatedSketch.Stock());
        sketch.Says(0, 1000);

        Same([600 * Math.Sqrt(0.5), 600 * Math.Sqrt(0.5)], sketch, None, (2, new Interval(1600, double.PositiveInfinity)));
    }

    [Fact]
    public void A_level_is_no_smaller_than_the_geometric_middle_of_what_is_feasible()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(1, 1000);

        Same([Drift * 2000 * 2], sketch, None, (1, new Interval(1000, 4000)));
        Same([Drift * 2000 * 2], sketch, None, (1, new Interval(-4000, -1000)));
    }

    /// <summary>A range on both sides of 0 has no such middle, an open one has none either, and ends beyond ten times all figures say nothing.</summary>
    [Theory]
    [InlineData(-10, 5000, 1000)]
    [InlineData(0, 5000, 1000)]
    [InlineData(5000, double.PositiveInfinity, 1000)]
    [InlineData(4000, 9000, 6000)]
    [InlineData(4000, 10_000, 6324.555320336759)]
    [InlineData(4000, 10_001, 1000)]
    [InlineData(-10_001, -4000, 1000)]
    public void How_large_it_can_be_counts_on_one_side_of_nothing_and_near_the_figures_alone(double low, double high, double level)
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, 1000);
        sketch.Says(1, 1000);

        Same([Drift * level * 2], sketch, None, (1, new Interval(low, high)));
    }

    [Fact]
    public void A_stock_below_nothing_drifts_by_its_size()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, -1000);
        sketch.Says(1, -1000);
        var component = sketch.Sketch.Build();

        Same([Drift * 1000 * 2], sketch, None);
        Assert.Equal(Drift * 1000 * 2, Assert.Single(Movements.Of(component, DatedSketch.All(component), null, None)).Deviation, 1e-9);
    }

    /// <summary>A share that halved moved by half of one of its quantities.</summary>
    [Fact]
    public void Shares_that_differ_from_day_to_day_show_a_movement()
    {
        var sketch = new DatedSketch([0, 1, 4], DatedSketch.Stock("camps"), DatedSketch.Stock("all"));
        sketch.SaysShare(0, 0.4);
        sketch.SaysShare(2, 0.2);
        sketch.Says(0, 100, 0);
        sketch.Says(2, 100, 0);
        sketch.Says(0, 300, 1);
        sketch.Says(2, 300, 1);

        double[] shares = [0.5 * Math.Sqrt(0.25), 0.5 * Math.Sqrt(0.75)];
        Same([100 * shares[0], 100 * shares[1], 300 * shares[0], 300 * shares[1]], sketch, None);
    }

    /// <summary>Two sources on one day are one share, 0.4; what is said of another share, a floor and what does not hold show nothing. From 0.4 to 0.1 is three quarters, whichever way.</summary>
    [Theory]
    [InlineData(0.4, 0.1, 0.75)]
    [InlineData(0.1, 0.4, 0.75)]
    [InlineData(-0.4, 0.4, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0.4, 1)]
    public void What_one_day_is_said_to_be_is_compared_with_the_next_day_of_the_same_share(double first, double later, double moved)
    {
        var sketch = new DatedSketch([0, 1, 5], DatedSketch.Stock("camps"), DatedSketch.Stock("all"));
        foreach (var off in (double[])[-0.05, 0.05]) sketch.SaysShare(0, first + off);
        sketch.SaysShare(1, later);
        sketch.Sketch.Change(sketch.SaysShare(1, 0.9), static claim => claim with { Claim = claim.Claim with { Quantity = "another" } });
        sketch.Sketch.Change(sketch.SaysShare(2, 0.8), static claim => claim with { Kind = FigureKind.Floor });
        var rejected = sketch.SaysShare(2, 0.7);
        for (var quantity = 0; quantity < 2; quantity++)
        {
            for (var day = 0; day < 3; day++) sketch.Says(day, 100, quantity);
        }

        var component = sketch.Sketch.Build();
        var steps = Movements.Of(component, [.. Enumerable.Range(0, component.Claims.Length).Select(claim => claim != rejected)], DatedSketch.Scales(component), None);

        double[] expected = [100 * Math.Max(moved, Drift), Drift * 100 * 2];
        Assert.Equal([.. expected, .. expected], steps.Select(static step => step.Deviation), static (a, b) => Math.Abs(a - b) < 1e-6);
    }

    /// <summary>Of a stock with a floor only its scale tells how far it may drift, or what came out.</summary>
    [Fact]
    public void A_stock_without_a_value_drifts_by_its_scale_and_then_by_its_means()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock());
        sketch.Says(0, 700, change: static claim => claim with { Kind = FigureKind.Floor });

        Same([Drift * 700 * 2], sketch, None);
        Same([Drift * 900 * 2], sketch, [900, 870]);
        Same([Drift * 900 * 2], sketch, [-870, -900]);
        Same([50], sketch, [900, 850]);
    }

    /// <summary>A step goes by the larger of its two days, and where both are small by a fiftieth of the largest of all; where it is longer than its deviation it may go so far.</summary>
    [Fact]
    public void Without_a_value_each_step_goes_by_the_days_beside_it()
    {
        var sketch = new DatedSketch([0, 1, 5, 14], DatedSketch.Stock());
        sketch.Says(3, 700, change: static claim => claim with { Kind = FigureKind.Ceiling });

        Same([Drift * 900, Drift * 900 * 2, Drift * 890 * 3], sketch, [895, 900, 890, 888]);
        Same([800, 98, Drift * 18 * 3], sketch, [900, 100, 2, 1]);
    }

    [Fact]
    public void A_stock_of_which_nobody_speaks_has_no_steps()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock(), DatedSketch.Stock("others"));
        sketch.Says(0, 700, 1);
        var component = sketch.Sketch.Build();

        Assert.Equal([(sketch.Courses[1].States[0], sketch.Courses[1].States[1])], Movements.Of(component, [true], DatedSketch.Scales(component), None).Select(static step => (step.Earlier, step.Later)));
    }

    private static void Same(double[] deviations, DatedSketch sketch, double[] means, params (int State, Interval Range)[] known)
    {
        var component = sketch.Sketch.Build();
        var steps = Movements.Of(component, DatedSketch.All(component), DatedSketch.Scales(component, known), means);

        Assert.Equal(deviations, steps.Select(static step => step.Deviation), static (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.All(steps, static step => Assert.Equal(0, step.Rise));
        Assert.Equal(sketch.Courses.SelectMany(static course => course.States.Zip(course.States.Skip(1))), steps.Select(static step => (step.Earlier, step.Later)));
    }
}
