namespace Reconcile.Calibration;

/// <summary>The range of one total on one day, beside the truth.</summary>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="Growth">How the total grows.</param>
/// <param name="Days">On how many days of its dossier something is said.</param>
/// <param name="IsSystem">Whether it is part of a sum.</param>
/// <param name="IsClean">Whether the leading accounts of its dossier accept no claim whose truth is outside its tolerant interval.</param>
/// <param name="IsLast">Whether it is the last day that has a best value.</param>
/// <param name="IsInside">Whether the truth lies in the range of 90 %.</param>
/// <param name="Offset">Best less truth, in half-widths of the range.</param>
/// <param name="RelativeWidth">Width of the range, as a part of the truth.</param>
internal sealed record DayObservation(int Dossier, Growth Growth, int Days, bool IsSystem, bool IsClean, bool IsLast, bool IsInside, double Offset, double RelativeWidth);

/// <summary>Reconciles simulated dossiers with dates and compares each day with the truth.</summary>
internal static class DatedMeasurement
{
    /// <summary>The days of the first dossiers of a seed.</summary>
    public static DayObservation[] Of(Scenario scenario, int seed, int dossiers)
    {
        var all = new DayObservation[dossiers][];
        Parallel.For(0, dossiers, number => all[number] = [.. DaysOf(number, DatedSimulator.Draw(scenario, seed, number))]);
        return [.. all.SelectMany(days => days)];
    }

    private static IEnumerable<DayObservation> DaysOf(int number, DatedDossier simulated)
    {
        var result = new Reconciler().Reconcile(simulated.Dossier);
        var isClean = IsClean(simulated, result);
        foreach (var estimate in result.Estimates)
        {
            var days = estimate.Series.Where(point => point.Best is not null).ToArray();
            for (var i = 0; i < days.Length; i++)
            {
                var (low, high) = (days[i].Low!.Value, days[i].High!.Value);
                var truth = simulated.TruthOf(estimate.Quantity.Id, days[i].AsOf);
                yield return new DayObservation(
                    number,
                    simulated.Growth,
                    simulated.Days,
                    simulated.Truth.IsSystem,
                    isClean,
                    i == days.Length - 1,
                    low <= truth && truth <= high,
                    (days[i].Best!.Value - truth) / Math.Max(1e-9, (high - low) / 2),
                    (high - low) / truth);
            }
        }
    }

    private static bool IsClean(DatedDossier simulated, Reconciliation result)
    {
        var grades = simulated.Dossier.Sources.ToDictionary(source => source.Id, source => source.Reliability!.Value);
        var rejected = result.Disputes.SelectMany(dispute => dispute.Accounts[0].Rejects).ToHashSet();
        return result.Verdicts
            .Where(verdict => verdict.Outcome is Outcome.Accepted or Outcome.Contested or Outcome.Rejected && !rejected.Contains(verdict.Claim))
            .All(verdict => Tolerance.Holds(verdict.Claim, grades[verdict.Claim.Source], simulated.TruthOf(verdict.Claim.Quantity, verdict.Claim.AsOf!.Value)));
    }
}
