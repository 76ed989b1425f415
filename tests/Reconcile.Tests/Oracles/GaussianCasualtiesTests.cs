using Xunit;

namespace Reconcile.Tests.Oracles;

public class GaussianCasualtiesTests
{
    private static readonly string[] Quantities = ["killed", "wounded", "captured", "casualties"];

    [Theory]
    [InlineData("killed")]
    [InlineData("wounded")]
    [InlineData("captured")]
    [InlineData("casualties")]
    public void Seven_normal_claims_on_a_sum_give_the_least_squares_answer(string quantity)
    {
        var oracle = Oracle.Read("gaussian-casualties.json");
        var dossier = Dossier.Create().Relate("casualties = killed + wounded + captured");
        foreach (var claim in oracle.GetProperty("claims").EnumerateArray())
        {
            dossier = dossier.ExactClaim(
                Quantities[claim.GetProperty("q").GetInt32()],
                Oracle.Normal(claim.GetProperty("value").GetDouble(), claim.GetProperty("sd").GetDouble()));
        }

        var estimate = dossier.Reconcile()[quantity];

        var expected = oracle.GetProperty("expected_flat_prior");
        var mean = expected.GetProperty("mean").GetProperty(quantity).GetDouble();
        var sd = expected.GetProperty("sd").GetProperty(quantity).GetDouble();
        Assert.InRange(estimate.Best!.Value, mean - (0.01 * sd), mean + (0.01 * sd));
        Assert.InRange(estimate.Low!.Value, mean - (1.665 * sd), mean - (1.625 * sd));
        Assert.InRange(estimate.High!.Value, mean + (1.625 * sd), mean + (1.665 * sd));
    }
}
