using Reconcile.Inference.Factors;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class UnevenErrorsTests
{
    private const double Error = 0.1;

    private readonly ComponentSketch _sketch = new();

    [Fact]
    public void What_others_put_off_alike_may_be_one_error()
    {
        Says(root: 0, [100, 200, 300]);
        Says(root: 1, [80, 160, 240]);

        Assert.Equal([0, 0], OwnParts());
    }

    /// <summary>20 % off in one thing and not at all in another is 2.7 deviations of what both errors explain.</summary>
    [Fact]
    public void What_others_put_off_in_one_thing_alone_is_not()
    {
        Says(root: 0, [100, 200, 300]);
        Says(root: 1, [75, 200]);

        Assert.True(OwnParts()[0] > 0.5);
    }

    [Fact]
    public void Where_nobody_else_speaks_of_two_things_nothing_shows_how_a_root_errs()
    {
        Says(root: 0, [100, 200, 300]);
        Says(root: 1, [60]);

        Assert.Equal([0, 0], OwnParts());
    }

    [Fact]
    public void The_larger_the_difference_the_less_is_shared_up_to_nothing()
    {
        var before = 0.0;
        for (var other = 100.0; other >= 60; other -= 0.25)
        {
            var one = new UnevenErrorsTests();
            one.Says(root: 0, [100, 200]);
            one.Says(root: 1, [other, 200]);
            var part = one.OwnParts()[0];

            Assert.InRange(part, before, Math.Min(1, before + 0.15));
            before = part;
        }

        Assert.Equal(1, before);
    }

    /// <summary>Effects 0.3 and 0 with variances 0.01 and 0.02: Q = 3, C = 100 + 50 − 12,500/150; less √2.</summary>
    [Fact]
    public void The_variance_between_figures_is_that_of_DerSimonian_and_Laird()
    {
        // Own words are exact, so a difference has the variance of the other's deviation and of what a root does not repeat.
        var repeated = Math.Pow(0.3 * Error / 1.96, 2);
        Exact(root: 0, state: 0, 1000, 0);
        Exact(root: 0, state: 1, 1000, 0);
        Exact(root: 1, state: 0, 700, 1000 * Math.Sqrt(0.01 - repeated));
        Exact(root: 1, state: 1, 1000, 1000 * Math.Sqrt(0.02 - repeated));

        var expected = (3 - 1 - Math.Sqrt(2)) / (150 - (12500.0 / 150)) / Math.Pow(Error / 1.96, 2);
        Assert.Equal(Math.Min(1, expected), OwnParts()[0], 1e-6);
    }

    private void Says(int root, double[] values)
    {
        for (var state = 0; state < values.Length; state++) Exact(root, state, values[state], Error * values[state] / 1.96);
    }

    private void Exact(int root, int state, double value, double deviation)
    {
        while (_sketch.Build().States.Length <= state) _sketch.State();
        var claim = _sketch.Claim(state, value - (1.96 * deviation), value + (1.96 * deviation));
        _sketch.Change(claim, said => said with { Value = value, Root = root, ErrorGroup = root, RelativeError = Error, Literal = new(value, value) });
    }

    private double[] OwnParts()
    {
        var component = _sketch.Build();
        var parts = UnevenErrors.Apart(component, DatedSketch.All(component), ErrorParts.None);
        return [parts.OwnPartOf(0), parts.OwnPartOf(1)];
    }
}
