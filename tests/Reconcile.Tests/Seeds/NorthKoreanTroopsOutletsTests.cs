using Xunit;

namespace Reconcile.Tests.Seeds;

public class NorthKoreanTroopsOutletsTests
{
    private static readonly Dossier Dossier = Seed.Load("north-korean-troops-outlets-2025");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void What_two_outlets_garbled_is_no_conflict()
    {
        Assert.Empty(Result.Conflicts);
        Assert.Empty(Result.Disputes);
        Assert.Equal(["second-batch-again", "doubled-batch", "seoul-3600"], Result.ClaimsThatAre(Outcome.Repeated));
    }

    [Fact]
    public void The_doubled_batch_is_the_batch_under_another_name()
    {
        var relay = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Relay && Seed.IdsOf(difference.Claims).Contains("doubled-batch"));

        Assert.Equal(["newly-at-the-front", "doubled-batch"], Seed.IdsOf(relay.Claims));
        Assert.Contains("the quantity changed", relay.Explanation, StringComparison.Ordinal);
        Assert.InRange(Result["newly_at_the_front"].Best!.Value, 1_400, 1_650);
    }

    [Fact]
    public void The_misread_casualties_are_the_wounded()
    {
        var relay = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Relay && Seed.IdsOf(difference.Claims).Contains("seoul-3600"));

        Assert.Equal(["wounded", "seoul-3600"], Seed.IdsOf(relay.Claims));
        Assert.Contains("the quantity changed", relay.Explanation, StringComparison.Ordinal);
        Assert.Contains("anews.com.tr", relay.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_garbled_sentences_every_estimate_is_the_same()
    {
        var result = Dossier.WithoutClaim("seoul-3600").WithoutClaim("doubled-batch").Reconcile();

        Assert.Equal(result.Estimates.Select(estimate => estimate.ToString()), Result.Estimates.Select(estimate => estimate.ToString()));
        Assert.Equal(4_000, Result["casualties"].Best!.Value, 40.0);
    }

    [Fact]
    public void Outlets_that_pass_on_one_root_are_one_root()
    {
        Assert.Equal(["second-batch", "second-batch-again"], Seed.IdsOf(Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Repeat).Claims));
        Assert.Equal(1, Result["second_batch"].Roots);
        Assert.Equal(1, Result["killed"].Roots);
    }

    [Fact]
    public void A_garbled_copy_is_no_second_witness()
    {
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
        Assert.InRange(outOfAction.Best.Value, 3_450, 3_750);
        Assert.Empty(outOfAction.Claims);
    }
}
