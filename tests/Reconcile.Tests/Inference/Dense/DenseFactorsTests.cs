using Xunit;

namespace Reconcile.Tests.Inference.Dense;

public class DenseFactorsTests
{
    [Fact]
    public void A_claim_on_what_the_relations_fix_already_keeps_nothing_from_settling()
    {
        var result = Dossier.Create().Relate("dead = killed")
            .Claim("killed", "between 300 and 600", "a")
            .Claim("dead - killed", "up to 0", "b")
            .Reconcile();

        Assert.Empty(result.Warnings);
        Assert.InRange(result["dead"].Best!.Value, 440, 460);
    }
}
