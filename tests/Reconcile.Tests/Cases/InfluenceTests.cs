using Xunit;

namespace Reconcile.Tests.Cases;

public class InfluenceTests
{
    private static readonly Dossier Strike = Dossier.Create()
        .Source("A", Reliability.A).Source("B", Reliability.B).Source("C", Reliability.C).Source("D", Reliability.D).Source("count", Reliability.B)
        .Relate("casualties = killed + wounded")
        .Claim("killed", "104", "A")
        .Claim("killed", "97", "C")
        .Claim("killed", "between 80 and 130", "D")
        .Claim("wounded", "about 250", "B")
        .Claim("casualties", "at least 300", "C")
        .Claim(new Claim { Quantity = "killed", Figure = Figure.AtLeast(60), Source = "count", Basis = Basis.Count });

    [Theory]
    [InlineData("killed")]
    [InlineData("wounded")]
    [InlineData("casualties")]
    public void The_shares_of_an_estimate_add_up_to_1(string quantity)
    {
        var influences = Strike.Reconcile()[quantity].Influences;

        Assert.NotEmpty(influences);
        Assert.Equal(1, influences.Sum(influence => influence.Share), 1e-6);
        Assert.All(influences, influence => Assert.InRange(influence.Share, 0, 1));
        Assert.Equal(influences.Select(i => i.Share).OrderDescending(), influences.Select(i => i.Share));
    }

    [Theory]
    [InlineData(null, "k <= 4", "k >= 0", "k <= 4")]
    [InlineData(6.0, "k <= 4", "k >= 0", "k <= 4")]
    [InlineData(4.0, "k <= 9", "0 <= k <= 4")]
    [InlineData(4.0, "k >= 1", "k >= 1", "k <= 4")]
    public void A_bound_of_a_quantity_is_named_apart_from_what_a_relation_bounds(double? most, string rule, params string[] named)
    {
        var estimate = Dossier.Create().Quantity(new Quantity { Id = "k", Max = most }).Relate(rule).Reconcile()["k"];

        Assert.Equal(named, estimate.Influences.Select(influence => influence.Relation?.Rule).OfType<string>().OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_its_most_influential_claim_an_estimate_moves_most()
    {
        var full = Strike.Reconcile()["killed"];
        var top = full.Influences.First(influence => influence.Claim is not null).Claim!.Id;

        var moves = Strike.Claims.ToDictionary(
            claim => claim.Id,
            claim => Math.Abs(Strike.WithoutClaim(claim.Id).Reconcile()["killed"].Best!.Value - full.Best!.Value));

        Assert.Equal(moves.MaxBy(move => move.Value).Key, top);
    }

    [Fact]
    public void A_retracted_claim_has_no_influence()
    {
        var with = Strike.Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(500), Source = "A", Retracted = Retraction.Always }).Reconcile();

        Assert.DoesNotContain(with["killed"].Influences, influence => influence.Claim?.Id == "c7" && influence.Share > 0);
        Assert.Equal(Strike.Reconcile()["killed"].Best!.Value, with["killed"].Best!.Value, 1e-9);
        Assert.Equal(Outcome.Retracted, with.Verdicts[6].Outcome);
    }

    [Fact]
    public void The_bound_of_a_quantity_reads_as_a_relation_that_can_be_written()
    {
        var result = Dossier.Create()
            .Quantity(new Quantity { Id = "people sent", Min = 1000.0625 })
            .Source("press", Reliability.E)
            .Claim("people sent", "about 1,100", "press")
            .Reconcile();

        var bound = Assert.Single(result["people sent"].Influences, influence => influence.Relation is not null).Relation!;

        Assert.Equal("\"people sent\" >= 1000.0625", bound.Rule);
        Assert.True(Relation.TryParse(bound.Rule, out _, out _));
    }
}
