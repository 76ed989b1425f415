using FsCheck.Xunit;
using Reconcile.Explanation;
using Reconcile.Reporting;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class ExplanationReportTests
{
    private static readonly string Killed = Explained("killed");

    [Property(MaxTest = 30)]
    public bool No_line_is_wider_than_100_columns_whatever_the_dossier_says(string? source)
    {
        var report = Explained("killed", string.Concat(Enumerable.Repeat(source ?? "", 20)));
        return report.Split('\n').All(line => PrintableText.Columns(line) <= 100 && !line.Any(char.IsControl));
    }

    [Fact]
    public void It_begins_with_the_estimate_and_how_to_read_it() => Assert.StartsWith(
        "People killed (people): 200 (92–511), low confidence\nAs of 5 March 2025\n\n"
        + "The best value is 200. The true value lies between 92 and 511 with a probability of 90 %, if one of\n"
        + "the accounts below is right.\n",
        Killed,
        StringComparison.Ordinal);

    [Fact]
    public void Ends_that_print_alike_are_no_range() => Assert.Contains(
        "The best value is 5, and so is the true value with a probability of 90 %, if the accepted claims are\nnot simply wrong.",
        Dossier.Create().Quantity(new Quantity { Id = "killed", Whole = true }).Source("a", Reliability.A).Claim("killed", "exactly 5", "a").Reconcile().Explain("killed"),
        StringComparison.Ordinal);

    [Fact]
    public void A_claim_is_shown_as_said_as_read_and_with_its_share()
    {
        Assert.Contains(
            "        91 %  \"100 to 300\" [c2], Wire agency (grade B, usually reliable); reads as 100–300, with the\n"
            + "              error of its source 95–315\n"
            + "              Accepted: in the leading version. The estimate agrees with it.\n",
            Killed,
            StringComparison.Ordinal);
        Assert.Contains("The estimate lies outside of its\n                margin of error.\n", Killed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_source_and_where_they_were_read_stand_under_the_claim()
    {
        var url = "https://example.org/" + new string('x', 100);
        var result = Dossier.Create().Relate("casualties = killed + wounded")
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("around 400"), Source = "ministry", Quote = "around 400\ndied", Url = url })
            .Claim(new Claim { Quantity = "wounded", Figure = Figure.Parse("around 600"), Source = "rescuers", Url = "the evening paper, page 3", Quote = " " })
            .Claim("casualties", "about 1,000", "wire").Reconcile();
        var lines = result.Explain("killed").Split('\n');

        var own = Array.FindIndex(lines, line => line.Contains("[c1]", StringComparison.Ordinal));
        Assert.Equal(["              In the words of the source: \"around 400 died\"", "              Read at " + url], lines[(own + 2)..(own + 4)]);
        Assert.Contains("              Read at the evening paper, page 3", lines);
        Assert.Single(lines, line => line.Contains("In the words", StringComparison.Ordinal));
        Assert.DoesNotContain("example.org", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_on_an_expression_of_the_quantity_belong_to_it()
    {
        Assert.Contains("\"at least 300\" of killed + wounded [c5]", Killed, StringComparison.Ordinal);
        Assert.Contains("\"at least 300\" of killed + wounded [c5]", Explained("wounded"), StringComparison.Ordinal);
        Assert.DoesNotContain("[c5]", Explained("casualties"), StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_over_which_others_tell_the_quantity_are_named()
    {
        var result = Dossier.Create()
            .Relate(new Relation { Rule = "total = north + south", Because = "two villages" }).Relate("north = men + women").Relate("other = men + horses")
            .Claim("men", "40", "a").Claim("women", "30", "a").Claim("south", "20", "b").Claim("horses", "5", "b").Reconcile();

        Assert.Contains("       holds  the relation total = north + south (two villages)\n       holds  the relation north = men + women\n", result.Explain("total"), StringComparison.Ordinal);
        Assert.DoesNotContain("horses", result.Explain("total"), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(result.ExplainToJson("total"));
        var first = json.RootElement.GetProperty("relations")[0];
        Assert.Equal(("total = north + south", "two villages"), (first.GetProperty("rule").GetString(), first.GetProperty("because").GetString()));
        Assert.False(first.TryGetProperty("share", out _));
    }

    [Fact]
    public void What_was_superseded_is_shown_with_its_reason() =>
        Assert.Contains("Superseded: replaced by \"471\" of the same source.\n", Killed, StringComparison.Ordinal);

    [Fact]
    public void Other_claims_relations_and_the_assumption_have_their_share()
    {
        Assert.Contains("         1 %  \"at least 92\" of wounded [c3], Wire agency", Killed, StringComparison.Ordinal);
        Assert.Contains("         7 %  the relation casualties = killed + wounded (by definition)\n", Killed, StringComparison.Ordinal);
        Assert.Contains("         1 %  a broad assumption about the size of such figures\n", Killed, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_version_of_events_has_its_value()
    {
        Assert.Contains("        29 %  471 (431–511)\n              accepts \"471\" (Ministry of Health) [c1]\n", Killed, StringComparison.Ordinal);
        Assert.Contains("         9 %  none of these\n", Killed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "growth on 3 January 2024;")]
    [InlineData(5, "growth from 3 January 2024 to 5 January 2024;")]
    public void An_increment_says_of_which_days_it_is(int lastDay, string said)
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "12", "police", new DateOnly(2024, 1, 2))
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("7"), Source = "rescuers", During = new Period(new DateOnly(2024, 1, 3), new DateOnly(2024, 1, lastDay)) }).Reconcile();

        Assert.Contains(said, result.Explain("killed").ReplaceLineEndings(" ").Replace("              ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_steps_of_confidence_end_it() => Assert.EndsWith(
        "Why low confidence\n  - −1 contested: the leading version has 62 %\n  - −1 one root: Ministry of Health\n  Together −2: 2 or more is high, 0 or 1 moderate, less low.", Killed, StringComparison.Ordinal);

    [Fact]
    public void An_open_side_is_explained() => Assert.Contains(
        "At least 92. Nothing that was said limits how much higher it may be, so there is no best value.", Explained("wounded"), StringComparison.Ordinal);

    /// <summary>The total of 400 four days before leaves the account with it open above.</summary>
    [Fact]
    public void A_range_beside_an_open_account_is_that_of_the_closed_ones()
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "400", "a", new DateOnly(2025, 1, 1)).Claim("killed", "200", "b", new DateOnly(2025, 1, 5)).Reconcile();

        Assert.Contains("if one of the accounts below that give a best value is right.", result.Explain("killed").ToString().ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantity_that_nobody_claims_says_so() =>
        Assert.Contains("Nobody has claimed a figure for this quantity itself.", Explained("casualties"), StringComparison.Ordinal);

    [Fact]
    public void Shares_and_weights_add_up_to_100()
    {
        var dispute = Fabricated.Disputed().Disputes[0];
        var third = dispute with { Accounts = [dispute.Accounts[0] with { Weight = 0.334 }, dispute.Accounts[1] with { Weight = 0.334 }], Doubt = 0.332 };

        Assert.Equal(["33 %", "33 %", "34 %"], Outline.Weights(third));
        Assert.EndsWith("none of these 34 %", third.ToString(), StringComparison.Ordinal);
        Assert.Equal(["62 %", "29 %", "9 %"], Outline.Weights(dispute));
        Assert.Equal(["34 %", "33 %", "33 %"], NumberText.Weights([1.0 / 3, 1.0 / 3, 1.0 / 3]));
        Assert.Equal(["98 %", "1 %", "under 1 %"], NumberText.Weights([0.976, 0.015, 0.009]));
    }

    [Fact]
    public void An_unknown_quantity_names_the_nearest()
    {
        var unknown = Assert.Throws<KeyNotFoundException>(() => Fabricated.Disputed().Explain("kiled"));
        Assert.Contains("killed", unknown.Message, StringComparison.Ordinal);
    }

    /// <summary>Without the changes, for which the engine would have to run.</summary>
    private static string Explained(string quantity, string sourceName = "Ministry of Health")
    {
        var result = Fabricated.Disputed(sourceName: sourceName);
        return ExplanationReport.Write(EstimateExplainer.Of(result, result[quantity]));
    }
}
