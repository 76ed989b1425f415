using FsCheck;
using FsCheck.Xunit;
using MathNet.Numerics.Distributions;
using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class NormalQuantileTests
{
    [Property(MaxTest = 500)]
    public void Deviations_agree_with_an_independent_quantile(PositiveInt seed)
    {
        var level = 0.01 + seed.Get % 98_999 * 1e-5;

        Assert.Equal(Normal.InvCDF(0, 1, (1 + level) / 2), NormalQuantile.Deviations(level), 1e-9);
    }

    [Theory]
    [InlineData(0.01, 0.012533469508)]
    [InlineData(0.5, 0.674489750196)]
    [InlineData(0.8, 1.281551565545)]
    [InlineData(0.9, 1.644853626951)]
    [InlineData(0.95, 1.959963984540)]
    [InlineData(0.99, 2.575829303549)]
    [InlineData(0.99999, 4.417173413469)]
    public void Deviations_of_usual_levels(double level, double expected) => Assert.Equal(expected, NormalQuantile.Deviations(level), 1e-10);
}
