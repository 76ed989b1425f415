using Reconcile.Inference.Marginals;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

public class MarginalTests
{
    [Fact]
    public void Half_of_a_normal_ends_where_it_was_cut()
    {
        var half = new Marginal(100, 10).Within(new Interval(100, double.PositiveInfinity));
        var (low, high) = ShortestInterval.Of([new WeightedMarginal(half, 1)], 0.9);

        Assert.Equal(100, low, 1e-9);
        // Of a half normal 90 % lie within 1.645 standard deviations.
        Assert.Equal(116.45, high, 0.1);
        Assert.Equal((100, 10), (half.Mean, half.Sd));
    }

    [Fact]
    public void Limits_that_hold_all_or_nothing_change_nothing()
    {
        var marginal = new Marginal(100, 10);

        Assert.Same(marginal, marginal.Within(Interval.All));
        Assert.Same(marginal, marginal.Within(new Interval(0, 500)));
        Assert.Same(marginal, marginal.Within(new Interval(300, 500)));
        Assert.Same(marginal, marginal.Within(new Interval(130, 130)));
    }
}
