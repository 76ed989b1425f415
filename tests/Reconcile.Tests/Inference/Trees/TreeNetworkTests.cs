using Reconcile.Inference.Factors;
using Reconcile.Inference.Trees;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Trees;

public class TreeNetworkTests
{
    /// <summary>Where twice the first part and the second, with bounds of 10 and 20, make up the total.</summary>
    [Theory]
    [InlineData(39, 1, 2)]
    [InlineData(40, 1, 2)]
    [InlineData(41, 1, 3)]
    [InlineData(39, -1, 2)]
    [InlineData(41, -1, 3)]
    public void A_lower_bound_that_the_parts_imply_is_not_counted_twice(double least, int sign, int bounds)
    {
        var sketch = new ComponentSketch();
        int total = sketch.State(least), first = sketch.State(10), second = sketch.State(20);
        sketch.Row(0, 0, (total, sign), (first, -2 * sign), (second, -sign));

        Assert.Equal(bounds, Bounds(sketch).Length);
        Assert.All(Bounds(sketch), static bound => Assert.Equal(Origin.Bound, bound.Origin));
    }

    [Fact]
    public void A_total_from_which_something_is_taken_has_its_own_bound()
    {
        var sketch = new ComponentSketch();
        int total = sketch.State(), first = sketch.State(10), second = sketch.State(20);
        sketch.Row(0, 0, (total, 1), (first, -1), (second, 1));

        Assert.Contains(Bounds(sketch), bound => bound.Node == total);
    }

    private static TreeFactor[] Bounds(ComponentSketch sketch)
    {
        var component = sketch.Build();
        var factors = new List<TreeFactor>();
        new TreeNetwork(component).AddHardFactors(factors, UncountedParts.Of(new Component(component.States, [], [], [])));
        return [.. factors];
    }
}
