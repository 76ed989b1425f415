using Reconcile.Consistency;
using Xunit;

namespace Reconcile.Tests.Consistency;

public class DiscrepanciesTests
{
    /// <summary>One of each quantity is reported; to look for more would take as many looks at all claims as there are claims.</summary>
    [Fact]
    public void The_search_ends_when_each_quantity_has_one()
    {
        var sketch = new ComponentSketch();
        var state = sketch.State();
        for (var claim = 0; claim < 1_000; claim++) sketch.Claim(state, claim, claim + 0.5);
        var system = ClaimSystem.Create(sketch.Build(), Width.Literal);
        var accepted = new bool[1_000];
        Array.Fill(accepted, true);

        Assert.Single(Discrepancies.Find(system, accepted, CancellationToken.None));
        Assert.InRange(system.Steps, 1, 100);
    }
}
