using Reconcile.Inference.Marginals;
using Xunit;

namespace Reconcile.Tests.Inference.Marginals;

public class NodesOnGridTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_polynomial_of_degree_four_or_less_is_met_on_the_whole_grid(int degree)
    {
        var atNodes = Enumerable.Range(0, NodesOnGrid.Count).Select(node => Math.Pow(NodesOnGrid.Position(node) - 0.3, degree)).ToArray();
        var onGrid = new double[Marginal.Points];

        NodesOnGrid.AddInterpolated(atNodes, onGrid);

        for (var point = 0; point < onGrid.Length; point++) Assert.Equal(Math.Pow((2.0 * point / (Marginal.Points - 1)) - 1.3, degree), onGrid[point], 1e-12);
    }

    [Fact]
    public void It_is_added_to_what_is_on_the_grid()
    {
        var onGrid = Enumerable.Repeat(2.0, Marginal.Points).ToArray();

        NodesOnGrid.AddInterpolated([1, 1, 1, 1, 1], onGrid);

        Assert.All(onGrid, value => Assert.Equal(3, value, 1e-12));
    }
}
