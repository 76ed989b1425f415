using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Tests.Inference.Factors;
using Xunit;

namespace Reconcile.Tests.Inference.Posteriors;

public class SilentDaysTests
{
    private static readonly Interval Half = new(double.NegativeInfinity, 100);

    [Fact]
    public void Only_before_the_first_value_and_after_the_last_a_total_is_cut_to_what_is_feasible()
    {
        var silent = Drawn(DatedSketch.Total(), Half);
        var marginal = new Marginal(100, 10);

        for (var day = 0; day < 6; day++)
        {
            if (day is 0 or 4 or 5) Assert.Equal(100, silent.Cut(day, marginal).High);
            else Assert.Same(marginal, silent.Cut(day, marginal));
        }
    }

    [Fact]
    public void A_stock_or_a_total_without_values_is_never_cut()
    {
        var marginal = new Marginal(100, 10);
        var unvalued = new DatedSketch([0, 1], DatedSketch.Total());

        Assert.Same(marginal, Drawn(DatedSketch.Stock(), Half).Cut(0, marginal));
        Assert.Same(marginal, SilentDays.Of(unvalued.Sketch.Build(), [], [Half, Half]).Cut(0, marginal));
    }

    [Fact]
    public void Best_values_outside_are_drawn_to_the_mean_of_what_is_left()
    {
        var targets = Targets(Drawn(DatedSketch.Total(), Half), [100, 100, 100, 100, 100, 100]);

        // Half a normal: √(2/π) deviations lower, with 1 − 2/π of the variance.
        Assert.Equal([0, 4, 5], targets.Select(static target => target.State));
        Assert.All(targets, static target => Assert.Equal(100 - (10 * Math.Sqrt(2 / Math.PI)), target.Value, 0.02));
        Assert.All(targets, static target => Assert.Equal(1 / (100 * (1 - (2 / Math.PI))), target.Precision, 4e-4));
    }

    [Fact]
    public void A_cut_that_hardly_moves_the_mean_draws_to_nothing()
    {
        Assert.Empty(Targets(Drawn(DatedSketch.Total(), new Interval(0, 121)), [100, 100, 100, 100, 100, 100]));
        Assert.NotEmpty(Targets(Drawn(DatedSketch.Total(), new Interval(0, 119)), [100, 100, 100, 100, 100, 100]));
    }

    [Theory]
    [InlineData(101, 100, 102, false)]
    [InlineData(100, 100, 102, false)]
    [InlineData(102, 100, 102, false)]
    [InlineData(103, 100, 102, true)]
    [InlineData(99, 100, 102, true)]
    public void Between_values_a_mean_beyond_those_beside_it_is_drawn_back(double silent, double before, double after, bool isDrawn)
    {
        var targets = Targets(Drawn(DatedSketch.Total(), Half), [100, before, silent, after, 100, 100]);

        Assert.Equal(isDrawn, targets.Any(static target => target.State == 2));
    }

    /// <summary>Of N(100, 10²) between 80 and 100 there is left what lies 0.69 deviations below its middle; the steps may have lifted it.</summary>
    [Fact]
    public void Between_values_the_best_is_the_mean_of_what_lies_between_those_beside_it()
    {
        var target = Assert.Single(Targets(Drawn(DatedSketch.Total(), Interval.All), [100, 80, 100, 100, 100, 100]));

        Assert.Equal(2, target.State);
        Assert.Equal(100 - (10 * (Density(0) - Density(2)) / 0.47725), target.Value, 0.02);

        static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Fact]
    public void A_day_without_a_best_value_is_drawn_to_nothing() =>
        Assert.Equal([0, 5], Targets(Drawn(DatedSketch.Total(), Half), [100, 100, 100, 100, 100, 100], static state => state != 4).Select(static target => target.State));

    [Fact]
    public void What_claims_tell_is_kept_while_another_total_is_drawn()
    {
        var sketch = new DatedSketch([0, 2, 4], DatedSketch.Total(), DatedSketch.Total("wounded"));
        // The first total is silent on the last day, the second on the first.
        foreach (var day in (int[])[0, 1]) sketch.Says(day, 100);
        foreach (var day in (int[])[1, 2]) sketch.Says(day, 100, quantity: 1);
        var (dead, wounded) = (sketch.Courses[0].States, sketch.Courses[1].States);
        // The first day of the second total is drawn nowhere, since all of it is feasible.
        var silent = SilentDays.Of(sketch.Sketch.Build(), [true, true, true, true], [.. Enumerable.Range(0, 6).Select(state => state == wounded[0] ? Interval.All : Half)]);

        var targets = silent.TargetsOf(new Means([100, 100, 100, 100, 100, 100]), static _ => new Marginal(100, 10), static _ => true);

        Assert.Equal([dead[2]], targets.Drawn.Select(static target => target.State));
        Assert.Equal([dead[0], dead[1], wounded[1], wounded[2]], targets.Kept.Select(static form => form.Single));
    }

    /// <summary>Of six days the second and the fourth have a value.</summary>
    private static SilentDays Drawn(Quantity quantity, Interval feasible)
    {
        var sketch = new DatedSketch([0, 2, 4, 6, 8, 10], quantity);
        sketch.Says(1, 100);
        sketch.Says(3, 100);
        return SilentDays.Of(sketch.Sketch.Build(), [true, true], [.. Enumerable.Repeat(feasible, 6)]);
    }

    private static IReadOnlyList<Target> Targets(SilentDays silent, double[] means, Predicate<int>? hasBest = null) =>
        silent.TargetsOf(new Means(means), static _ => new Marginal(100, 10), hasBest ?? (static _ => true)).Drawn;

    /// <summary>Knows means alone, and one deviation for all.</summary>
    private sealed class Means(double[] means) : IAccountPosterior
    {
        public bool Converged => true;

        public double MeanOf(int state) => means[state];

        public double DeviationOf(int state) => 10;

        public Marginal MarginalOf(int state) => throw new NotSupportedException();

        public double OwnShareOf(int state) => throw new NotSupportedException();

        public (double Prior, double Bounds) UnclaimedShareOf(int state) => throw new NotSupportedException();

        public List<FactorShare> SharesOf(int state) => throw new NotSupportedException();
    }
}
