using Xunit;

namespace Reconcile.Tests.Validation;

/// <summary>What is no error, but seldom what was meant.</summary>
public class MistakableDossierTests
{
    [Theory]
    [InlineData("1.500", "1,500")]
    [InlineData("about 3.600", "3,600")]
    [InlineData("between 1 and 12.250", "12,250")]
    public void A_point_before_three_digits_is_asked_about(string figure, string meant)
    {
        var finding = Assert.Single(Dossier.Create().Claim("killed", figure, "ministry").Validate());

        Assert.Equal("RC215", finding.Code);
        Assert.Contains(meant, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10-15,000", "10,000–15,000")]
    [InlineData("between 5 and 6,000", "5,000–6,000")]
    [InlineData("10 to 15000", "10,000–15,000")]
    [InlineData("15 to 20 000", "15,000–20,000")]
    [InlineData("15–20\u00A0000", "15,000–20,000")]
    [InlineData("15 to 20'000", "15,000–20,000")]
    [InlineData("15 to 20’000", "15,000–20,000")]
    [InlineData("100–150 000", "100,000–150,000")]
    [InlineData("1 to 2 000 000", "1,000–2,000,000")]
    public void A_range_whose_first_number_may_be_thousands_too_is_asked_about(string figure, string meant)
    {
        var finding = Assert.Single(Dossier.Create().Claim("killed", figure, "ministry").Validate());

        Assert.Equal("RC231", finding.Code);
        Assert.Contains(meant, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10,000–15,000")]
    [InlineData("5-6 thousand")]
    [InlineData("15 000 to 20 000")]
    [InlineData("900 to 1,000")]
    [InlineData("100–300")]
    [InlineData("10 to 1,500")]
    [InlineData("0 to 2,000")]
    [InlineData("dozens")]
    [InlineData("thousands")]
    public void Other_ranges_are_not(string figure) => Assert.Empty(Dossier.Create().Claim("killed", figure, "ministry").Validate());

    [Theory]
    [InlineData("1.5")]
    [InlineData("3.25 million")]
    [InlineData("0.125")]
    [InlineData("493.636 ± 0.011")]
    [InlineData("1.5–2.125")]
    [InlineData("1,500.250")]
    public void Other_decimals_are_not(string figure) => Assert.Empty(Dossier.Create().Claim("killed", figure, "ministry").Validate());

    [Theory]
    [InlineData("1.125")]
    [InlineData("""{ "best": 1.125 }""")]
    [InlineData("""{ "low": 1.125, "high": 3.875 }""")]
    [InlineData("""{ "low": 1.125, "best": 1.250, "high": 1.375, "level": 0.9 }""")]
    [InlineData("""{ "low": 10, "high": 15000 }""")]
    public void Numbers_of_a_file_are_not_nor_when_they_are_written_and_read_again(string figure)
    {
        var dossier = Dossier.Parse($$"""{ "reconcile": 1, "claims": [{ "quantity": "weight", "figure": {{figure}}, "source": "wire" }] }""");

        Assert.Empty(dossier.Validate());
        Assert.Equal(dossier, Dossier.Parse(dossier.ToJson()));
        Assert.Empty(Dossier.Parse(dossier.ToJson()).Validate());
    }

    [Fact]
    public void A_phrase_of_a_file_is() =>
        Assert.Equal("RC215", Assert.Single(Dossier.Parse("""{ "reconcile": 1, "claims": [{ "quantity": "weight", "figure": "1.125", "source": "wire" }] }""").Validate()).Code);

    [Theory]
    [InlineData("\"1.5\"", "killed", "\"1.5\" has a fraction, and \"killed\" takes whole numbers only; if thousands are meant, write 1,500, and if fractions can be, declare it without \"whole\".")]
    [InlineData("1.5", "killed", "\"1.5\" has a fraction, and \"killed\" takes whole numbers only; if thousands are meant, write 1,500, and if fractions can be, declare it without \"whole\".")]
    [InlineData("1.500", "killed", "\"1.5\" has a fraction, and \"killed\" takes whole numbers only; if thousands are meant, write 1,500, and if fractions can be, declare it without \"whole\".")]
    [InlineData("\"at least 1,500.25\"", "killed", "\"at least 1,500.25\" has a fraction, and \"killed\" takes whole numbers only; if fractions can be, declare it without \"whole\".")]
    [InlineData("{ \"low\": 1, \"high\": 2.5 }", "killed + 2 * wounded", "\"1–2.5\" has a fraction, and \"killed + 2 * wounded\" takes whole numbers only; if thousands are meant, write 2,500, and if fractions can be, declare its quantities without \"whole\".")]
    public void A_fraction_of_what_is_counted_in_whole_numbers_is_asked_about(string figure, string quantity, string message)
    {
        var finding = Assert.Single(Counted(figure, quantity).Validate());

        Assert.Equal(("RC234", "claims[0].figure", message), (finding.Code, finding.Path, finding.Message));
    }

    [Theory]
    [InlineData("\"1.5 million\"", "killed")]
    [InlineData("\"half a dozen\"", "killed")]
    [InlineData("400.0", "killed")]
    [InlineData("\"493 ± 2.5\"", "killed")]
    [InlineData("1.5", "weight")]
    [InlineData("1.5", "killed + weight")]
    [InlineData("1.5", "0.5 * killed")]
    [InlineData("\"12.5 %\"", "killed / wounded")]
    public void Other_figures_of_whole_quantities_are_not(string figure, string quantity) => Assert.Empty(Counted(figure, quantity).Validate());

    [Fact]
    public void A_point_of_thousands_is_asked_about_once() => Assert.Equal("RC215", Assert.Single(Counted("\"1.500\"", "killed").Validate()).Code);

    [Fact]
    public void A_figure_made_of_a_number_is_asked_about_too() =>
        Assert.Equal("RC234", Assert.Single(Dossier.Create().Quantity(new Quantity { Id = "killed", Whole = true }).Claim("killed", Figure.Exactly(1.5), "ministry").Validate()).Code);

    private static Dossier Counted(string figure, string quantity) => Dossier.Parse($$"""
        {
          "reconcile": 1,
          "quantities": [ { "id": "killed", "whole": true }, { "id": "wounded", "whole": true }, { "id": "weight" } ],
          "relations": [ "weight >= wounded + killed" ],
          "claims": [ { "quantity": "{{quantity}}", "figure": {{figure}}, "source": "wire" } ]
        }
        """);

    [Fact]
    public void Two_sources_with_one_name_are_asked_about()
    {
        var finding = Assert.Single(Dossier.Create()
            .Source(new Source { Id = "interior", Name = "Ministry of the Interior" })
            .Source(new Source { Id = "moi", Name = "Ministry of the Interior" })
            .Claim("killed", "400", "interior").Claim("killed", "about 400", "moi").Validate());

        Assert.Equal("RC216", finding.Code);
        Assert.Equal("sources[1].name", finding.Path);
    }
}
