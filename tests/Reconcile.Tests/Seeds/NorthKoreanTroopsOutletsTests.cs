using Xunit;

namespace Reconcile.Tests.Seeds;

public class NorthKoreanTroopsOutletsTests
{
    private static readonly Dossier Dossier = Seed.Load("north-korean-troops-outlets-2025");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void What_outlets_garbled_is_no_conflict()
    {
        Assert.Empty(Result.Conflicts);
        Assert.Empty(Result.Disputes);
    }

    [Theory]
    [InlineData("doubled-batch", "the quantity changed, not what the root said")]
    [InlineData("seoul-3600", "Casualties, approximately 4,000 (Ukrainian defence intelligence), became around 3,600 on its way through Rep. Yu, Yonhap and anews.com.tr: the figure changed, not what the root said.")]
    public void A_garbled_relay_is_set_aside_and_the_report_says_what_changed(string claim, string explanation)
    {
        var difference = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Relay && difference.Claims.Any(said => said.Id == claim));

        Assert.Contains(explanation, difference.Explanation, StringComparison.Ordinal);
        Assert.Equal(Outcome.Repeated, Result.Verdicts.Single(verdict => verdict.Claim.Id == claim).Outcome);
    }

    [Fact]
    public void A_garbled_relay_costs_the_root_nothing()
    {
        var without = Dossier.WithoutClaim("doubled-batch").WithoutClaim("seoul-3600").Reconcile();

        Assert.All(Result.Estimates, estimate => Assert.Equal(without[estimate.Quantity.Id].ToString(), estimate.ToString()));
        Assert.Equal(4_000, Result["casualties"].Best!.Value, 40.0);
    }

    [Fact]
    public void Entered_as_words_of_the_outlets_they_would_be_witnesses()
    {
        var dossier = Dossier;
        foreach (var claim in Dossier.Claims)
        {
            if (claim.Id is "doubled-batch" or "seoul-3600") dossier = dossier.WithoutClaim(claim.Id).Claim(claim with { Source = "outlet", Via = [] });
        }

        var result = dossier.Source(new Source { Id = "outlet" }).Reconcile();

        Assert.Contains(result.Conflicts, conflict => conflict.Claims.Any(claim => claim.Id == "doubled-batch"));
        Assert.Contains(result.Conflicts, conflict => conflict.Claims.Any(claim => claim.Id == "seoul-3600"));
    }

    [Fact]
    public void Outlets_that_pass_on_one_root_are_one_root()
    {
        Assert.Equal(["second-batch-again", "doubled-batch", "casualties-again", "seoul-3600"], Result.ClaimsThatAre(Outcome.Repeated));
        Assert.Equal(2, Result.Differences.Count(difference => difference.Kind == DifferenceKind.Repeat));
        Assert.Equal(1, Result["second_batch"].Roots);
        Assert.Equal(1, Result["casualties"].Roots);
        Assert.All(Result.Estimates, estimate => Assert.Equal(Confidence.Low, estimate.Confidence));
    }

    [Fact]
    public void Killed_and_casualties_differ_by_definition() =>
        Assert.Contains(
            Result.Differences,
            difference => difference.Kind == DifferenceKind.Definition && Seed.IdsOf(difference.Claims).Intersect(["killed", "casualties"]).Count() == 2);

    [Fact]
    public void Those_who_returned_are_some_of_the_wounded()
    {
        var outOfAction = Result["out_of_action"];

        Assert.Equal(Result["casualties"].Best!.Value - Result["returned"].Best!.Value, outOfAction.Best!.Value, 1e-6);
        Assert.InRange(outOfAction.Best.Value, 3_500, 3_850);
        Assert.Empty(outOfAction.Claims);
    }
}
