using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class OwnFiguresTests
{
    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    [Fact]
    public void What_a_source_says_of_quantities_that_a_relation_joins_is_made_to_fit()
    {
        var sketch = Sum();
        var asked = new List<bool[]>();
        var own = Of(sketch, alone =>
        {
            asked.Add(alone);
            return [310, 105, 205];
        });

        Assert.Equal([true, true, true, false], Assert.Single(asked));
        Assert.Equal([310, 105, 205, null], Enumerable.Range(0, 4).Select(own.ValueOf));
        Assert.True(own.Parts.AreNone);
    }

    [Theory]
    [InlineData(319, 105, 205, -1)]
    [InlineData(321, 105, 205, 0)]
    [InlineData(310, 79, 205, 1)]
    [InlineData(310, 105, 231, 2)]
    public void A_figure_that_the_others_contradict_stands_apart(double all, double first, double second, int apart)
    {
        var own = Of(Sum(), _ => [all, first, second]);

        Assert.Equal([apart == 0, apart == 1, apart == 2], Enumerable.Range(0, 3).Select(own.Parts.IsApart));
        if (apart >= 0) Assert.Null(own.ValueOf(apart));
    }

    [Fact]
    public void Nothing_is_not_a_size()
    {
        var sketch = Sum();
        for (var claim = 0; claim < 3; claim++) sketch.Change(claim, static said => said with { Honest = Interval.All });

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(Of(sketch, static _ => [0, -5, 5]).Parts.IsApart));
    }

    [Fact]
    public void Figures_that_nothing_joins_have_nothing_to_fit()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        sketch.Row(0, double.PositiveInfinity, (0, 1), (2, -1));
        Lean(sketch, 0, 100);
        Lean(sketch, 1, 200);
        Assert.Same(OwnFigures.None, Of(sketch, static _ => throw new InvalidOperationException("Nobody asks.")));

        // The same state twice is something.
        Lean(sketch, 1, 210);
        Assert.NotSame(OwnFigures.None, Of(sketch, static _ => [100, 205, 1]));
        Assert.Null(OwnFigures.None.ValueOf(0));
        Assert.True(OwnFigures.None.Parts.AreNone);
    }

    [Fact]
    public void Only_figures_that_hold_of_sources_that_lean_and_say_more_than_one_are_asked_for()
    {
        var sketch = Sum();
        sketch.Change(1, static claim => claim with { Leaning = null });
        sketch.Change(2, static claim => claim with { ErrorGroup = 1 });
        Assert.Same(OwnFigures.None, Of(sketch, static _ => [300, 100, 200]));
        Assert.Same(OwnFigures.None, OwnFigures.Of(Sum().Build(), [true, false, false, true], static _ => [300, 100, 200]));
    }

    [Fact]
    public void Each_source_is_asked_for_by_itself_and_none_is_forgotten()
    {
        var sketch = Sum();
        foreach (var (state, value) in ((int, double)[])[(1, 150), (1, 155)])
        {
            Lean(sketch, state, value);
            sketch.Change(sketch.Build().Claims.Length - 1, static claim => claim with { ErrorGroup = 7 });
        }

        var own = Of(sketch, static alone => alone[0] ? [310, 105, 205] : [0, 152, 0]);

        Assert.Equal([310, 105, 205, null, 152, 152], Enumerable.Range(0, 6).Select(own.ValueOf));
    }

    [Theory]
    [InlineData(1000, 1290, true)]
    [InlineData(1000, 1310, false)]
    public void A_stock_that_moved_little_has_one_size_and_one_that_moved_far_has_none(double first, double second, bool isOne)
    {
        var sketch = new DatedSketch([0, 5], DatedSketch.Stock());
        foreach (var day in (int[])[0, 1]) sketch.Says(day, 1000, change: static claim => claim with { Leaning = Overstates, ErrorGroup = 0, Honest = Interval.All });
        var component = sketch.Sketch.Build();
        var own = OwnFigures.Of(component, [true, true], _ => [first, second]);

        Assert.All((int[])[0, 1], claim => Assert.Equal(!isOne, own.Parts.IsApart(claim)));
        double? size = isOne ? Math.Sqrt(first * second) : null;
        Assert.All((int[])[0, 1], claim => Assert.Equal(size ?? -1, own.ValueOf(claim) ?? -1, 1e-9));
    }

    [Fact]
    public void A_total_that_moved_far_is_what_fits_on_each_day()
    {
        var sketch = new DatedSketch([0, 5], DatedSketch.Total());
        foreach (var day in (int[])[0, 1]) sketch.Says(day, 1000, change: static claim => claim with { Leaning = Overstates, ErrorGroup = 0, Honest = Interval.All });

        Assert.Equal([100, 1000], Enumerable.Range(0, 2).Select(claim => OwnFigures.Of(sketch.Sketch.Build(), [true, true], static _ => [100, 1000]).ValueOf(claim)!.Value));
    }

    /// <summary>300 = 100 + 200, all of it said by one source that leans, within 20; another source says something of the first part.</summary>
    private static ComponentSketch Sum()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        sketch.Sum(0, 1, 2);
        Lean(sketch, 0, 300);
        Lean(sketch, 1, 100);
        Lean(sketch, 2, 210);
        sketch.Claim(1, 90, 100);
        return sketch;
    }

    private static void Lean(ComponentSketch sketch, int state, double value) =>
        sketch.Change(sketch.Claim(state, value - 1, value + 1), claim => claim with { Leaning = Overstates, ErrorGroup = 0, Honest = new Interval(value - 20, value + 20) });

    private static OwnFigures Of(ComponentSketch sketch, Func<bool[], double[]> fit)
    {
        var component = sketch.Build();
        return OwnFigures.Of(component, DatedSketch.All(component), fit);
    }
}
