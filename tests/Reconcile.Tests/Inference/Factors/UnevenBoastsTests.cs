using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>A source whose own error has a deviation of 5 % says 100, 200 and 400 of three quantities.</summary>
public class UnevenBoastsTests
{
    private const double Error = 0.05;

    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    /// <summary>The standard deviation of a half, a half and a half more t is t/√3.</summary>
    [Theory]
    [InlineData(1.01, 1)]
    [InlineData(1.03, 1.03)]
    [InlineData(-4, 4)]
    [InlineData(5.99, 5.99)]
    public void Its_claims_have_as_much_more_of_its_error_to_themselves_as_their_parts_scatter(double times, double spread)
    {
        var parts = Spread(Drawn(), [50, 100, 400 * (0.5 + (times * Error * Math.Sqrt(3)))]);

        Assert.Equal(spread, parts.SpreadOf(0), 1e-9);
        Assert.DoesNotContain(true, Enumerable.Range(0, 3).Select(parts.IsApart));
        Assert.Equal(spread == 1, parts.AreNone);
    }

    [Fact]
    public void Where_they_scatter_by_six_times_its_error_nothing_joins_them()
    {
        var sketch = Drawn();
        Lean(sketch, 0, 150, "floor", 0);
        sketch.Change(3, static claim => claim with { Kind = FigureKind.Floor });
        Lean(sketch, 0, 150, "change", 0);
        sketch.Change(4, static claim => claim with { Form = new Form([0, 2], [-1, 1]) });
        Lean(sketch, 1, 150, "other", 1);
        var parts = Spread(sketch, [50, 100, 400 * (0.5 + (6.01 * Error * Math.Sqrt(3)))]);

        Assert.Equal([true, true, true, true, false, false], Enumerable.Range(0, 6).Select(parts.IsApart));
        Assert.Equal(1, parts.SpreadOf(0));
    }

    [Fact]
    public void What_is_wide_enough_already_or_stands_apart_stays()
    {
        var means = (double[])[50, 100, 400 * (0.5 + (3 * Error * Math.Sqrt(3)))];
        var wide = ErrorParts.None.WithSpread(0, 2.95);
        var narrow = ErrorParts.None.WithSpread(0, 2.9);
        // Without the third the others are all alike.
        var apart = ErrorParts.None.WithApart([2]);

        Assert.Same(wide, Spread(Drawn(), means, wide));
        Assert.Equal(3, Spread(Drawn(), means, narrow).SpreadOf(0), 1e-9);
        Assert.Same(apart, Spread(Drawn(), means, apart));
    }

    /// <summary>From day to day, or by several figures of one thing, a source may waver: 90 and 110 % of the same part.</summary>
    [Fact]
    public void Of_several_figures_of_one_quantity_the_mean_part_counts()
    {
        var sketch = Drawn();
        Lean(sketch, 1, 100 / 0.6, "q1", 0);
        sketch.Change(1, static claim => claim with { Value = 250 });

        Assert.True(Spread(sketch, [50, 100, 200]).AreNone);
    }

    [Fact]
    public void What_its_figures_come_to_together_counts_and_not_what_each_says()
    {
        var component = Drawn().Build();
        var own = OwnFigures.Of(component, DatedSketch.All(component), static _ => [100, 200, 400 * 1.5]);

        // 600 is half of what the third comes to, 300.
        Assert.True(UnevenBoasts.Spread(component, DatedSketch.All(component), Settings(component) with { Own = own }, [50, 100, 300]).AreNone);
        Assert.False(UnevenBoasts.Spread(component, DatedSketch.All(component), Settings(component), [50, 100, 300]).AreNone);
    }

    [Fact]
    public void Claims_that_do_not_hold_floors_differences_and_sources_that_do_not_lean_tell_nothing()
    {
        double[] means = [50, 100, 400 * (0.5 + (3 * Error * Math.Sqrt(3)))];
        foreach (var change in (Func<ModelledClaim, ModelledClaim>[])[static claim => claim with { Kind = FigureKind.Floor }, static claim => claim with { Form = new Form([0, 2], [-1, 1]) }, static claim => claim with { Leaning = null }, static claim => claim with { ErrorGroup = 5 }])
        {
            var sketch = Drawn();
            sketch.Change(2, change);
            Assert.True(Spread(sketch, means).AreNone);
        }

        var component = Drawn().Build();
        Assert.True(UnevenBoasts.Spread(component, [true, true, false], Settings(component), means).AreNone);
        // One figure alone scatters from nothing.
        Assert.True(UnevenBoasts.Spread(component, [false, false, true], Settings(component), means).AreNone);
    }

    /// <summary>Joined by a relation, so that what they come to when they are made to fit can be asked.</summary>
    private static ComponentSketch Drawn()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        sketch.Row(0, double.PositiveInfinity, (0, 1), (1, 1), (2, 1));
        Lean(sketch, 0, 100, "q0", 0);
        Lean(sketch, 1, 200, "q1", 0);
        Lean(sketch, 2, 400, "q2", 0);
        return sketch;
    }

    private static void Lean(ComponentSketch sketch, int state, double value, string quantity, int group) => sketch.Change(
        sketch.Claim(state, value - 1, value + 1),
        claim => claim with { Leaning = Overstates, ErrorGroup = group, Honest = Interval.All, RelativeError = Error * ModelledClaim.DeviationsAt95, Claim = claim.Claim with { Quantity = quantity } });

    private static FactorSettings Settings(Component component, ErrorParts? parts = null) => new FactorSettings(DatedSketch.Scales(component), []) with { Parts = parts ?? ErrorParts.None };

    private static ErrorParts Spread(ComponentSketch sketch, double[] means, ErrorParts? parts = null)
    {
        var component = sketch.Build();
        return UnevenBoasts.Spread(component, DatedSketch.All(component), Settings(component, parts), means);
    }
}
