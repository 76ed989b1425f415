using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class FactorSettingsTests
{
    private static readonly (double, double)[] All = [(2e-7, 5e6), (1e-5, 5e6), (1e-3, 5e6), (2e-7, 100), (1e-5, 100), (1e-3, 100)];

    /// <summary>First each state has its own scale, of which a far bound makes a large one; then all have that of the figures.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Where_digits_run_out_it_is_tried_more_coarsely_and_then_with_one_scale(int needed)
    {
        var tried = new List<(double, double)>();
        var settings = Settings();

        var found = settings.WithinDigits(finer =>
        {
            tried.Add((finer.Resolution, finer.Scales[1]));
            return tried.Count == needed ? finer : null;
        });

        Assert.Equal(All.Take(needed), tried);
        Assert.Equal(settings with { Scales = found.Scales, Resolution = found.Resolution }, found);
    }

    [Fact]
    public void Where_no_digits_suffice_it_is_said()
    {
        var tries = 0;

        Assert.Throws<NumericalLimitException>(() => Settings().WithinDigits<FactorSettings>(_ =>
        {
            tries++;
            return null;
        }));
        Assert.Equal(All.Length, tries);
    }

    private static FactorSettings Settings()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        sketch.State(0, 5e6);
        sketch.Claim(0, 100, 100);
        return new FactorSettings(DatedSketch.Scales(sketch.Build(), (1, new Interval(0, 5e6))), []);
    }
}
