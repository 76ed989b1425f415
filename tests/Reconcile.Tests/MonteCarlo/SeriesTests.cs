using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>
/// Ten small dossiers with dates against an independent sampler, which fits its steps to its own means. Errors are in standard deviations of the state. A mean of
/// 5,000 sweeps has an error of its own of about 0.02, an end of a range one of about 0.05; with RECONCILE_LONG_MONTE_CARLO set there are a hundred times as many.
/// </summary>
public class SeriesTests
{
    private const int Refits = 5;

    private static readonly int Sweeps = Environment.GetEnvironmentVariable("RECONCILE_LONG_MONTE_CARLO") is null ? 5_000 : 500_000;

    private static readonly Lazy<Comparison[]> Comparisons = new(CompareAll);

    [Fact]
    public void Best_values_are_within_10_percent_of_a_standard_deviation() => AssertWithin(comparison => comparison.Best, 0.10);

    [Fact]
    public void Lower_bounds_are_within_20_percent_of_a_standard_deviation() => AssertWithin(comparison => comparison.Low, 0.20);

    [Fact]
    public void Upper_bounds_are_within_20_percent_of_a_standard_deviation() => AssertWithin(comparison => comparison.High, 0.20);

    [Fact]
    public void None_of_the_dossiers_has_a_conflict_and_all_claims_count() => Assert.All(Enumerable.Range(0, DatedDossiers.Count), number =>
    {
        var result = DatedDossiers.Make(number).ToDossier().Reconcile();

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.All(result.Verdicts, verdict => Assert.Equal(Outcome.Accepted, verdict.Outcome));
    });

    private static void AssertWithin(Func<Comparison, double> error, double worst)
    {
        var ordered = Comparisons.Value.OrderByDescending(error).ToArray();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {error(ordered[ordered.Length / 2]):F3}, worst {error(ordered[0]):F3} of {ordered.Length}"));
        Assert.True(error(ordered[0]) <= worst, string.Join(Environment.NewLine, ordered.Take(8)));
    }

    private static Comparison[] CompareAll()
    {
        var all = new Comparison[DatedDossiers.Count][];
        Parallel.For(0, all.Length, number => all[number] = [.. Compare(DatedDossiers.Make(number), (ulong)number)]);
        return [.. all.SelectMany(comparisons => comparisons)];
    }

    private static IEnumerable<Comparison> Compare(DatedDossier dated, ulong seed)
    {
        var result = dated.ToDossier().Reconcile();
        var sampled = Sample(dated, seed);
        for (var quantity = 0; quantity < dated.Quantities.Length; quantity++)
        {
            var course = sampled[dated.Variable(quantity, 0)..(dated.Variable(quantity, dated.Days.Length - 1) + 1)];
            if (dated.IsTotal[quantity]) course = Rising(course);
            var series = result[dated.Quantities[quantity]].Series;
            for (var day = 0; day < course.Length; day++)
            {
                var point = Assert.Single(series, point => point.AsOf == dated.DateOf(day));
                yield return new Comparison($"{dated.Name}, {dated.Quantities[quantity]} on day {day}", point.Best, point.Low, point.High, course[day]);
            }
        }
    }

    /// <summary>First with the steps of the truth, then with those of the means that came out.</summary>
    private static Summary[] Sample(DatedDossier dated, ulong seed)
    {
        var means = dated.ToStart();
        for (var refit = 0; refit < Refits; refit++) means = [.. Run(dated, means, Sweeps / 5, seed).Select(sample => sample.Average())];
        var samples = Run(dated, means, Sweeps, seed);
        for (var root = 0; root < dated.Roots.Length; root++)
        {
            // Beyond 1.5 deviations the engine takes the figures of a root to contradict each other, which is another model.
            Assert.InRange(samples[dated.Truth.Length * dated.Days.Length + root].Average() / dated.ErrorOf(root), -1.4, 1.4);
        }

        Summary[] course = [.. samples.Take(dated.Truth.Length * dated.Days.Length).Select(Summary.Of)];
        var best = Drawn(samples[..course.Length], course, DrawnOnSilentDays(dated, samples));
        return [.. course.Select((day, variable) => day with { Mean = best[variable] })];
    }

    /// <summary>The means of a normal with the means and covariances of the samples, given what some variables are drawn to besides.</summary>
    private static double[] Drawn(double[][] samples, Summary[] course, List<(int Variable, double Mean, double Sd)> targets)
    {
        double[] means = [.. course.Select(static day => day.Mean)];
        if (targets.Count == 0) return means;
        double Covariance(int a, int b) => samples[a].Zip(samples[b], (x, y) => (x - means[a]) * (y - means[b])).Average();
        var spread = Matrix<double>.Build.Dense(targets.Count, targets.Count, (i, j) => Covariance(targets[i].Variable, targets[j].Variable) + (i == j ? Math.Pow(targets[i].Sd, 2) : 0));
        var pulls = spread.Solve(Vector<double>.Build.Dense(targets.Count, i => targets[i].Mean - means[targets[i].Variable]));
        return [.. means.Select((mean, variable) => mean + targets.Select((target, i) => Covariance(variable, target.Variable) * pulls[i]).Sum())];
    }

    /// <summary>On a day between values of a total on which none is said, and no increment begins or ends, the best value is drawn to the mean of what lies between the means of the days beside it, as by a claim as exact as that is narrow.</summary>
    private static List<(int Variable, double Mean, double Sd)> DrawnOnSilentDays(DatedDossier dated, double[][] samples)
    {
        var drawn = new List<(int, double, double)>();
        for (var quantity = 0; quantity < dated.Quantities.Length; quantity++)
        {
            if (!dated.IsTotal[quantity]) continue;
            int[] valued = [.. dated.ValuesOf(quantity).Select(claim => claim.Day).Distinct().Order()];
            for (var i = 1; i < valued.Length; i++)
            {
                var (least, most) = (samples[dated.Variable(quantity, valued[i - 1])].Average(), samples[dated.Variable(quantity, valued[i])].Average());
                for (var day = valued[i - 1] + 1; day < valued[i]; day++)
                {
                    if (dated.Claims.Any(claim => claim.Quantity == quantity && claim.After is { } after && (after == day || claim.Day == day))) continue;
                    var variable = dated.Variable(quantity, day);
                    var (all, within) = (Summary.Of(samples[variable]), Summary.Of([.. samples[variable].Where(value => value > least && value < most)]));
                    if (Math.Abs(all.Mean - within.Mean) > 0.05 * all.Sd) drawn.Add((variable, within.Mean, within.Sd));
                }
            }
        }

        return drawn;
    }

    private static double[][] Run(DatedDossier dated, double[] means, int sweeps, ulong seed) =>
        new SliceSampler(dated.ToDensity(Steps.Of(dated, means)), dated.ToStart(), seed).Run(sweeps);

    /// <summary>Means that fall are another promise; here the totals rise by themselves.</summary>
    private static Summary[] Rising(Summary[] course)
    {
        Assert.Equal(course.Select(day => day.Mean).Order(), course.Select(day => day.Mean));
        double[] weights = [.. course.Select(day => 1 / Math.Pow(day.High - day.Low, 2))];
        var (lows, highs) = (Steps.Rising([.. course.Select(day => day.Low)], weights), Steps.Rising([.. course.Select(day => day.High)], weights));
        return [.. course.Select((day, i) => day with { Low = lows[i], High = highs[i] })];
    }
}
