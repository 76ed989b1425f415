using Xunit;

namespace Reconcile.Tests.Explanation;

public class DatedChangesTests
{
    private static readonly Dossier Toll = Dossier.Create()
        .Quantity("killed", QuantityKind.Total)
        .Claim("killed", "135", "ministry", new DateOnly(2020, 8, 5))
        .Claim("killed", "154", "police", new DateOnly(2020, 8, 7))
        .Claim("killed", "at least 160", "wire", new DateOnly(2020, 8, 9));

    [Fact]
    public void A_change_after_which_the_estimate_speaks_of_another_day_says_so() =>
        Assert.Contains("(as of 5 August", Toll.Reconcile().Explain("killed"), StringComparison.Ordinal);

    [Fact]
    public void Another_root_would_say_the_same_of_the_day_of_the_estimate() =>
        Assert.Contains("independent root of grade B that says \"about 155\": 155", Toll.Reconcile().Explain("killed").ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
