using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Seeds;

public class NorthKoreanTroopsTests
{
    private static readonly Dossier Dossier =
        Dossier.Load(Repository.PathOf("seeds", "north-korean-troops-2025", "north-korean-troops-2025.dossier.json"));

    private static readonly Lazy<Reconciliation> Reconciled = new(() => Dossier.Reconcile());

    private static Reconciliation Result => Reconciled.Value;

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void Nothing_in_it_conflicts()
    {
        Assert.Empty(Result.Conflicts);
        Assert.Empty(Result.Disputes);
        Assert.All(Result.Verdicts, verdict => Assert.Equal(Outcome.Accepted, verdict.Outcome));
    }

    [Fact]
    public void Killed_and_casualties_differ_by_definition()
    {
        var difference = Assert.Single(
            Result.Differences,
            difference => difference.Kind == DifferenceKind.Definition && difference.Claims.Any(claim => claim.Id == "killed"));

        Assert.Contains(difference.Claims, claim => claim.Id == "casualties");
        Assert.Contains("400", difference.Explanation, StringComparison.Ordinal);
        Assert.Contains("4,000", difference.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("killed", 400)]
    [InlineData("wounded", 3_600)]
    [InlineData("casualties", 4_000)]
    [InlineData("first_contingent", 11_000)]
    [InlineData("in_training", 3_500)]
    [InlineData("at_the_front", 1_500)]
    [InlineData("joint_force", 63_000)]
    [InlineData("training_sites", 5)]
    [InlineData("russians_per_north_korean", 2)]
    public void What_was_claimed_is_estimated_near_its_figure_with_low_confidence(string quantity, double figure)
    {
        var estimate = Result[quantity];

        Assert.InRange(estimate.Best!.Value, 0.97 * figure, 1.03 * figure);
        Assert.InRange(estimate.Low!.Value, 0.7 * figure, estimate.Best.Value);
        Assert.InRange(estimate.High!.Value, estimate.Best.Value, 1.35 * figure);
        Assert.Equal(Confidence.Low, estimate.Confidence);
    }

    [Fact]
    public void The_sum_of_the_waves_that_nobody_stated_has_a_range()
    {
        var sent = Result["troops_sent"];

        Assert.Empty(sent.Claims);
        Assert.InRange(sent.Best!.Value, 15_500, 16_500);
        Assert.InRange(sent.Low!.Value, 13_500, 15_500);
        Assert.InRange(sent.High!.Value, 16_500, 18_500);
        Assert.Equal(Confidence.Low, sent.Confidence);
    }

    [Fact]
    public void The_Russians_in_the_joint_force_whom_nobody_counted_have_a_range()
    {
        var russians = Result["russians_near_kursk"];

        Assert.Empty(russians.Claims);
        Assert.InRange(russians.Low!.Value, 38_000, 53_000);
        Assert.InRange(russians.High!.Value, 58_000, 69_000);
        Assert.Equal(Confidence.Low, russians.Confidence);
    }

    [Theory]
    [InlineData("casualties", "killed", "wounded")]
    [InlineData("troops_sent", "first_contingent", "second_contingent", "in_training")]
    [InlineData("joint_force", "north_koreans_near_kursk", "russians_near_kursk")]
    public void Sums_hold_between_the_best_values_as_they_are_printed(string sum, params string[] parts)
    {
        Assert.Equal(Result[sum].Best!.Value, parts.Sum(part => Result[part].Best!.Value), 1e-6 * Result[sum].Best!.Value);
        Assert.Equal(Result[sum].Printed.Best!.Value, parts.Sum(part => Result[part].Printed.Best!.Value), 1.0);
    }

    [Fact]
    public void Each_assumption_is_a_relation_with_its_reason() => Assert.All(Dossier.Relations, relation => Assert.False(string.IsNullOrEmpty(relation.Because)));
}
