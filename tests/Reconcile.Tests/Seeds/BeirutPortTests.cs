using Xunit;

namespace Reconcile.Tests.Seeds;

public class BeirutPortTests
{
    private static readonly Dossier Dossier = Seed.Load("beirut-port-2020");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void A_count_that_grows_conflicts_with_nothing()
    {
        Assert.Empty(Result.Conflicts);
        Assert.Empty(Result.Disputes);
        Assert.Empty(Result.ClaimsThatAre(Outcome.Contested));
    }

    [Fact]
    public void Each_count_of_the_ministry_replaces_the_one_before()
    {
        Assert.Equal(
            [
                "ministry-70", "ministry-78", "ministry-100", "ministry-135", "ministry-137", "ministry-154", "ministry-160",
                "ministry-injured-4000", "ministry-injured-5000",
            ],
            Result.ClaimsThatAre(Outcome.Superseded));
        Assert.Equal(9, Result.Differences.Count(difference => difference.Kind == DifferenceKind.Revision));
    }

    [Theory]
    [InlineData("killed_first_week", 171, 165, 177)]
    [InlineData("killed_by_october", 188, 168, 208)]
    [InlineData("killed_by_2021", 218, 211, 225)]
    [InlineData("killed_or_missing", 206, 195, 217)]
    [InlineData("missing", 35, 27, 43)]
    public void Each_day_has_its_own_estimate(string quantity, double best, double least, double most)
    {
        var estimate = Result[quantity];

        Assert.Equal(best, estimate.Best!.Value, 4.0);
        Assert.InRange(estimate.Low!.Value, least, estimate.Best.Value);
        Assert.InRange(estimate.High!.Value, estimate.Best.Value, most);
    }

    [Fact]
    public void The_killed_and_missing_together_nobody_stated()
    {
        Assert.Empty(Result["killed_or_missing"].Claims);
        Assert.Equal(Confidence.Low, Result["killed_or_missing"].Confidence);
        Assert.Equal(Result["killed_first_week"].Best!.Value + Result["missing"].Best!.Value, Result["killed_or_missing"].Best!.Value, 1e-9);
    }

    [Theory]
    [InlineData("killed_first_week")]
    [InlineData("killed_by_2021")]
    public void A_count_of_one_reliable_root_has_moderate_confidence(string quantity)
    {
        Assert.Equal(Confidence.Moderate, Result[quantity].Confidence);
        Assert.Equal(1, Result[quantity].Roots);
    }

    [Fact]
    public void The_known_injured_rise_too()
    {
        Assert.True(Result["injured_first_week"].Best <= Result["injured_by_october"].Best);
        Assert.True(Result["injured_by_october"].Best <= Result["injured_by_2021"].Best);
        Assert.InRange(Result["injured_by_2021"].Best!.Value, 6_700, 7_400);
    }

    [Fact]
    public void One_quantity_for_all_days_would_be_a_conflict()
    {
        var merged = Dossier.Create()
            .WithClaims(Dossier.Claims.Where(claim => claim.Id is "ministry-171" or "hrw-218").Select(claim => claim with { Quantity = "killed", Supersedes = [] }));

        Assert.Single(merged.Reconcile().Conflicts);
    }
}
