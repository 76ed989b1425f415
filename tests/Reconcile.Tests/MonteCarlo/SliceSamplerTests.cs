using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>The reference itself against closed forms.</summary>
public class SliceSamplerTests
{
    private const int Sweeps = 100_000;

    [Fact]
    public void Half_a_normal_has_its_mean_and_its_bounds()
    {
        var density = new Density(1).Times(Shape.Normal(0, 1), (0, 1)).Times(Shape.AtLeast(0), (0, 1));

        var summary = Sample(density, [1.0])[0];

        Assert.Equal(Math.Sqrt(2 / Math.PI), summary.Mean, 0.006);
        Assert.Equal(Math.Sqrt(1 - (2 / Math.PI)), summary.Sd, 0.006);
        Assert.Equal(0, summary.Low, 0.01);
        Assert.Equal(1.6449, summary.High, 0.02);
    }

    [Fact]
    public void Two_normals_in_order_have_the_means_of_the_closed_form()
    {
        // killed ~ N(500, 100²), deployed ~ N(450, 100²), killed ≤ deployed: the difference is a truncated normal.
        var density = new Density(2)
            .Times(Shape.Normal(500, 100), (0, 1))
            .Times(Shape.Normal(450, 100), (1, 1))
            .Times(Shape.AtLeast(0), (1, 1), (0, -1));

        var summaries = Sample(density, [400.0, 500.0]);

        Assert.Equal(426.7616, summaries[0].Mean, 0.8);
        Assert.Equal(523.2384, summaries[1].Mean, 0.8);
        Assert.Equal(80.4183, summaries[0].Sd, 0.8);
    }

    [Fact]
    public void A_sum_of_normals_has_the_least_squares_answer()
    {
        // a ~ N(10, 1), b ~ N(20, 2²), c ~ N(33, 3²), c = a + b: x = y − SAᵀ(ASAᵀ)⁻¹Ay with ASAᵀ = 14 and Ay = −3.
        var density = new Density(3)
            .Times(Shape.Normal(10, 1), (0, 1))
            .Times(Shape.Normal(20, 2), (1, 1))
            .Times(Shape.Normal(33, 3), (2, 1));
        density.Equalities.Add(density.Form((0, 1), (1, 1), (2, -1)));

        var summaries = Sample(density, [10.0, 20.0, 30.0]);

        Assert.Equal(10 + (3.0 / 14), summaries[0].Mean, 0.01);
        Assert.Equal(20 + (12.0 / 14), summaries[1].Mean, 0.02);
        Assert.Equal(33 - (27.0 / 14), summaries[2].Mean, 0.02);
        Assert.Equal(Math.Sqrt(9 - (81.0 / 14)), summaries[2].Sd, 0.02);
        Assert.Equal(summaries[0].Mean - (1.6449 * summaries[0].Sd), summaries[0].Low, 0.02);
    }

    [Fact]
    public void An_exponential_tail_has_mean_and_deviation_of_its_scale()
    {
        var density = new Density(1).Times(new Shape(100, 100, 0, 0, HighTail: 50), (0, 1));

        var summary = Sample(density, [120.0])[0];

        Assert.Equal(150, summary.Mean, 0.5);
        Assert.Equal(50, summary.Sd, 0.8);
        Assert.Equal(100, summary.Low, 0.6);
        Assert.Equal(100 + (50 * Math.Log(10)), summary.High, 1.5);
    }

    [Fact]
    public void A_plateau_is_flat()
    {
        var density = new Density(1).Times(new Shape(300, 600, 0, 0), (0, 1));

        var summary = Sample(density, [400.0])[0];

        Assert.Equal(450, summary.Mean, 0.8);
        Assert.Equal(300 / Math.Sqrt(12), summary.Sd, 0.5);
    }

    private static Summary[] Sample(Density density, double[] start) =>
        [.. new SliceSampler(density, start, seed: 1).Run(Sweeps).Select(Summary.Of)];
}
