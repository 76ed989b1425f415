using Reconcile.Calibration;
using Xunit;

namespace Reconcile.Tests.Calibration;

/// <summary>
/// Ranges, weights and rejections against a known truth, on fewer dossiers than benchmarks/README.md has. The dossiers are fixed, so nothing here fails by chance;
/// the bounds are about three standard errors wide.
/// </summary>
public class CalibrationTests
{
    private const int Seed = 3;
    private const int Dossiers = 300;

    private static readonly Measurement Measured = Measurement.Of(Scenario.AsAssumed, Seed, Dossiers, 0.5);

    private static IEnumerable<EstimateObservation> Free => Measured.Estimates.Where(estimate => estimate.IsFree);

    [Fact]
    public void Ranges_of_90_per_cent_hold_the_truth_in_nine_of_ten_estimates_where_no_claim_is_wrong() =>
        Assert.InRange(Tables.Inside(Free, 0.9).Value, 0.85, 0.94);

    [Fact]
    public void Ranges_of_50_per_cent_hold_it_in_half_of_them() =>
        Assert.InRange(Tables.Inside(Free, 0.5).Value, 0.42, 0.58);

    [Fact]
    public void Ranges_of_90_per_cent_hold_the_truth_where_the_leading_accounts_are_clean() =>
        Assert.InRange(Tables.Inside(Measured.Estimates.Where(estimate => estimate.IsClean), 0.9).Value, 0.87, 0.96);

    [Fact]
    public void Over_all_dossiers_they_hold_it_less_often_for_what_nobody_contradicts_is_believed() =>
        Assert.InRange(Tables.Inside(Measured.Estimates, 0.9).Value, 0.74, 0.86);

    [Fact]
    public void Most_rejected_claims_are_wrong_and_about_half_of_the_wrong_are_rejected()
    {
        Assert.InRange(Tables.Precision(Measured).Value, 0.78, 0.95);
        Assert.InRange(Tables.Recall(Measured).Value, 0.4, 0.6);
    }

    [Fact]
    public void Accounts_are_right_as_often_as_they_weigh()
    {
        var leading = Measured.Accounts.Where(account => account.IsLeading).ToArray();

        Assert.Equal(leading.Average(account => account.Weight), Tables.Right(leading, account => account.IsFree).Value, 0.1);
        Assert.InRange(Tables.Brier(leading, account => account.IsTolerable), 0.1, 0.24);
    }

    [Fact]
    public void Heavy_accounts_are_right_more_often_than_light_ones()
    {
        var heavy = Tables.Right(Measured.Accounts.Where(account => account.Weight >= 0.8), account => account.IsFree);
        var light = Tables.Right(Measured.Accounts.Where(account => account.Weight < 0.2), account => account.IsFree);

        Assert.InRange(heavy.Value, 0.8, 1);
        Assert.InRange(light.Value, 0, 0.15);
    }

    /// <summary>What the bounds above are worth: a world whose errors are half as large again falls out of them.</summary>
    [Fact]
    public void Errors_larger_than_graded_are_noticed()
    {
        var worse = Measurement.Of(new Scenario("errors 1.5 times as large as graded") { ErrorFactor = 1.5 }, Seed, Dossiers);

        Assert.InRange(Tables.Inside(worse.Estimates.Where(estimate => estimate.IsFree), 0.9).Value, 0.6, 0.84);
    }
}
