using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Four disputes with the conflicts, weights and ranges that an independent implementation of the method gave.</summary>
public class DisputedFiguresTests
{
    [Fact]
    public void Three_tolls_of_one_strike_that_all_exclude_each_other_are_three_accounts()
    {
        var result = Dossier.Create()
            .Source("C", Reliability.C).Source("B", Reliability.B).Source("D", Reliability.D)
            .Claim("killed", "471", "C")
            .Claim("killed", "100–300", "B")
            .Claim("killed", "10–50", "D")
            .Reconcile();

        Assert.Equal(["c1 c2", "c1 c3", "c2 c3"], result.ConflictIds());
        var dispute = Assert.Single(result.Disputes);
        Assert.Equal(["c2", "c1", "c3"], dispute.Accounts.Select(account => Assert.Single(account.Accepts).Id));
        dispute.Accounts[0].Weight.IsNear(0.56);
        dispute.Accounts[1].Weight.IsNear(0.24);
        dispute.Accounts[2].Weight.IsNear(0.08);
        dispute.Doubt.IsNear(0.13);
        var killed = result["killed"];
        killed.Under(dispute.Accounts[0]).IsNear(200, 92, 308);
        killed.Under(dispute.Accounts[1]).IsNear(471, 431, 511);
        killed.Under(dispute.Accounts[2]).IsNear(31, 9, 53);
    }

    [Fact]
    public void A_list_of_named_victims_is_no_party_to_a_dispute_between_estimates()
    {
        var result = Dossier.Create()
            .Source("C", Reliability.C).Source("B", Reliability.B).Source("A", Reliability.A)
            .Claim("killed", "about 300", "C")
            .Claim("killed", "about 600", "B")
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("at least 12"), Source = "A", Basis = Basis.Count })
            .Reconcile();

        Assert.Equal(["c1 c2"], result.ConflictIds());
        var dispute = Assert.Single(result.Disputes);
        Assert.Equal(2, dispute.Accounts.Count);
        dispute.Accounts[0].Weight.IsNear(0.63);
        dispute.Accounts[1].Weight.IsNear(0.27);
        dispute.Doubt.IsNear(0.10);
        result["killed"].Under(dispute.Accounts[0]).IsNear(600, 520, 680);
        result["killed"].Under(dispute.Accounts[1]).IsNear(300, 255, 345);
        Assert.Equal(Outcome.Accepted, result.Verdicts[2].Outcome);
    }

    [Fact]
    public void Casualties_reported_as_killed_lose_against_a_sum_that_adds_up()
    {
        var result = Dossier.Create()
            .Source("one", Reliability.B).Source("two", Reliability.D).Source("three", Reliability.B).Source("four", Reliability.B)
            .Relate("casualties = killed + wounded")
            .Claim("killed", "about 400", "one")
            .Claim("killed", "about 4,000", "two")
            .Claim("wounded", "about 3,600", "three")
            .Claim("casualties", "about 4,000", "four")
            .Reconcile();

        Assert.Equal(["c1 c2", "c2 c3 c4"], result.ConflictIds());
        var dispute = Assert.Single(result.Disputes);
        Assert.Equal(["c2"], dispute.Accounts[0].Rejects.Ids());
        dispute.Accounts[0].Weight.IsNear(0.89);
        dispute.Doubt.IsNear(0.09);
        result["killed"].Under(dispute.Accounts[0]).IsNear(400, 350, 450);
        Assert.InRange(result["casualties"].Best!.Value, 3_400, 4_600);
        Assert.All(dispute.Accounts.Skip(1), account => Assert.InRange(account.Weight, 0, 0.12));
    }

    [Fact]
    public void Two_surveys_of_violent_deaths_are_never_averaged()
    {
        // G. Burnham et al., Lancet 368 (2006); Iraq Family Health Survey, New England Journal of Medicine 358 (2008); a documented count.
        var result = Dossier.Create()
            .Source("Burnham", Reliability.B).Source("IFHS", Reliability.B).Source("count", Reliability.A)
            .Relate("violent >= documented")
            .Claim("violent", Figure.Interval(601_027, 426_369, 793_663), "Burnham")
            .Claim("violent", Figure.Interval(151_000, 104_000, 223_000), "IFHS")
            .Claim(new Claim { Quantity = "documented", Figure = Figure.Between(80_000, 87_000), Source = "count", Basis = Basis.Count })
            .Reconcile();

        Assert.Equal(["c1 c2"], result.ConflictIds());
        var accounts = Assert.Single(result.Disputes).Accounts;
        Assert.Equal(2, accounts.Count);
        Assert.Equal(accounts[0].Weight, accounts[1].Weight, 1e-9);
        var violent = result["violent"];
        Assert.Equal(2, violent.Alternatives.Count);
        Assert.All(violent.Alternatives, part => Assert.False(part.Low < 350_000 && part.High > 350_000, $"{part.Low}–{part.High} holds 350,000"));
        Assert.False(violent.Best is > 300_000 and < 400_000);
        Assert.Equal([Outcome.Contested, Outcome.Contested, Outcome.Accepted], result.Verdicts.Select(verdict => verdict.Outcome));
    }
}
