using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Inference;

public class AccountViewsTests
{
    [Fact]
    public void Accounts_of_three_disputes_that_exclude_each_other_are_left_out_of_the_mixture()
    {
        // Nine disputes are more than are tried in all combinations; only one switch of three breaks the second relation.
        var dossier = Dossier.Create()
            .Relate("sum = a1 + a2 - a3 + 5000")
            .Relate("a1 + a2 - a3 <= 900")
            .Relate("a1 + a2 + a3 + m1 + m2 + m3 + m4 + m5 + m6 <= 1000000");
        dossier = Disputed(Disputed(Disputed(dossier, "a1", "400", "800"), "a2", "400", "800"), "a3", "800", "400");
        for (var i = 1; i <= 6; i++) dossier = Disputed(dossier, "m" + i.ToString(CultureInfo.InvariantCulture), "500", "900");

        var result = dossier.Reconcile();

        Assert.Equal(9, result.Disputes.Count);
        Assert.InRange(result["sum"].High!.Value, 5700, 5900);
    }

    [Theory]
    [InlineData("1,450,000,000")]
    [InlineData("999,999,999,999,999")]
    public void Beside_a_population_of_a_billion_three_dead_are_three(string population)
    {
        var result = Dossier.Create().Relate("killed <= population")
            .Claim("killed", "exactly 3", "police")
            .Claim("population", population, "census")
            .Reconcile();

        Assert.Equal(3, result["killed"].Best!.Value, 1e-3);
        Assert.InRange(result["killed"].Low!.Value, 2.4, 2.6);
        Assert.InRange(result["killed"].High!.Value, 3.4, 3.6);
    }

    [Fact]
    public void A_floor_reads_as_said_also_beside_figures_that_only_their_errors_reconcile()
    {
        var result = Dossier.Create().Relate("casualties = killed + wounded")
            .Claim("wounded", "at least 92", "a")
            .Claim("killed", "471", "b")
            .Claim("killed", "480", "c")
            .Reconcile();

        Assert.Equal(ConflictSeverity.Discrepancy, Assert.Single(result.Conflicts).Severity);
        Assert.Equal(92, result["wounded"].Low);
    }

    [Fact]
    public void Results_can_be_read_after_the_work_was_cancelled()
    {
        // With over 64 accounts and an open side under the first, the values under the others are worked out when somebody reads them.
        var dossier = Dossier.Create().Source("rebels", Reliability.D).Claim("killed", "at least 100,000", "rebels");
        for (var i = 1; i <= 70; i++)
        {
            var source = "rumour " + i.ToString(CultureInfo.InvariantCulture);
            dossier = dossier.Source(source, Reliability.E).Claim(new Claim
            {
                Quantity = "killed",
                Figure = Figure.Read((i * i * 10).ToString(CultureInfo.InvariantCulture)),
                Source = source,
                Basis = Basis.Count,
                Credibility = Credibility.Improbable,
            });
        }

        using var cancellation = new CancellationTokenSource();
        var result = new Reconciler(new ReconcileOptions { MaxAccounts = 200 }).Reconcile(dossier, cancellation.Token);
        cancellation.Cancel();

        Assert.InRange(Assert.Single(result.Disputes).Accounts.Count, 65, 200);
        Assert.Null(result["killed"].Best);
        Assert.NotEmpty(result["killed"].Influences);
    }

    private static Dossier Disputed(Dossier dossier, string quantity, string leading, string rival) => dossier
        .Source(quantity + " ministry", Reliability.B)
        .Source(quantity + " rebels", Reliability.C)
        .Claim(quantity, leading, quantity + " ministry")
        .Claim(quantity, rival, quantity + " rebels");
}
