using Xunit;

namespace Reconcile.Tests.Cases;

public class TruncatedSumTests
{
    [Fact]
    public void Expectation_propagation_settles_where_a_naive_version_goes_astray()
    {
        // A long Monte Carlo run gives killed 64.7 ± 3.3 and deployed 2,191 ± 115 (64.3 and 2,178 where floors have a tail of a quarter of
        // their value); naive versions settle at 39, 52 or 57 killed.
        var result = Dossier.Create()
            .Source("0", Reliability.C).Source("1", Reliability.C).Source("2", Reliability.F).Source("3", Reliability.C)
            .Relate("casualties = killed + wounded + prisoners")
            .Relate("casualties <= deployed")
            .Claim("wounded", "500", "1")
            .Claim("prisoners", "9", "1")
            .Claim("killed", "at least 40", "1")
            .Claim("killed", "65", "0")
            .Claim("deployed", "2,200", "0")
            .Claim("casualties", "at least 400", "0")
            .Claim("casualties", "about 540", "2")
            .Claim("casualties", "490–900", "3")
            .Reconcile();

        Assert.Empty(result.ConflictIds());
        Assert.InRange(result["killed"].Best!.Value, 64.7 - 0.33, 64.7 + 0.33);
        Assert.InRange(result["deployed"].Best!.Value, 2_191 - 11.5, 2_191 + 11.5);
        Assert.InRange(result["killed"].High!.Value - result["killed"].Low!.Value, 0.85 * 3.29 * 3.3, 1.15 * 3.29 * 3.3);
        Assert.InRange(result["deployed"].High!.Value - result["deployed"].Low!.Value, 0.85 * 3.29 * 115, 1.15 * 3.29 * 115);
    }
}
