using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Accounts;

public class UnseenErrorsTests
{
    [Fact]
    public void A_root_that_counts_day_by_day_is_one_witness()
    {
        Dossier Series(int days) => Total([.. Enumerable.Range(1, days).Select(day => Said($"d{day}", $"{1_000 + day}", day)), Said("stray", "300", days + 1)]);

        var (few, many) = (Assert.Single(Series(4).Reconcile().Disputes), Assert.Single(Series(40).Reconcile().Disputes));

        Assert.Equal(["stray"], many.Accounts[0].Rejects.Select(claim => claim.Id));
        Assert.Equal(few.Doubt, many.Doubt, 0.05);
        Assert.InRange(many.Doubt, 0, 0.2);
    }
}
