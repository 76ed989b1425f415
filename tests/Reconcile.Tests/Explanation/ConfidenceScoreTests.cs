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
}
