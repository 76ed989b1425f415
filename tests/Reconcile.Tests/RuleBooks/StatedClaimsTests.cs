using Xunit;

namespace Reconcile.Tests.RuleBooks;

/// <summary>Which claims the rules are given.</summary>
public class StatedClaimsTests
{
    private static readonly DateOnly First = new(2025, 3, 1);

    [Fact]
    public void Only_claims_on_the_quantity_itself()
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded")
            .Claim("killed", "400", "a").Claim("killed + wounded", "4,000", "a").Claim("killed / casualties", "10 %", "a").Claim("2 * wounded", "7,200", "a");

        Assert.Equal(["killed: c1"], Given(dossier));
    }

    [Fact]
    public void A_quoted_name_is_the_quantity() => Assert.Equal(["troops sent: c1"], Given(Dossier.Create().Claim("\"troops sent\"", "400", "a")));

    [Fact]
    public void Not_what_was_withdrawn_replaced_or_said_again()
    {
        var said = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a" };
        var dossier = Dossier.Create().WithClaims(
        [
            said,
            said with { Via = ["wire"] },
            said with { Source = "b", Figure = Figure.Parse("500"), Retracted = Retraction.Always },
            said with { Source = "c", Figure = Figure.Parse("600"), Id = "old" },
            said with { Source = "d", Figure = Figure.Parse("700"), Supersedes = ["old"] },
        ]);

        Assert.Equal(["killed: c1 c5"], Given(dossier));
    }

    [Fact]
    public void No_projection_and_no_increment()
    {
        var said = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a", AsOf = First };
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).WithClaims(
            [said, said with { Source = "b", Basis = Basis.Projection }, said with { Source = "c", AsOf = null, During = new Period(First, First) }]);

        Assert.Equal(["killed: c1"], Given(dossier));
    }

    [Fact]
    public void Of_each_root_the_newest_of_its_values_and_of_its_bounds()
    {
        var said = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a", AsOf = First };
        var dossier = Dossier.Create().WithClaims(
        [
            said,
            said with { Figure = Figure.Parse("420"), AsOf = First.AddDays(2) },
            said with { Figure = Figure.Parse("300 to 500"), AsOf = First.AddDays(1) },
            said with { Figure = Figure.Parse("at least 90") },
            said with { Figure = Figure.Parse("380"), AsOf = null, Source = "b" },
        ]);

        Assert.Equal(["killed: c2 c4 c5"], Given(dossier));
    }

    [Fact]
    public void Of_one_day_the_nearest_to_the_root()
    {
        var said = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a", AsOf = First };

        Assert.Equal(["killed: c1"], Given(Dossier.Create().WithClaims([said, said with { Figure = Figure.Parse("480"), Via = ["wire"] }])));
        Assert.Equal(["killed: c1 c2"], Given(Dossier.Create().WithClaims([said, said with { Figure = Figure.Parse("480") }])));
    }

    [Fact]
    public void Nothing_of_a_later_day_than_that_of_the_dossier()
    {
        var dossier = Dossier.Create().Claim("killed", "400", "a", First).Claim("killed", "500", "b", First.AddDays(9)).WithAsOf(First.AddDays(1));

        Assert.Equal(["killed: c1"], Given(dossier));
    }

    [Fact]
    public void Nothing_that_was_said_after_the_day_of_the_dossier()
    {
        var said = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a", AsOf = First, Reported = First };
        var dossier = Dossier.Create().WithClaims([said, said with { Source = "b", Reported = First.AddDays(9) }]);

        Assert.Equal(["killed: c1 c2"], Given(dossier));
        Assert.Equal(["killed: c1"], Given(dossier.WithAsOf(First.AddDays(8))));
    }

    [Fact]
    public void The_quantities_come_in_the_order_of_the_estimates()
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded").Claim("wounded", "3,600", "a").Claim("killed", "400", "a").Claim("casualties", "4,000", "a");

        Assert.Equal(dossier.Reconcile().Estimates.Select(estimate => estimate.Quantity.Id), dossier.ApplyRules([RuleBook.Mean]).Select(result => result.Quantity.Id));
    }

    private static string[] Given(Dossier dossier) =>
        [.. dossier.ApplyRules([RuleBook.Acled]).Select(result => $"{result.Quantity.Id}: {string.Join(' ', result.Stated.Select(claim => claim.Id).Order(StringComparer.Ordinal))}")];
}
