using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class MisappliedFigureTests
{
    private static readonly Dossier Related = Dossier.Create().Relate("casualties = killed + wounded");

    [Fact]
    public void Casualties_that_became_wounded_on_their_way_count_as_casualties_alone()
    {
        var said = Related.Claim(Said("a", "about 4,700", 1, quantity: "casualties"));
        var dossier = said.Claim(Said("r", "about 4,700", 2, "paper", "wounded"));
        var result = dossier.Reconcile();

        Assert.Equal("a counts, r repeated a", Of(dossier));
        Assert.Equal(
            "casualties, about 4,700 (ministry), became wounded, about 4,700, on its way through paper: the quantity changed, not what the root said.",
            result.Only(DifferenceKind.Relay).Explanation);
        Assert.Contains("the quantity changed", result.Verdicts[1].Because, StringComparison.Ordinal);
        Assert.Equal(said.Reconcile()["wounded"].ToString(), result["wounded"].ToString());
    }

    [Fact]
    public void Quantities_of_one_unit_are_taken_for_one_another_too()
    {
        var dossier = Dossier.Create()
            .Quantity(new Quantity { Id = "casualties", Unit = "people" }).Quantity(new Quantity { Id = "wounded", Unit = "people" })
            .WithClaims([Said("a", "4,700", quantity: "casualties"), Said("r", "at least 4,700", via: "paper", quantity: "wounded"), Said("s", "4,700", via: "paper", quantity: "wounded")]);

        Assert.Equal("a counts, r repeated a, s repeated a", Of(dossier));
    }

    [Theory]
    [InlineData("4,000", 2, "paper", "wounded", "ministry")] // one digit is no fingerprint
    [InlineData("4,700", 2, "", "wounded", "ministry")] // the root says so itself
    [InlineData("4,700", 9, "paper", "wounded", "ministry")] // long after
    [InlineData("4,700", 2, "paper", "tanks", "ministry")] // nobody takes tanks for casualties
    [InlineData("4,700", 2, "paper", "wounded", "police")] // another root
    [InlineData("4,800", 2, "paper", "wounded", "ministry")] // another number
    public void Anything_else_is_a_figure_of_its_own(string figure, int day, string via, string quantity, string source) =>
        Assert.Equal("a counts, r counts", Of(Related.WithClaims([Said("a", figure == "4,800" ? "4,700" : figure, 1, quantity: "casualties"), Said("r", figure, day, via, quantity, source)])));

    [Theory]
    [InlineData(4, "r repeated a")]
    [InlineData(5, "r counts")]
    [InlineData(null, "r counts")]
    public void A_misapplied_figure_comes_up_to_three_days_later(int? day, string became) =>
        Assert.Equal($"a counts, {became}", Of(Related.WithClaims([Said("a", "4,700", 1, quantity: "casualties"), Said("r", "4,700", day, "paper", "wounded")])));

    /// <summary>A total that stands at the same number twelve days on.</summary>
    [Fact]
    public void A_figure_is_not_misapplied_to_its_own_quantity() =>
        Assert.Equal("a counts, r counts", Of(Related.Quantity("casualties", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).WithClaims([Said("a", "4,700", 1, quantity: "wounded"), Said("r", "4,700", 13, "paper", "wounded")])));

    [Fact]
    public void A_garbled_figure_is_not_explained_by_a_quantity_that_stands_no_nearer_to_the_root() => Assert.Equal(
        "c counts, w counts, r repeated c",
        Of(Related.WithClaims([Said("c", "about 4,000", 1, quantity: "casualties"), Said("w", "about 3,600", 1, "wire", "wounded"), Said("r", "around 3,600", 1, "paper", "casualties")])));

    [Fact]
    public void Relays_of_equal_length_are_figures_of_their_own() =>
        Assert.Equal("a counts, r counts", Of(Related.WithClaims([Said("a", "4,700", 1, "wire", "casualties"), Said("r", "4,700", 1, "paper", "wounded")])));

    /// <summary>A relay that swaps the quantity had deleted what the root itself said of the second one.</summary>
    [Theory]
    [InlineData("470", "1,200", "wounded", "470")]
    [InlineData("470", "1,200", "killed", "1,200")]
    public void A_figure_of_another_quantity_does_not_replace_quite_another_that_the_root_said_itself(string killed, string wounded, string quantity, string became)
    {
        Claim[] claims = [Said("k", killed, 1), Said("w", wounded, 1, quantity: "wounded"), Said("r", became, 2, "paper", quantity)];
        var origin = quantity == "killed" ? "w" : "k";

        Assert.Equal($"k counts, w counts, r repeated {origin}", Of(Related.WithClaims(claims)));
        Assert.Equal($"k counts, w counts, r repeated {origin}", Of(Related.Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).WithClaims(claims)));
    }

    /// <summary>The root said 120 ten days before; since then there may well be 480.</summary>
    [Fact]
    public void What_the_root_said_long_before_does_not_show_that_a_figure_is_misapplied() =>
        Assert.Equal("k superseded r, w counts, r counts", Of(Related.WithClaims([Said("k", "120", 1), Said("w", "480", 9, quantity: "wounded"), Said("r", "480", 11, "wire")])));

    [Fact]
    public void Where_the_root_says_another_figure_of_the_second_quantity_nothing_was_misapplied() =>
        Assert.Equal(
            "a counts, w superseded r, r counts",
            Of(Related.WithClaims([Said("a", "4,700", 2, quantity: "casualties"), Said("w", "4,300", 1, quantity: "wounded"), Said("r", "4,700", 2, "paper", "wounded")])));

    [Fact]
    public void Another_figure_by_a_chain_as_long_does_not_show_that_a_figure_is_misapplied() => Assert.EndsWith(
        "r counts",
        Of(Related.WithClaims([Said("a", "4,700", 1, quantity: "casualties"), Said("w", "1,200", 1, "wire", "wounded"), Said("r", "4,700", 2, "paper", "wounded")])),
        StringComparison.Ordinal);

    [Fact]
    public void A_garbled_figure_is_explained_by_the_quantity_that_has_it()
    {
        var dossier = Related.WithClaims([Said("c", "about 4,000", 1, quantity: "casualties"), Said("w", "about 3,600", 1, quantity: "wounded"), Said("r", "around 3,600", 1, "paper", "casualties")]);

        Assert.Equal("c counts, w counts, r repeated w", Of(dossier));
        Assert.Equal(["w", "r"], dossier.Reconcile().Only(DifferenceKind.Relay).Claims.Select(claim => claim.Id));
    }

    [Theory]
    [InlineData(1, "w counts, a counts, r repeated a")]
    [InlineData(5, "w counts, a counts, r repeated a")]
    [InlineData(6, "w counts, a counts, r counts")]
    [InlineData(7, "w counts, a counts, r counts")]
    public void Of_a_total_only_what_the_root_says_in_those_days_stands_against_it(int day, string expected) =>
        Assert.Equal(expected, Of(Related
            .Quantity("casualties", QuantityKind.Total).Quantity("wounded", QuantityKind.Total)
            .WithClaims([Said("w", "2,700", day, quantity: "wounded"), Said("a", "4,700", 9, quantity: "casualties"), Said("r", "4,700", 9, "paper", "wounded")])));
}
