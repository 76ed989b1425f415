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

    [Fact]
    public void What_a_root_says_in_two_ways_does_not_vouch_for_itself()
    {
        Dossier Of(params Claim[] claims) => Dossier.Create().WithClaims([.. claims, new Claim { Id = "rival", Quantity = "casualties", Figure = Figure.AtLeast(50_000), Source = "other" }]);
        var (nearly, some) = (OfRoot("nearly", "nearly 17,000"), OfRoot("some", "some 17,000"));

        var (once, twice) = (Of(nearly), Of(nearly, some));

        Assert.Equal(Doubt(once), Doubt(twice), 1e-12);
        Assert.Equal(Doubt(InSum(once)), Doubt(InSum(twice)), 1e-12);
        Assert.Equal(Doubt(once), Doubt(InSum(once)), 1e-12);

        Claim OfRoot(string id, string words) => new() { Id = id, Quantity = "casualties", Figure = Figure.Parse(words), Source = "root" };
        double Doubt(Dossier dossier) => Assert.Single(dossier.Reconcile().Disputes).Doubt;
        Dossier InSum(Dossier dossier) => dossier.Relate("casualties = killed + wounded");
    }
}
