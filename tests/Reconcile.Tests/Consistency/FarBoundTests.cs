using Xunit;

namespace Reconcile.Tests.Consistency;

public class FarBoundTests
{
    [Fact]
    public void A_far_maximum_does_not_make_small_figures_agree()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "killed", Max = 1e15 }).Claim("killed", "100", source: "A").Claim("killed", "300", source: "B").Reconcile();

        Assert.Single(result.Disputes);
    }

    [Fact]
    public void Neither_does_a_far_minimum()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "balance", Min = -1e15 }).Claim("balance", "100", source: "A").Claim("balance", "300", source: "B").Reconcile();

        Assert.Single(result.Disputes);
    }
}
