using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>The steps that are expected of totals, by hand.</summary>
public class ExpectedStepsTests
{
    private static readonly double[] None = [];

    [Fact]
    public void Between_claims_a_step_has_half_its_share_of_the_days_and_half_its_share_of_the_rise()
    {
        var sketch = new DatedSketch([0, 4, 10], DatedSketch.Total());
        sketch.Says(0, 100);
        sketch.Says(1, 150);
        sketch.Says(2, 300);

        // A rise of 200: ½·4/10 + ½·50/200 of it, then ½·6/10 + ½·150/200.
        Same([(0, 1, 200 * 0.325, 200 * Math.Sqrt(0.325)), (1, 2, 200 * 0.675, 200 * Math.Sqrt(0.675))], Steps(sketch, None));
    }

    [Fact]
    public void Figures_that_fall_are_levelled_first()
    {
        var sketch = new DatedSketch([0, 5, 10], DatedSketch.Total());
        sketch.Says(0, 100);
        sketch.Says(1, 320);
        sketch.Says(2, 280);

        Same([(0, 1, 200 * 0.75, 200 * Math.Sqrt(0.75)), (1, 2, 200 * 0.25, 200 * Math.Sqrt(0.25))], Steps(sketch, None));
    }

    [Fact]
    public void What_stands_still_is_expected_to_but_may_rise_by_a_fiftieth_of_its_largest_figure()
    {
        var sketch = new DatedSketch([0, 1, 4], DatedSketch.Total());
        sketch.Says(0, 1000);
        sketch.Says(2, 1000);

        Same([(0, 1, 0, 20 * Math.Sqrt(0.25)), (1, 2, 0, 20 * Math.Sqrt(0.75))], Steps(sketch, None));
    }

    [Fact]
    public void Where_nothing_tells_the_pace_no_rise_is_expected_but_it_may_go_far()
    {
        var sketch = new DatedSketch([0, 100, 200, 400], DatedSketch.Total());
        sketch.Says(1, 100);
        sketch.Says(2, 200);

        // As many days before as are known: 200·½ is more than 100·√½. Twice as many after: 200·⅔, not 100·√⅔.
        Same([(0, 1, 0, 100), (1, 2, 100, 100), (2, 3, 0, 400.0 / 3)], Steps(sketch, None));
    }

    /// <summary>Of a few days no more than √(days/25) of the largest figure.</summary>
    [Theory]
    [InlineData(1, 0.2)]
    [InlineData(16, 0.8)]
    [InlineData(25, 1)]
    [InlineData(400, 1)]
    public void In_a_few_days_a_total_has_hardly_doubled(int days, double share)
    {
        var sketch = new DatedSketch([0, days], DatedSketch.Total());
        sketch.Says(0, 500);

        Same([(0, 1, 0, 500 * share)], Steps(sketch, None));
    }

    /// <summary>Less of it what it may rise anyway, in squares: 100·√(1/10) before the 180 days that are known, 200·10/19 after.</summary>
    [Fact]
    public void A_longer_rise_there_that_limits_force_is_expected_and_a_shorter_one_is_not()
    {
        var sketch = new DatedSketch([0, 20, 200, 400], DatedSketch.Total());
        sketch.Says(1, 100);
        sketch.Says(2, 200);
        var (mayBefore, mayAfter) = (100 * Math.Sqrt(0.1), 2000.0 / 19);
        var (before, after) = (Math.Sqrt((80 * 80) - (mayBefore * mayBefore)), Math.Sqrt((180 * 180) - (mayAfter * mayAfter)));

        Same([(0, 1, before, before), (1, 2, 100, 100), (2, 3, after, after)], Steps(sketch, None, (0, new Interval(0, 20)), (3, new Interval(380, 900))));
        Same([(0, 1, 0, mayBefore), (1, 2, 100, 100), (2, 3, 0, mayAfter)], Steps(sketch, None, (0, new Interval(0, 69)), (3, new Interval(305, 900))));
        Same([(0, 1, 0, 1.2 * mayBefore), (1, 2, 120, 120), (2, 3, 0, mayAfter)], Steps(sketch, [20, 80, 200, 900]));
    }

    /// <summary>What a source that leans stretches alike on all days tells how it rises.</summary>
    [Fact]
    public void Where_a_boast_tells_of_it_the_rise_that_came_out_is_expected()
    {
        var sketch = new DatedSketch([0, 20, 200, 400], DatedSketch.Total());
        sketch.Says(1, 100);
        sketch.Says(2, 200);
        sketch.Says(3, 900, change: static claim => claim with { Leaning = new Leaning(Tendency.Overstate, LeaningReason.Stated, null, 5) });
        var mayAfter = 2000.0 / 19;
        var after = Math.Sqrt((300 * 300) - (mayAfter * mayAfter));

        Same([(0, 1, 0, 120 * Math.Sqrt(0.1)), (1, 2, 120, 120), (2, 3, after, after)], Steps(sketch, [20, 80, 200, 500]));
    }

