using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

/// <summary>What is the same is the same however it is spelled.</summary>
public class SpellingTests
{
    [Theory]
    [InlineData("\"killed\"")]
    [InlineData("(killed)")]
    [InlineData("killed ")]
    public void A_relay_of_a_quantity_in_quotes_or_brackets_passes_on_what_was_said_of_it(string spelling)
    {
        var result = Fixed(Said("a", "412", 1), Said("b", "590", 1, "paper", spelling)).Reconcile();

        Assert.Equal(Outcome.Repeated, result.Verdicts[1].Outcome);
        Assert.Equal(412, result["killed"].Best!.Value, 1.0);
    }

    [Theory]
    [InlineData("killed+wounded")]
    [InlineData("wounded + killed")]
    [InlineData("(killed + wounded)")]
    public void A_sum_is_the_same_in_any_order(string spelling)
    {
        var dossier = Fixed(Said("a", "412", 1, quantity: "killed + wounded"), Said("b", "590", 3, quantity: spelling));
        var turned = Fixed([.. dossier.Claims.Reverse()]);

        Assert.Equal([Outcome.Superseded, Outcome.Accepted], dossier.Reconcile().Verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal(
            dossier.Reconcile().Verdicts.Select(verdict => verdict.Claim.Quantity).Distinct(),
            turned.Reconcile().Verdicts.Select(verdict => verdict.Claim.Quantity).Distinct());
    }

    [Fact]
    public void A_share_is_the_same_with_or_without_spaces() => Assert.Equal(
        [Outcome.Superseded, Outcome.Accepted],
        Fixed(Said("a", "25 %", 1, quantity: "killed / casualties"), Said("b", "40 %", 3, quantity: "killed/casualties")).Reconcile().Verdicts.Select(verdict => verdict.Outcome));

    [Fact]
    public void A_sum_and_a_difference_are_not_the_same() => Assert.All(
        Fixed(Said("a", "412", 1, quantity: "killed + wounded"), Said("b", "100", 3, quantity: "killed - wounded"), Said("c", "668", 3, quantity: "2 * killed + wounded")).Reconcile().Verdicts,
        verdict => Assert.Equal(Outcome.Accepted, verdict.Outcome));

    [Fact]
    public void A_total_in_quotes_is_a_total() => Assert.Equal(
        "killed, a total, cannot fall from 900 (council, 1 March 2025) to 400 (ministry, 3 March 2025).",
        Assert.Single(Total(Said("a", "900", 1, quantity: "\"killed\"", source: "council"), Said("b", "400", 3)).Reconcile().Conflicts).Explanation);
}
