using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class ClaimedValuesTests
{
    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    [Fact]
    public void Figures_of_one_day_give_the_mean_by_their_precision()
    {
        var sketch = new DatedSketch([0, 3, 7, 9], DatedSketch.Total());
        sketch.Says(1, 100);
        sketch.Says(1, 200, change: static claim => claim with { Tolerant = new Interval(200 - (2 * ModelledClaim.DeviationsAt95), 200 + (2 * ModelledClaim.DeviationsAt95)) });
        sketch.Says(2, -400);
        var values = Of(sketch)!;

        Assert.Equal((1, 2, 400, false), (values.First, values.Last, values.Largest, values.Lean));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(values.Has));
        Assert.Equal(120, values.ValueAt(1), 1e-9);
        Assert.Equal(-400, values.ValueAt(2), 1e-9);
    }

    [Fact]
    public void Values_of_wide_ranges_and_of_leaning_sources_count_where_there_are_no_others()
    {
        static ModelledClaim Wide(ModelledClaim claim) => claim with { Kind = FigureKind.Range, Literal = new Interval(100, 301) };
        static ModelledClaim Leaning(ModelledClaim claim) => claim with { Leaning = Overstates };
        var sketch = new DatedSketch([0, 3], DatedSketch.Total());
        sketch.Says(0, 900, change: Leaning);
        Assert.True(Of(sketch)!.Lean);
        sketch.Says(1, 200, change: Wide);
        Assert.Equal((200, false, false), (Of(sketch)!.Largest, Of(sketch)!.Lean, Of(sketch)!.Has(0)));
        sketch.Says(0, 150, change: static claim => claim with { Kind = FigureKind.Range, Literal = new Interval(100, 300) });
        Assert.Equal((150, false), (Of(sketch)!.Largest, Of(sketch)!.Has(1)));
    }

    [Fact]
    public void Floors_ceilings_claims_that_do_not_hold_and_nothing_at_all_give_no_value()
    {
        var sketch = new DatedSketch([0, 3], DatedSketch.Total());
        sketch.Says(0, 900, change: static claim => claim with { Kind = FigureKind.Floor });
        sketch.Says(1, 900, change: static claim => claim with { Kind = FigureKind.Ceiling });
        Assert.Null(Of(sketch));

        var held = sketch.Says(0, 70);
        Assert.Equal(70, Of(sketch)!.Largest);
        var component = sketch.Sketch.Build();
        Assert.Null(ClaimedValues.Of(component, sketch.Courses[0], [.. component.Claims.Select((_, claim) => claim != held)]));
    }

    /// <summary>A total that is told as nothing stays about that; a stock drifts by its size, of which that says nothing.</summary>
    [Fact]
    public void Nothing_counts_as_a_fifth_of_the_smallest_other_total_and_gives_a_stock_no_value()
    {
        static ClaimedValues? Nothing(Quantity quantity, params double[] others)
        {
            var sketch = new DatedSketch([0, 3], quantity, DatedSketch.Total("other"));
            sketch.Says(1, 0);
            foreach (var other in others) sketch.Says(0, other, 1);
            return Of(sketch);
        }

        Assert.Equal(1, Nothing(DatedSketch.Total())!.Largest);
        Assert.Equal(100, Nothing(DatedSketch.Total(), 500, 20)!.Largest);
        Assert.Equal(1, Nothing(DatedSketch.Total(), 3)!.Largest);
        Assert.Equal(0.3, Nothing(DatedSketch.Total(), 0.3)!.Largest);
        Assert.Null(Nothing(DatedSketch.Stock()));
    }

    /// <summary>A figure that is exact to the unit does not outweigh all others beyond all digits.</summary>
    [Fact]
    public void An_exact_figure_counts_as_if_it_had_nine_digits()
    {
        var sketch = new DatedSketch([0, 3], DatedSketch.Total());
        sketch.Says(0, 1000, change: static claim => claim with { Tolerant = new Interval(1000, 1000) });
        sketch.Says(0, 4000, change: static claim => claim with { Tolerant = new Interval(4000 - (2e-6 * ModelledClaim.DeviationsAt95), 4000 + (2e-6 * ModelledClaim.DeviationsAt95)) });

        // Deviations of 1e-6, a billionth of 1,000, and of 4e-6, a billionth of 4,000, which is more than 2e-6.
        Assert.Equal(((16 * 1000.0) + 4000) / 17, Of(sketch)!.ValueAt(0), 1e-3);
    }

    [Fact]
    public void The_fit_that_never_falls_goes_by_the_calendar_between_claims_and_stays_level_outside()
    {
        var sketch = new DatedSketch([0, 2, 3, 6, 10, 11], DatedSketch.Total());
        sketch.Says(1, 100);
        sketch.Says(3, 500);
        sketch.Says(4, 300);
        var component = sketch.Sketch.Build();

        // 500 and 300 are both 400; the third day lies a quarter of the way from the second to the sixth.
        Assert.Equal([100, 100, 175, 400, 400, 400], Of(sketch)!.Isotonic(component.Courses[0]), static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    private static ClaimedValues? Of(DatedSketch sketch)
    {
        var component = sketch.Sketch.Build();
        return ClaimedValues.Of(component, sketch.Courses[0], DatedSketch.All(component));
    }
}
