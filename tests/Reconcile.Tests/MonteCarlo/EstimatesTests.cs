using System.Globalization;
using Xunit;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>Twenty small dossiers against a long run of an independent sampler; errors in standard deviations of the quantity.</summary>
public class EstimatesTests
{
    private const int Sweeps = 60_000;

    private static readonly Lazy<Comparison[]> Comparisons = new(CompareAll);

    [Fact]
    public void Best_values_are_within_5_percent_of_a_standard_deviation_in_the_median_and_10_at_worst() =>
        AssertWithin(comparison => comparison.Best, median: 0.05, worst: 0.10);

    [Fact]
    public void Lower_bounds_are_within_6_percent_of_a_standard_deviation_in_the_median_and_20_at_worst() =>
        AssertWithin(comparison => comparison.Low, median: 0.06, worst: 0.20);

    [Fact]
    public void Upper_bounds_are_within_6_percent_of_a_standard_deviation_in_the_median_and_20_at_worst() =>
        AssertWithin(comparison => comparison.High, median: 0.06, worst: 0.20);

    [Fact]
    public void None_of_the_dossiers_has_a_conflict() =>
        Assert.All(Enumerable.Range(0, SmallDossiers.Count), number =>
            Assert.DoesNotContain(SmallDossiers.Make(number).ToDossier().Reconcile().Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict));

    private static void AssertWithin(Func<Comparison, double> error, double median, double worst)
    {
        var ordered = Comparisons.Value.OrderBy(error).ToArray();
        var middle = error(ordered[ordered.Length / 2]);

        Assert.True(middle <= median, string.Create(CultureInfo.InvariantCulture, $"The median error is {middle:F3} sd."));
        Assert.True(error(ordered[^1]) <= worst, string.Join(Environment.NewLine, ordered.Reverse().Take(8)));
    }

    private static Comparison[] CompareAll()
    {
        var all = new Comparison[SmallDossiers.Count][];
        Parallel.For(0, all.Length, number => all[number] = Compare(SmallDossiers.Make(number), (ulong)number));
        return [.. all.SelectMany(comparisons => comparisons)];
    }

    private static Comparison[] Compare(SmallDossier small, ulong seed)
    {
        var result = small.ToDossier().Reconcile();
        var sampled = small.Sample(Sweeps, seed);
        return
        [
            .. small.Quantities.Select((quantity, j) => (Quantity: quantity, Estimate: result[quantity], Sampled: sampled[j]))
                .Select(one => new Comparison($"{small.Name}, {one.Quantity}", one.Estimate.Best, one.Estimate.Low, one.Estimate.High, one.Sampled)),
        ];
    }
}
