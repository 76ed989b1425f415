using Reconcile.Tests.Inference.Chains;
using Xunit;

namespace Reconcile.Tests.Modelling;

public class SmallFiguresTests
{
    private static readonly DateOnly Day = new(2025, 1, 1);

    [Theory]
    [InlineData("4", true)]
    [InlineData("at least 4", true)]
    [InlineData("99", true)]
    [InlineData("100", false)]
    [InlineData("500", false)]
    public void What_is_all_less_than_a_twentieth_and_others_tell_has_an_error_apart(string small, bool isApart) =>
        Assert.Equal(isApart, IsApart(Dossier.Create().Relate("children <= killed").Claim("killed", "2,000", "ministry").Claim("children", small, "ministry").Claim("children", "6", "union"), small));

    [Theory]
    [InlineData("at least 3")]
    [InlineData("at most 9")]
    public void What_nobody_else_gives_a_value_shares_the_error_of_the_rest(string limit) =>
        Assert.False(IsApart(Dossier.Create().Relate("children <= killed").Claim("killed", "2,000", "ministry").Claim("children", "4", "ministry").Claim("children", limit, "union"), "4"));

    [Fact]
    public void Small_figures_of_one_root_share_an_error()
    {
        var dossier = Dossier.Create().Relate("children + women <= killed").Claim("killed", "2,000", "ministry")
            .Claim("children", "4", "ministry").Claim("children", "6", "union").Claim("women", "11", "ministry").Claim("women", "13", "union");

        Assert.Equal(GroupOf(dossier, "4"), GroupOf(dossier, "11"));
        Assert.NotEqual(GroupOf(dossier, "4"), GroupOf(dossier, "2,000"));
        Assert.NotEqual(GroupOf(dossier, "4"), GroupOf(dossier, "6"));
    }

    [Fact]
    public void Figures_in_different_units_are_not_compared()
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "brigades", Unit = "brigades" }).Quantity(new Quantity { Id = "troops", Unit = "people" }).Relate("troops = 3000 * brigades")
            .Claim("troops", "12,000", "ministry").Claim("brigades", "4", "ministry").Claim("brigades", "5", "union");

        Assert.False(IsApart(dossier, "4", "12,000"));
    }

    [Fact]
    public void Roots_that_speak_once_share_no_error_and_are_not_counted() =>
        Assert.True(IsApart(Two().WithClaims(Others(40, each: 1)), "4"));

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void Where_more_than_thirty_two_errors_are_shared_none_is_divided(int others, bool isApart) =>
        Assert.Equal(isApart, IsApart(Two().WithClaims(Others(others, each: 2)), "4"));

    private static Dossier Two() => Dossier.Create().Relate("children <= killed").Relate("killed <= deployed").Claim("killed", "2,000", "ministry").Claim("children", "4", "ministry").Claim("children", "6", "union");

    private static IEnumerable<Claim> Others(int roots, int each) =>
        from root in Enumerable.Range(0, roots)
        from quantity in new[] { "killed", "deployed" }.Take(each)
        select new Claim { Quantity = quantity, Figure = Figure.Parse("2,100"), Source = $"other {root}" };

    /// <summary>A toll that began with 10 stands on its first day as well by what the root says later.</summary>
    [Fact]
    public void Of_one_quantity_early_figures_share_the_error_of_late_ones_and_increments_do_not()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "10", "ministry", Day).Claim("killed", "11", "union", Day).Claim("killed", "2,000", "ministry", Day.AddDays(9))
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("5"), Source = "ministry", During = new Period(Day.AddDays(10), Day.AddDays(10)) });

        Assert.False(IsApart(dossier, "10"));
        Assert.True(IsApart(dossier, "5"));
    }

    private static bool IsApart(Dossier dossier, string figure, string from = "2,000") => GroupOf(dossier, figure) != GroupOf(dossier, from);

    private static int GroupOf(Dossier dossier, string figure) =>
        RandomSeries.ComponentOf(dossier).Component.Claims.First(claim => claim.Claim.Figure.ToString() == Figure.Parse(figure).ToString()).ErrorGroup;
}
