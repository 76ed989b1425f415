using Xunit;

namespace Reconcile.Tests.Explanation;

public class ConfidenceScoreTests
{
    [Theory]
    [InlineData("-1,000")]
    [InlineData("1,000")]
    public void A_narrow_range_below_zero_is_as_narrow_as_one_above(string figure)
    {
        var result = Dossier.Create()
            .Quantity(new Quantity { Id = "change", Min = null })
            .Claim("change", figure, "a")
            .Reconcile();

        Assert.DoesNotContain(result["change"].Reasons, reason => reason.Contains("factor of 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_counted_floor_does_not_support_the_value_above_it()
    {
        var floor = new Claim { Quantity = "killed", Figure = Figure.Parse("at least 12"), Source = "names", Basis = Basis.Count };
        var dossier = Dossier.Create().Source("names", Reliability.B).Source("wire", Reliability.B).Claim(floor);

        Assert.Contains(dossier.Reconcile()["killed"].Reasons, reason => reason.StartsWith("+1 counted by", StringComparison.Ordinal));
        Assert.DoesNotContain(dossier.Claim("killed", "about 600", "wire").Reconcile()["killed"].Reasons, reason => reason.Contains("counted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Credibility.Doubtful)]
    [InlineData(Credibility.Improbable)]
    public void A_doubtful_item_that_agrees_is_no_second_root(Credibility credibility)
    {
        var dossier = Dossier.Create().Claim("killed", "400", "a");
        var claim = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "b" };
        var believed = dossier.Claim(claim).Reconcile()["killed"];
        var doubted = dossier.Claim(claim with { Credibility = credibility }).Reconcile()["killed"];

        Assert.Equal((2, Confidence.Moderate), (believed.Roots, believed.Confidence));
        Assert.Equal((1, Confidence.Low), (doubted.Roots, doubted.Confidence));
    }
}