    /// <summary>Nothing tells how fast what is told once rises, and how long something else is told does not change that.</summary>
    [Fact]
    public void How_long_others_are_told_says_nothing_of_the_pace()
    {
        var sketch = new DatedSketch([0, 4, 144], DatedSketch.Total());
        sketch.Says(1, 900);

        Same([(0, 1, 0, 900 * Math.Sqrt(4.0 / 25)), (1, 2, 0, 900)], Steps(sketch, None));
    }

    /// <summary>A rise by the calendar would be 55 in 4 of 144 days.</summary>
    [Fact]
    public void Between_a_first_floor_and_the_first_value_limits_show_how_early_it_rose()
    {
        var sketch = new DatedSketch([0, 4, 144], DatedSketch.Total());
        sketch.Says(0, 10, change: static claim => claim with { Kind = FigureKind.Floor });
        sketch.Says(2, 2010);
        var share = ((4.0 / 144) + (1000.0 / 2000)) / 2;

        Same([(0, 1, 2000 * share, 2010 * Math.Sqrt(share)), (1, 2, 2000 * (1 - share), 2010 * Math.Sqrt(1 - share))], Steps(sketch, None, (1, new Interval(1010, 5000))));
    }

    [Fact]
    public void Of_several_days_before_the_first_claim_each_has_its_share()
    {
        var sketch = new DatedSketch([0, 100, 400, 425], DatedSketch.Total());
        sketch.Says(2, 850);
        sketch.Says(3, 867);

        // 16 of 17 days: 867·16/17 is more than √(16/17) of the least rise of 17.34.
        var far = 867.0 * 16 / 17;
        Same([(0, 1, 0, far * Math.Sqrt(0.25)), (1, 2, 0, far * Math.Sqrt(0.75)), (2, 3, 17, 17.34)], Steps(sketch, None));
    }

    /// <summary>Of 300 in 20 days, 200 in two steps of a day each: the others share 100 in 18 days.</summary>
    [Fact]
    public void Steps_of_which_increments_tell_leave_the_rest_to_the_others()
    {
        var sketch = TwoLosses();

        Same(
            [(0, 1, 100 * 8 / 18.0, 100 * Math.Sqrt(8 / 18.0)), (1, 2, 80, 80), (2, 3, 100 * 10 / 18.0, 100 * Math.Sqrt(10 / 18.0)), (3, 4, 120, 120)],
            Steps(sketch, None));
    }

    /// <summary>Else one that came out longer would be expected, and come out longer still.</summary>
    [Fact]
    public void What_came_out_tells_nothing_of_the_others()
    {
        var sketch = TwoLosses();

        Assert.Equal(Steps(sketch, None), Steps(sketch, [0, 90, 160, 170, 300]));
    }

    [Fact]
    public void Increments_that_tell_of_more_than_the_whole_rise_leave_the_others_none_to_expect()
    {
        var sketch = new DatedSketch([0, 10, 20], DatedSketch.Total());
        sketch.Says(0, 100);
        sketch.Says(2, 200);
        sketch.SaysRise(0, 1, 500);

        // A fiftieth of the largest figure, and the error of the source of the increment, is left to the other step.
        Same([(0, 1, 500, 500), (1, 2, 0, double.Hypot(4, 500 * ErrorDeviation))], Steps(sketch, None));
    }

    /// <summary>Of 30 in the three middle days, 20 in one of them; two roots tell that, each as exactly. Names decide nothing.</summary>
    [Fact]
    public void Of_periods_that_overlap_the_shorter_is_told_first()
    {
        foreach (var isLongFirst in (bool[])[true, false])
        {
            var sketch = new DatedSketch([0, 1, 2, 3, 4, 5], DatedSketch.Total());
            sketch.Says(0, 0);
            sketch.Says(5, 50);
            if (isLongFirst) sketch.SaysRise(1, 4, 30);
            sketch.SaysRise(2, 3, 22);
            sketch.SaysRise(2, 3, 18);
            if (!isLongFirst) sketch.SaysRise(1, 4, 30);

            Same([(0, 1, 10, 20 * Math.Sqrt(0.5)), (1, 2, 5, 5), (2, 3, 20, 20), (3, 4, 5, 5), (4, 5, 10, 20 * Math.Sqrt(0.5))], Steps(sketch, None));
        }
    }

    /// <summary>A day beside a long period is one day, not the whole stretch.</summary>
    [Fact]
    public void Days_of_which_nothing_tells_beside_an_increment_are_reckoned_by_themselves()
    {
        var sketch = new DatedSketch([0, 1, 101], DatedSketch.Total());
        sketch.Says(0, 1000);
        sketch.SaysRise(1, 2, 200);

        // 1 of 101 days: 1000·1/101 is less than the least deviation, 20, to which the error of the increment is added.
        Same([(0, 1, 0, double.Hypot(20, 200 * ErrorDeviation)), (1, 2, 200, 200)], Steps(sketch, None));
    }

