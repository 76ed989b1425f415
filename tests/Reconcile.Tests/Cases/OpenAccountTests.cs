using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Where the leading account leaves a side open, the other end is that of the accounts which have the probability of the range together, not that of the leading one alone.</summary>
public class OpenAccountTests
{
    [Fact]
    public void The_floor_of_a_day_on_which_a_rival_account_says_less_is_that_of_the_rival()
    {
        var first = new DateOnly(2025, 3, 1);
        var day = Dossier.Create().Source("a", Reliability.B).Source("b", Reliability.C).Quantity("killed", QuantityKind.Total)
            .Claim("killed", "11,300", "a", first).Claim("killed", "3,166", "b", first.AddDays(1)).Reconcile()["killed"].Series[^1];

        Assert.Null(day.High);
        Assert.InRange(day.Low!.Value, 2_500, 3_166);
    }

    [Fact]
    public void So_is_that_of_a_sum_with_an_open_part()
    {
        var casualties = Dossier.Create().Source("a", Reliability.B).Source("b", Reliability.C).Relate("casualties = killed + wounded")
            .Claim("killed", "500", "a").Claim("killed", "200", "b").Claim("wounded", "at least 900", "b").Reconcile()["casualties"];

        Assert.Null(casualties.High);
        Assert.InRange(casualties.Low!.Value, 1_000, 1_100);
    }

    [Fact]
    public void A_rival_of_little_weight_moves_nothing()
    {
        var casualties = Dossier.Create().Source("a", Reliability.A).Source("b", Reliability.A).Source("c", Reliability.E).Relate("casualties = killed + wounded")
            .Claim("killed", "500", "a").Claim("killed", "500", "b").Claim("killed", "20", "c").Claim("wounded", "at least 900", "b").Reconcile()["casualties"];

        Assert.InRange(casualties.Low!.Value, 1_350, 1_400);
    }
}
