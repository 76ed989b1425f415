using Xunit;

namespace Reconcile.Tests.Seeds;

public class BeirutPortTests
{
    private static readonly Dossier Dossier = Seed.Load("beirut-port-2020");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void A_toll_that_grows_is_no_conflict()
    {
        Assert.Empty(Result.Conflicts);
        Assert.Empty(Result.Disputes);
    }

    [Theory]
    [InlineData("2020-08-04", 78)]
    [InlineData("2020-08-05", 135)]
    [InlineData("2020-08-07", 154)]
    [InlineData("2020-08-11", 171)]
    [InlineData("2021-08-03", 218)]
    public void Each_day_has_the_toll_that_was_counted_by_then(string day, double toll) =>
        Assert.InRange(Result.On("killed", day).Best!.Value, toll - 1, toll + 1);

    [Fact]
    public void Between_two_counts_the_toll_lies_between_them()
    {
        var october = Result.On("killed", "2020-10-22");

        Assert.InRange(october.Best!.Value, 171, 200);
        Assert.InRange(october.Low!.Value, 165, 180);
        Assert.InRange(october.High!.Value, 195, 212);
    }

    [Fact]
    public void The_series_never_falls()
    {
        foreach (var (earlier, later) in Result["killed"].Series.Zip(Result["killed"].Series.Skip(1)))
        {
            Assert.True(earlier.Best <= later.Best && earlier.Low <= later.Low && earlier.High <= later.High);
        }
    }

    [Fact]
    public void The_estimate_is_that_of_the_last_day()
    {
        Assert.Equal(new DateOnly(2021, 8, 3), Result["killed"].AsOf);
        Assert.Equal(218, Result["killed"].Best!.Value, 1.0);
        Assert.Equal(Confidence.Moderate, Result["killed"].Confidence);
        Assert.Equal(1, Result["killed"].Roots);
        Assert.InRange(Result["injured"].Best!.Value, 6_700, 7_400);
    }

    [Fact]
    public void Figures_of_different_days_are_a_difference_of_date()
    {
        var difference = Result.Differences.Single(difference => difference.Kind == DifferenceKind.Date && difference.Claims.Any(claim => claim.Quantity == "killed"));

        Assert.Equal(["ministry-78", "ministry-135", "ministry-154", "ministry-171", "hrw-200", "hrw-218"], Seed.IdsOf(difference.Claims));
        Assert.Equal(
            "Killed is a total that grows: 6 figures from 78 (Lebanese Ministry of Public Health, 4 August 2020) to 218 (Human Rights Watch, 3 August 2021) speak of different days.",
            difference.Explanation);
    }

    [Fact]
    public void Only_the_count_that_was_replaced_on_its_own_day_is_superseded()
    {
        Assert.Equal(["ministry-160"], Result.ClaimsThatAre(Outcome.Superseded));
        Assert.Equal(["ministry-160", "ministry-171"], Seed.IdsOf(Result.Differences.Single(difference => difference.Kind == DifferenceKind.Revision).Claims).Order());
    }

    [Fact]
    public void The_missing_are_known_of_one_day_only()
    {
        Assert.Equal(new DateOnly(2020, 8, 11), Result["missing"].AsOf);
        Assert.Empty(Result["killed_or_missing"].Claims);
        Assert.Equal(Confidence.Low, Result["killed_or_missing"].Confidence);
        Assert.Equal(Result.On("killed", "2020-08-11").Best!.Value + Result["missing"].Best!.Value, Result["killed_or_missing"].Best!.Value, 1e-6);
        Assert.DoesNotContain("Missing (people)  best", Result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_of_the_first_week_only_the_ministry_had_spoken()
    {
        var known = Dossier.KnownOn(new DateOnly(2020, 8, 7)).Reconcile();

        Assert.Equal(8, known.Dossier.Claims.Count);
        Assert.Equal(154, known["killed"].Best!.Value, 1.0);
        Assert.Equal(new DateOnly(2020, 8, 7), known["killed"].AsOf);
        Assert.Equal(new DateOnly(2020, 8, 5), known["injured"].AsOf);
        Assert.Null(known["missing"].Best);
    }

    [Fact]
    public void As_one_fixed_number_it_would_be_a_conflict()
    {
        var dossier = Dossier.Create().WithClaims(Dossier.Claims.Where(claim => claim.Id is "ministry-171" or "hrw-218").Select(claim => claim with { Supersedes = [] }));

        Assert.Single(dossier.Reconcile().Conflicts);
    }
}
