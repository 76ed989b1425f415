using Reconcile.Calibration;
using Xunit;

namespace Reconcile.Tests.Calibration;

/// <summary>
/// Ranges of totals over time against a known truth, on fewer dossiers than benchmarks/README.md has. The dossiers are fixed, so nothing here fails by chance; the
/// bounds are some three standard errors wide.
/// </summary>
public class DatedCalibrationTests
{
    private const int Seed = 3;
    private const int Dossiers = 120;

    /// <summary>Long series take their time.</summary>
    private static readonly Scenario Few = Scenario.NobodyWrong with { MostDays = 12 };

    private static readonly Lazy<DayObservation[]> Measured = new(() => DatedMeasurement.Of(Few, Seed, Dossiers));

    [Fact]
    public void Ranges_of_90_per_cent_hold_the_truth_of_the_last_day_where_no_claim_is_wrong() =>
        Assert.InRange(DatedTables.Inside(Measured.Value.Where(day => day.IsLast)).Value, 0.85, 0.97);

    [Fact]
    public void And_that_of_every_day() => Assert.InRange(DatedTables.Inside(Measured.Value).Value, 0.85, 0.97);

    [Theory]
    [InlineData(nameof(Growth.Constant))]
    [InlineData(nameof(Growth.Linear))]
    [InlineData(nameof(Growth.SShaped))]
    [InlineData(nameof(Growth.Stepped))]
    public void However_a_total_grows_they_hold_it(string growth)
    {
        var days = Measured.Value.Where(day => day.Growth == Enum.Parse<Growth>(growth)).ToArray();

        Assert.InRange(DatedTables.Inside(days.Where(day => day.IsLast)).Value, 0.82, 0.99);
        Assert.InRange(DatedTables.Inside(days).Value, 0.78, 0.99);
    }

    [Fact]
    public void Best_values_of_the_last_day_lean_neither_up_nor_down() =>
        Assert.InRange(Measured.Value.Where(day => day.IsLast).Average(day => Math.Clamp(day.Offset, -3, 3)), -0.15, 0.15);

    /// <summary>What the bounds above are worth: a world whose errors are three times as large falls out of them.</summary>
    [Fact]
    public void Errors_larger_than_graded_are_noticed()
    {
        var worse = DatedMeasurement.Of(Few with { ErrorFactor = 3 }, Seed, Dossiers / 4);

        Assert.InRange(DatedTables.Inside(worse.Where(day => day.IsLast)).Value, 0.3, 0.8);
    }

    [Fact]
    public void Simulated_dossiers_are_valid() => Assert.All(Drawn, simulated =>
        Assert.DoesNotContain(simulated.Dossier.Validate(), finding => finding.Severity == FindingSeverity.Error));

    [Fact]
    public void They_have_3_to_12_days_and_as_many_of_each_growth()
    {
        Assert.All(Drawn, simulated => Assert.InRange(simulated.Days, 3, Few.MostDays));
        Assert.All(Drawn, simulated => Assert.Equal(simulated.Days, simulated.Dossier.Claims.Select(claim => claim.AsOf).Distinct().Count()));
        Assert.All(Drawn.GroupBy(simulated => simulated.Growth), group => Assert.Equal(Dossiers / 4, group.Count()));
    }

    [Fact]
    public void Their_truth_never_falls() => Assert.All(Drawn, simulated =>
        Assert.All(simulated.Truth.Quantities, quantity =>
        {
            var course = simulated.Dossier.Claims.Select(claim => claim.AsOf!.Value).Distinct().Order()
                .Select(day => simulated.Truth.Of(quantity, day.DayNumber - DatedDossier.Start.DayNumber)).ToArray();

            Assert.Equal(course.Order(), course);
            Assert.True(simulated.Growth == Growth.Constant ? course[0] == course[^1] : course[0] < course[^1]);
        }));

    private static IEnumerable<DatedDossier> Drawn => Enumerable.Range(0, Dossiers).Select(number => DatedSimulator.Draw(Few, Seed, number));
}
