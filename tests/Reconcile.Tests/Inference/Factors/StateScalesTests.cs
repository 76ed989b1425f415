using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>Quantities of very different size in one system keep their own sizes.</summary>
public class StateScalesTests
{
    [Theory]
    [InlineData("troops = 3000 * brigades", 12_000)]
    [InlineData("troops ~= 3000 * brigades", 12_000)]
    [InlineData("troops = 1000000 * brigades", 4_000_000)]
    public void A_factor_between_quantities_does_not_pull_the_claimed_one_to_0(string rule, double troops)
    {
        var result = Dossier.Create().Relate(rule).Claim("brigades", "4", source: "ministry").Reconcile();

        Assert.InRange(result["brigades"].Best!.Value, 3.95, 4.05);
        Assert.InRange(result["troops"].Best!.Value, 0.98 * troops, 1.02 * troops);
    }

    [Fact]
    public void A_small_figure_beside_a_very_large_one_stays_small()
    {
        var result = Dossier.Create().Relate("killed <= population").Claim("population", "about 8 billion", source: "bureau").Claim("killed", "6", source: "ministry").Reconcile();

        Assert.InRange(result["killed"].Best!.Value, 5.9, 6.1);
        Assert.InRange(result["killed"].High!.Value, 6.1, 7);
    }
}
