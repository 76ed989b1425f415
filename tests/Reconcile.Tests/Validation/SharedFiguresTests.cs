using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Validation;

public class SharedFiguresTests
{
    private static readonly Dossier Twins = Dossier.Create()
        .Claim("killed", "471", "a").Claim("wounded", "about 1,263", "a").Claim("killed", "at least 471", "b").Claim("wounded", "1,263", "b");

    [Fact]
    public void Sources_that_share_unusual_figures_may_not_be_independent()
    {
        var finding = Assert.Single(Twins.Validate());

        Assert.Equal(("RC217", FindingSeverity.Warning, "claims[3].source", "c4"), (finding.Code, finding.Severity, finding.Path, finding.ClaimId));
        Assert.Equal(
            "\"a\" and \"b\" may not be independent: both give killed at least 471, wounded 1,263. If one has them from the other, or both from a third, name who knows as the source and the others in via; so far they count as two roots.",
            finding.Message);
        Assert.Equal(2, Twins.Reconcile()["killed"].Roots);
    }

    [Fact]
    public void A_declared_link_is_known_already() =>
        Assert.Empty(Twins.Claim(new Claim { Quantity = "missing", Figure = Figure.About(30), Source = "b", Via = ["a"] }).Validate());

    [Theory]
    [InlineData("killed", "400", "wounded", "1,200")] // round figures are everybody's
    [InlineData("killed", "471", "killed", "about 471")] // one figure, said twice
    [InlineData("killed", "47", "wounded", "12")] // two digits
    [InlineData("killed", "471–482", "wounded", "1,263–1,300")] // ranges
    [InlineData("killed", "hundreds", "wounded", "thousands")]
    public void Other_figures_are_shared_by_chance(string quantity, string figure, string second, string other) =>
        Assert.Empty(Dossier.Create().Claim(quantity, figure, "a").Claim(second, other, "a").Claim(quantity, figure, "b").Claim(second, other, "b").Validate());

    [Fact]
    public void The_figures_may_be_those_of_several_days_of_one_quantity()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).WithClaims(Enumerable.Range(1, 8).SelectMany(day => new[] { "a", "b" }.Select(source =>
            new Claim { Quantity = "killed", Figure = Figure.Exactly(471 + (11 * day)), Source = source, Reported = new DateOnly(2025, 1, day) })));

        Assert.Contains("killed exactly 504 and 5 more.", Assert.Single(dossier.Validate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_shared_figure_may_be_a_count_that_both_made() => Assert.Empty(Twins.WithoutClaim("c4").Validate());

    [Fact]
    public void What_everybody_says_is_common_knowledge()
    {
        var names = Enumerable.Range(0, 21).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        Dossier Saying(int sources) => Dossier.Create().WithClaims(names.Take(sources).SelectMany(name => new[]
        {
            new Claim { Quantity = "killed", Figure = Figure.Parse("471"), Source = name }, new Claim { Quantity = "wounded", Figure = Figure.Parse("1,263"), Source = name },
        }));

        Assert.Equal(10, Saying(5).Validate().Count);
        Assert.Empty(Saying(21).Validate());
    }

    [Fact]
    public void The_message_names_the_first_three()
    {
        string[] quantities = ["killed", "wounded", "captured", "missing", "returned"];
        var dossier = Dossier.Create().WithClaims(quantities.SelectMany(quantity => new[] { "a", "b" }.Select(source => new Claim { Quantity = quantity, Figure = Figure.Parse("471"), Source = source })));

        Assert.Contains("both give killed 471, wounded 471, captured 471 and 2 more.", Assert.Single(dossier.Validate()).Message, StringComparison.Ordinal);
    }
}
