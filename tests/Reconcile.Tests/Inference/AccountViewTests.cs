using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Reconcile.Tests.Inference.Factors;
using Xunit;

namespace Reconcile.Tests.Inference;

public class AccountViewTests
{
    private static readonly Interval Open = new(10, double.PositiveInfinity);

    [Theory]
    [InlineData(10, double.PositiveInfinity, 12, 90, 12.0, null)]
    [InlineData(10, double.PositiveInfinity, 8, 90, 10.0, null)]
    [InlineData(double.NegativeInfinity, 80, 12, 70, null, 70.0)]
    [InlineData(double.NegativeInfinity, 80, 12, 90, null, 80.0)]
    public void A_side_that_nothing_bounds_stays_open_and_the_other_is_what_the_words_leave(double low, double high, double leastSaid, double mostSaid, double? expectedLow, double? expectedHigh)
    {
        var value = Still(new Known(), new Interval(low, high), new Interval(leastSaid, mostSaid)).ValueOf(0);

        Assert.Equal(new AccountValue(null, expectedLow, expectedHigh, false), value);
        Assert.True(value.IsOpen);
    }

    [Fact]
    public void What_the_relations_leave_one_value_has_no_width() =>
        Assert.Equal(new AccountValue(42, 42, 42, false), Still(new Known(), new Interval(0, 100), forced: [42]).ValueOf(0));

    [Fact]
    public void What_is_counted_has_the_shortest_range_of_its_distribution()
    {
        var value = Still(new Known { Prior = 0.1, Bounds = 0.4 }, new Interval(0, 500)).ValueOf(0);

        // 90 % of a normal lie within 1.645 standard deviations.
        Assert.Equal((100, false), (value.Best!.Value, value.FromPrior));
        Assert.Equal(100 - 16.45, value.Low!.Value, 0.01);
        Assert.Equal(100 + 16.45, value.High!.Value, 0.01);
    }

    /// <summary>90 % of the distribution lie between 83.55 and 116.45.</summary>
    [Theory]
    [InlineData(150, 500, 83.55, 500)]
    [InlineData(20, 80, 20, 116.45)]
    public void Beside_its_feasible_range_it_has_that_of_its_distribution_too(double least, double most, double low, double high)
    {
        var value = Still(new Known { Prior = 0.11 }, new Interval(least, most)).ValueOf(0);

        Assert.Equal((100, true), (value.Best!.Value, value.FromPrior));
        Assert.Equal(low, value.Low!.Value, 0.01);
        Assert.Equal(high, value.High!.Value, 0.01);
    }

    [Theory]
    [InlineData(0.11, 0.0)]
    [InlineData(0.05, 0.46)]
    public void What_is_hardly_counted_has_its_feasible_range(double prior, double bounds)
    {
        Assert.Equal(new AccountValue(100, 20, 500, true), Still(new Known { Prior = prior, Bounds = bounds }, new Interval(20, 500)).ValueOf(0));
        // Where claims on it are known to tell nearly all, nobody asks.
        Assert.False(Still(new Known { Prior = prior, Bounds = bounds, Own = 0.9 }, new Interval(20, 500)).ValueOf(0).FromPrior);
        Assert.True(Still(new Known { Prior = prior, Bounds = bounds, Own = 0.89 }, new Interval(20, 500)).ValueOf(0).FromPrior);
    }

    [Fact]
    public void What_is_told_by_no_claim_at_all_has_its_feasible_range() =>
        Assert.Equal(new AccountValue(100, 20, 500, true), Still(new Known(), new Interval(20, 500), isTold: false).ValueOf(0));

    [Fact]
    public void An_uncounted_part_has_its_feasible_range() => Assert.True(Still(new Known(), new Interval(20, 500), isUncounted: true).ValueOf(0).FromPrior);

    [Fact]
    public void Ranges_and_best_values_keep_within_the_bounds_of_the_quantity()
    {
        var value = Still(new Known(), new Interval(0, 500), low: 105, high: 110).ValueOf(0);

        Assert.Equal(new AccountValue(105, 105, 110, false), value);
        Assert.Equal(value, Still(new Known(), new Interval(0, 500), low: 105, high: 110).ValueOnceOf(0));
        Assert.Equal(new AccountValue(107, 106, 108, false), Still(new Known(), new Interval(0, 500), low: 105, high: 110).Bounded(0, 107, 106, 108));
        Assert.Equal(new AccountValue(107, 107, 107, false), Still(new Known(), new Interval(0, 500), low: 105, high: 110).Bounded(0, 107, 109, 103));
    }

    [Fact]
    public void A_skewed_distribution_has_its_own_shortest_range()
    {
        var half = new Marginal(100, 10).Within(new Interval(100, double.PositiveInfinity));
        var view = Still(new Known { Distribution = half }, new Interval(0, 500));

        Assert.Equal(100, view.ValueOf(0).Low!.Value, 1e-9);
        Assert.Equal(116.45, view.ValueOf(0).High!.Value, 0.1);
        Assert.Same(half, view.MarginalOf(0));
    }

    /// <summary>Its drift bounds a stock between two days on which something bounds it, and a total is bounded by what it is later.</summary>
    [Theory]
    [InlineData(QuantityKind.Stock, false)]
    [InlineData(QuantityKind.Total, true)]
    public void Between_days_on_which_it_is_bounded_a_stock_is_not_open(QuantityKind kind, bool isOpenBetween)
    {
        var sketch = new DatedSketch([0, 1, 2, 3, 4], new Quantity { Id = "q", Kind = kind });
        Interval[] ranges = [Open, new(0, 9), Open, new(0, 9), Open];
        var component = sketch.Sketch.Build();
        var view = new AccountView(component, new Known(), [], new UncountedParts(new int[5], [], component), ranges, _ => ranges, null, 0.9);

        Assert.Equal([true, false, isOpenBetween, false, true], Enumerable.Range(0, 5).Select(view.IsOpen));
    }

    private static AccountView Still(Known posterior, Interval range, Interval? words = null, double[]? forced = null, bool isUncounted = false, double low = 0, double high = double.PositiveInfinity, bool isTold = true)
    {
        // A claim on another state: what the posterior says of it does not matter here.
        var sketch = new ComponentSketch();
        sketch.State(low, high);
        sketch.Claim(sketch.State(), 1, 2);
        var component = sketch.Build();
        return new AccountView(component, posterior, [isTold], new UncountedParts([isUncounted ? 2 : 0], [], component), [range], _ => [words ?? range], forced, 0.9);
    }

    /// <summary>A posterior of which all is known.</summary>
    private sealed class Known : IAccountPosterior
    {
        public Marginal Distribution { get; init; } = new(100, 10);

        public double Prior { get; init; }

        public double Bounds { get; init; }

        public double Own { get; init; }

        public bool Converged => true;

        public double MeanOf(int state) => 100;

        public double DeviationOf(int state) => 10;

        public Marginal MarginalOf(int state) => Distribution;

        public double OwnShareOf(int state) => Own;

        public (double Prior, double Bounds) UnclaimedShareOf(int state) => (Prior, Bounds);

        public List<FactorShare> SharesOf(int state) => [];
    }
}
