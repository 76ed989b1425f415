using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Two claims that exclude each other, one of them said to be no more than likely.</summary>
public sealed class LikelihoodTests
{
    private static readonly Dossier Rivals = Dossier.Create()
        .Source(new Source { Id = "analysts", Scale = LikelihoodScale.Phia })
        .Source(new Source { Id = "ministry" })
        .Claim("killed", "about 3,000", source: "ministry");

    private static readonly Reconciliation Likely = Rivals.Claim("killed", "highly likely over 5,000", source: "analysts").Reconcile();

    [Fact]
    public void A_word_makes_a_claim_cheaper_to_reject_by_the_odds_of_accuracy_times_its_middle()
    {
        var accounts = Assert.Single(Likely.Disputes).Accounts;

        // 0.85 is the accuracy of grade C, 0.85 the middle of 80–90 %.
        var odds = 0.85 * 0.85 / (1 - (0.85 * 0.85));
        Assert.Equal("about 3,000", accounts[0].Accepts.Single().Figure.Text);
        Assert.Equal(0.85 / 0.15 / odds, accounts[0].Weight / accounts[1].Weight, 1e-12);
    }

    [Fact]
    public void In_the_figure_or_beside_it_a_word_does_the_same()
    {
        var beside = Rivals.Claim(new Claim { Id = "c2", Quantity = "killed", Figure = Figure.Parse("over 5,000"), Source = "analysts", Likelihood = "Highly-Likely" }).Reconcile();

        Assert.Equal(Likely.Disputes[0].Accounts.Select(account => account.Weight), beside.Disputes[0].Accounts.Select(account => account.Weight));
        Assert.Equal(Likely["killed"].ToString(), beside["killed"].ToString());
    }

    [Fact]
    public void The_verdict_says_by_how_much()
    {
        Assert.EndsWith("; highly likely, 80–90 % by PHIA: taken alone it holds with a chance of 72 %, not 85 %", Likely.Verdicts[1].Because, StringComparison.Ordinal);
        Assert.DoesNotContain("chance", Likely.Verdicts[0].Because, StringComparison.Ordinal);
        Assert.Contains("it holds with a chance of 72 %, not 85 %.", string.Join(' ', Likely.Explain("killed").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("\"figure\": \"highly likely over 5,000\",\n      \"likelihood\": \"highly likely\"", Likely.ExplainToJson("killed").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_list_what_words_did_to_accepted_claims_too()
    {
        var peaceful = Dossier.Create().Claim("killed", "probably about 400", source: "a").Claim("wounded", "certainly 900", source: "b").Reconcile();

        Assert.Contains(
            """
            Words of likelihood
              - "probably about 400" (a) [c1], probably, 55–80 % by ICD 203: taken alone it holds with a chance
                of 57 %, not 85 %.
              - "certainly 900" (b) [c2], certainly, 100 % by Kent: taken alone its chance of holding stays
                85 %.
            """.ReplaceLineEndings("\n"), peaceful.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("## Words of likelihood\n\n- \"probably about 400\" (a)", peaceful.ToMarkdown().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Words of likelihood", Dossier.Create().Claim("killed", "400", source: "a").Reconcile().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Words of likelihood", Likely.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("likely", Confidence.Moderate)]
    [InlineData("roughly even chance", Confidence.Low)]
    public void A_word_that_leaves_it_open_is_no_second_witness(string words, Confidence confidence)
    {
        var result = Dossier.Create()
            .Claim("killed", "about 400", source: "a")
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("about 400"), Source = "b", Likelihood = words })
            .Reconcile();

        Assert.Equal(confidence, result["killed"].Confidence);
    }
}
