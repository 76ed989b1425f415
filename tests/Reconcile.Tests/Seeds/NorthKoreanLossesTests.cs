using Xunit;

namespace Reconcile.Tests.Seeds;

public class NorthKoreanLossesTests
{
    private static readonly Dossier Dossier = Seed.Load("north-korean-losses-2025");
    private static readonly Lazy<Reconciliation> Reconciled = new(() => Dossier.Reconcile());

    private static Reconciliation Result => Reconciled.Value;

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void Most_of_what_looks_contradictory_is_the_calendar()
    {
        var dates = Result.Differences.Single(difference => difference.Kind == DifferenceKind.Date && difference.Claims.All(claim => claim.Quantity == "casualties"));

        Assert.Contains("jcs-1100", Seed.IdsOf(dates.Claims));
        Assert.Contains("nis-4700", Seed.IdsOf(dates.Claims));
        Assert.StartsWith("Casualties is a total that grows: 6 figures from several hundred (United States, 17 December 2024) to 4,700", dates.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_is_one_dispute_over_the_killed()
    {
        var dispute = Assert.Single(Result.Disputes);
        var hard = Result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict).ToArray();

        Assert.All(hard, conflict => Assert.Equal(ConflictKind.Fall, conflict.Kind));
        Assert.All(hard, conflict => Assert.Contains(conflict.Claims, claim => claim.Id is "west-killed-1000" or "uk-third"));
        Assert.All(dispute.Accounts, account => Assert.False(account.Accepts.Any(claim => claim.Id == "uk-third") && account.Accepts.Any(claim => claim.Id == "nis-killed-600")));
    }

    [Fact]
    public void Killed_are_a_third_or_an_eighth_of_the_casualties_and_nothing_between()
    {
        var killed = Result["killed"];

        Assert.Equal(Confidence.Low, killed.Confidence);
        Assert.Collection(
            killed.Alternatives,
            part => Assert.InRange(part.Best!.Value, 1_300, 1_800),
            part => Assert.InRange(part.Best!.Value, 560, 660));
    }

    [Theory]
    [InlineData("2024-12-19", 900, 1_300)]
    [InlineData("2024-12-23", 1_000, 1_500)]
    [InlineData("2025-01-13", 2_500, 3_700)]
    [InlineData("2025-03-05", 3_000, 4_500)]
    [InlineData("2025-04-30", 4_400, 5_300)]
    public void The_casualties_have_a_course(string day, double low, double high) =>
        Assert.InRange(Result.On("casualties", day).Best!.Value, low, high);

    [Fact]
    public void The_series_end_where_nothing_bounds_them_any_more()
    {
        Assert.Equal(new DateOnly(2025, 4, 30), Result["casualties"].AsOf);
        Assert.Null(Result.On("casualties", "2025-06-15").Best);
        Assert.InRange(Result.On("casualties", "2025-06-15").Low!.Value, 5_900, 6_000);
    }

    [Fact]
    public void Dead_and_wounded_add_up_on_every_day()
    {
        foreach (var (killed, wounded, casualties) in Result["killed"].Series.Zip(Result["wounded"].Series, Result["casualties"].Series))
        {
            if (casualties.Best is { } sum) Assert.Equal(sum, killed.Best!.Value + wounded.Best!.Value, 1e-6 * sum);
        }
    }

    [Fact]
    public void A_thousand_in_a_week_is_an_increment() =>
        Assert.Contains(
            Result.Differences,
            difference => difference.Kind == DifferenceKind.Increment
                && difference.Explanation.StartsWith("Casualties, more than 1,000 (United States, 21 to 27 December 2024), is an increment, no running total", StringComparison.Ordinal));

    [Fact]
    public void An_explanation_says_of_which_days_an_increment_speaks() =>
        Assert.Contains("growth from 1 January 2025 to 28 February 2025", Result.Explain("sent").ReplaceLineEndings(" ").Replace("              ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Casualties_that_became_wounded_and_hedges_that_were_lost_on_the_way_count_for_nothing()
    {
        Assert.Equal(["nis-killed-100-pravda", "nis-wounded-1000-pravda", "nis-4700-garbled"], Result.ClaimsThatAre(Outcome.Repeated));
        Assert.Contains(
            Result.Differences,
            difference => difference.Kind == DifferenceKind.Relay
                && difference.Explanation == "Casualties, 4,700 (South Korean intelligence service), became Wounded, around 4,700, on its way through Rep. Lee Seong-kweun, Associated Press and Indian Defence News: the quantity changed, not what the root said.");
    }

    [Fact]
    public void A_source_that_overstates_does_not_contradict_a_lower_figure()
    {
        var discrepancy = Result.Conflicts.Single(conflict => conflict.Claims.Any(claim => claim.Id == "president-3000"));
        Assert.Equal(ConflictSeverity.Discrepancy, discrepancy.Severity);

        var trusting = Seed.LoadWithoutInterests("north-korean-losses-2025");
        Assert.Contains(trusting.Reconcile().Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict && conflict.Claims.Any(claim => claim.Id == "president-3000"));
    }

    [Fact]
    public void Highly_likely_lowers_the_chance_of_a_claim_and_no_range() =>
        Assert.Contains("PHIA", Result.Verdicts.Single(verdict => verdict.Claim.Id == "uk-6000").Likelihood, StringComparison.Ordinal);

    [Fact]
    public void As_of_the_end_of_January_the_picture_was_another()
    {
        var known = Dossier.KnownOn(new DateOnly(2025, 1, 13)).Reconcile();

        Assert.Empty(known.Disputes);
        Assert.InRange(known["killed"].Best!.Value, 270, 340);
        Assert.InRange(known["casualties"].Best!.Value, 2_700, 3_500);
    }
}