    [Fact]
    public void Before_the_first_value_the_others_have_what_that_and_the_increments_leave()
    {
        var sketch = new DatedSketch([0, 10, 20, 30], DatedSketch.Total());
        sketch.Says(3, 300);
        sketch.SaysRise(1, 2, 240);

        Same([(0, 1, 0, 60 * Math.Sqrt(0.5)), (1, 2, 240, 240), (2, 3, 0, 60 * Math.Sqrt(0.5))], Steps(sketch, None));
    }

    [Fact]
    public void A_floor_of_an_increment_tells_nothing_of_the_pace()
    {
        var sketch = new DatedSketch([0, 10, 20], DatedSketch.Total());
        sketch.Says(0, 100);
        sketch.Says(2, 300);
        var floor = sketch.SaysRise(0, 1, 150);
        sketch.Sketch.Change(floor, said => said with { Kind = FigureKind.Floor });

        Same([(0, 1, 100, 200 * Math.Sqrt(0.5)), (1, 2, 100, 200 * Math.Sqrt(0.5))], Steps(sketch, None));
    }

    [Fact]
    public void A_total_to_which_nobody_gives_a_value_has_no_steps()
    {
        var sketch = new DatedSketch([0, 5], DatedSketch.Total());
        sketch.Says(0, 100, change: static claim => claim with { Kind = FigureKind.Floor });

        Assert.Empty(Steps(sketch, None));
    }

    /// <summary>What another account has shown holds where claims speak of the same quantities.</summary>
    [Fact]
    public void Steps_that_are_known_stay_where_the_same_quantities_are_told()
    {
        var sketch = new DatedSketch([0, 5, 10], DatedSketch.Total(), DatedSketch.Total("hurt"), DatedSketch.Stock());
        int first = sketch.Says(0, 100), second = sketch.Says(2, 300), hurt = sketch.Says(0, 50, 1), floor = sketch.Says(1, 70, 2, static claim => claim with { Kind = FigureKind.Floor });
        var component = sketch.Sketch.Build();
        var scales = DatedSketch.Scales(component);
        Movement[] known = [.. Movements.Of(component, DatedSketch.All(component), scales, None).Select(static step => step with { Rise = step.Rise + 1 })];
        Movement[] Without(params int[] claims) => Movements.Of(component, [.. Enumerable.Range(0, 4).Select(claim => !claims.Contains(claim))], scales, None, known);

        Assert.Equal(6, known.Length);
        Assert.Same(known, Without());
        Assert.Same(known, Without(first));
        Assert.Equal(4, Without(first, second).Length);
        Assert.Equal(4, Without(hurt).Length);
        Assert.Equal(4, Without(floor).Length);
        Assert.NotSame(known, Movements.Of(component, DatedSketch.All(component), scales, new double[9], known));
    }

    [Theory]
    [InlineData(10.0, 2.0, true)]
    [InlineData(10.019, 2.0, true)]
    [InlineData(10.021, 2.0, false)]
    [InlineData(9.979, 2.0, false)]
    [InlineData(10.0, 2.019, true)]
    [InlineData(10.0, 2.021, false)]
    [InlineData(10.0, 1.979, false)]
    public void Steps_are_close_within_a_hundredth_of_their_deviation(double rise, double deviation, bool areClose)
    {
        var same = new Movement(1, 2, 5, 5);

        Assert.Equal(areClose, Movements.AreClose([same, new Movement(0, 1, rise, deviation)], [same, new Movement(0, 1, 10, 2)]));
    }

    /// <summary>Of the claims of a sketch.</summary>
    private const double ErrorDeviation = 0.1 / ModelledClaim.DeviationsAt95;

    /// <summary>300 in 20 days, of which 80 and 120 each in a day.</summary>
    private static DatedSketch TwoLosses()
    {
        var sketch = new DatedSketch([0, 8, 9, 19, 20], DatedSketch.Total());
        sketch.Says(0, 0);
        sketch.Says(4, 300);
        sketch.SaysRise(1, 2, 80);
        sketch.SaysRise(3, 4, 120);
        return sketch;
    }

    private static Movement[] Steps(DatedSketch sketch, double[] means, params (int State, Interval Range)[] known)
    {
        var component = sketch.Sketch.Build();
        return Movements.Of(component, DatedSketch.All(component), DatedSketch.Scales(component, known), means);
    }

    private static void Same((int Earlier, int Later, double Rise, double Deviation)[] expected, Movement[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal((expected[i].Earlier, expected[i].Later), (actual[i].Earlier, actual[i].Later));
            Assert.Equal(expected[i].Rise, actual[i].Rise, 1e-6);
            Assert.Equal(expected[i].Deviation, actual[i].Deviation, 1e-6);
        }
    }
}
