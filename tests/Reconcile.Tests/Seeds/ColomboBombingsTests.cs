using Xunit;

namespace Reconcile.Tests.Seeds;

public class ColomboBombingsTests
{
    private static readonly Dossier Dossier = Seed.Load("colombo-bombings-2019");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void A_toll_that_was_revised_downward_is_no_conflict()
    {
        Assert.DoesNotContain(Result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(257, Result["killed"].Best!.Value, 1.0);
        Assert.InRange(Result["killed"].High!.Value, 257, 266);
        Assert.Equal(Confidence.Moderate, Result["killed"].Confidence);
    }

    [Fact]
    public void Every_earlier_toll_is_superseded_upward_downward_and_upward_again()
    {
        Assert.Equal(
            ["police-207", "police-290", "police-310", "police-359", "health-290", "health-253", "police-wounded-450"],
            Result.ClaimsThatAre(Outcome.Superseded));
        Assert.Equal(
            [
                "Killed, 207 (Sri Lankan police, 21 April 2019), 290 (Sri Lankan police, 22 April 2019) and 310 (Sri Lankan police, 23 April 2019), were replaced by 359 (Sri Lankan police, 24 April 2019), passed on by State Minister of Defence Wijewardene and India Today.",
                "Killed, 359 (Sri Lankan police, 24 April 2019) and 290 (Sri Lankan Ministry of Health, 25 April 2019), were replaced by about 253 (Sri Lankan Ministry of Health, 25 April 2019), passed on by Gulf News.",
                "Killed, about 253 (Sri Lankan Ministry of Health, 25 April 2019), was replaced by 257 (Sri Lankan Ministry of Health, 2 May 2019), passed on by Agence France-Presse and i.",
            ],
            Result.Differences.Where(difference => difference.Kind == DifferenceKind.Revision && difference.Claims[0].Quantity == "killed").Select(difference => difference.Explanation));
    }

    [Theory]
    [InlineData(21, 207)]
    [InlineData(22, 290)]
    [InlineData(24, 359)]
    [InlineData(25, 253)]
    [InlineData(32, 257)]
    public void Replayed_day_by_day_the_toll_rises_falls_and_rises(int dayOfApril, double toll)
    {
        var known = Dossier.KnownOn(new DateOnly(2019, 4, 1).AddDays(dayOfApril - 1)).Reconcile();

        Assert.Equal(toll, known["killed"].Best!.Value, 1.0);
        Assert.Empty(known.Disputes);
    }

    [Fact]
    public void Were_the_correction_not_declared_police_and_ministry_would_conflict()
    {
        var correction = Dossier.Claims.Single(claim => claim.Id == "health-253") with { Supersedes = ["health-290"] };
        var result = Dossier.WithoutClaim("health-253").Claim(correction).Reconcile();

        var conflict = Assert.Single(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(["health-257", "police-359"], Seed.IdsOf(conflict.Claims).Order());
        Assert.Equal(["health-257"], Seed.IdsOf(Assert.Single(result.Disputes).Accounts[0].Accepts));
        Assert.Equal(257, result["killed"].Best!.Value, 2.0);
    }

    [Fact]
    public void The_words_of_police_and_ministry_on_the_wounded_differ_a_little()
    {
        var discrepancy = Assert.Single(Result.Conflicts);

        Assert.Equal(ConflictSeverity.Discrepancy, discrepancy.Severity);
        Assert.Equal(["health-wounded-496", "police-wounded-over-500"], Seed.IdsOf(discrepancy.Claims).Order());
        Assert.InRange(Result["wounded"].Best!.Value, 490, 506);
        Assert.Equal(Confidence.High, Result["wounded"].Confidence);
    }

    [Fact]
    public void The_hospitals_empty_over_a_week()
    {
        Assert.Equal(149, Result.On("in_hospital", "2019-04-25").Best!.Value, 1.0);
        Assert.Equal(47, Result.On("in_hospital", "2019-05-02").Best!.Value, 1.0);
        Assert.Contains(Result.Differences, difference => difference.Kind == DifferenceKind.Date && difference.Explanation.Contains("a stock that rises and falls", StringComparison.Ordinal));
    }

    [Fact]
    public void Those_who_left_hospital_follow_from_the_others_on_each_day()
    {
        Assert.Empty(Result["left_hospital"].Claims);
        Assert.Equal(Confidence.Low, Result["left_hospital"].Confidence);
        foreach (var day in new[] { "2019-04-25", "2019-05-02" })
        {
            Assert.Equal(Result["hospitalised"].Best!.Value, Result.On("in_hospital", day).Best!.Value + Result.On("left_hospital", day).Best!.Value, 1e-6);
        }
    }
}
