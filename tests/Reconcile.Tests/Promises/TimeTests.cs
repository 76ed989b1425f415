using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class TimeTests
{
    [Promise(typeof(DatedDossiers), 60)]
    public void Totals_never_fall_from_one_day_to_the_next(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates)
        {
            if (estimate.Quantity.Kind != QuantityKind.Total) continue;
            for (var i = 1; i < estimate.Series.Count; i++)
            {
                var (before, after) = (estimate.Series[i - 1], estimate.Series[i]);
                Assert.True(after.AsOf > before.AsOf);
                AssertRises(before.Low, after.Low);
                if (after.Best is not null) AssertRises(before.Best, after.Best);
                if (after.High is not null) AssertRises(before.High, after.High);
            }
        }
    });

    [Promise(typeof(DatedDossiers), 60)]
    public void On_every_day_the_best_value_lies_within_its_range_and_relations_hold(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var point in result.Estimates.SelectMany(estimate => estimate.Series))
        {
            Assert.False(point.Low > point.Best);
            Assert.False(point.Best > point.High);
            Assert.Equal(point.Best is null, point.Low is null || point.High is null);
        }

        var killed = result["killed"].Series;
        for (var i = 0; i < killed.Count; i++)
        {
            if (result["casualties"].Series[i].Best is not { } total || killed[i].Best is not { } dead || result["wounded"].Series[i].Best is not { } hurt) continue;
            Assert.Equal(total, dead + hurt, 1e-9 * total);
        }
    });

    [Promise(typeof(DatedDossiers), 60)]
    public void An_estimate_is_the_last_bounded_day_of_its_series_up_to_that_of_the_dossier(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates)
        {
            if (estimate.Series.Count == 0) continue;
            var known = estimate.Series.Where(point => point.AsOf <= result.AsOf).ToArray();
            var point = known.LastOrDefault(candidate => candidate.Best is not null) ?? known[^1];
            Assert.Equal((point.AsOf, point.Best, point.Low, point.High), (estimate.AsOf!.Value, estimate.Best, estimate.Low, estimate.High));
        }
    });

    [Promise(typeof(DatedDossiers))]
    public void The_order_of_claims_changes_nothing(Dossier dossier) => Holding.Check(dossier, result =>
        Content.AssertSameThroughout(result, Holding.Again(dossier.With(Holding.Shuffled(dossier.Claims, 1), dossier.Sources, dossier.Relations, Holding.Shuffled(dossier.Quantities, 2)))));

    [Promise(typeof(DatedDossiers))]
    public void Shifting_all_days_by_as_many_days_changes_no_number(Dossier dossier) => Holding.Check(dossier, result =>
        AssertSameNumbers(result, Holding.Again(Shifted(dossier, 1000))));

    [Promise(typeof(DatedDossiers))]
    public void A_later_day_of_the_dossier_of_which_nothing_is_said_changes_no_number(Dossier dossier) => Holding.Check(dossier, result =>
    {
        // A relation that begins by then says something.
        var later = result.AsOf?.AddDays(30);
        if (!dossier.Relations.Any(relation => relation.From > result.AsOf && relation.From <= later)) AssertSameNumbers(result, Holding.Again(dossier.WithAsOf(later)));
    });

    private static Dossier Shifted(Dossier dossier, int days) => dossier
        .With(
            [.. dossier.Claims.Select(claim => claim with { AsOf = claim.AsOf?.AddDays(days), Reported = claim.Reported?.AddDays(days), During = claim.During is { } during ? new Period(during.From.AddDays(days), during.To.AddDays(days)) : null })],
            dossier.Sources,
            [.. dossier.Relations.Select(relation => relation with { From = relation.From?.AddDays(days), To = relation.To?.AddDays(days) })],
            dossier.Quantities)
        .WithAsOf(dossier.AsOf?.AddDays(days));

    private static void AssertSameNumbers(Reconciliation expected, Reconciliation actual)
    {
        Assert.Equal(expected.Conflicts.Count, actual.Conflicts.Count);
        foreach (var (one, other) in expected.Estimates.Zip(actual.Estimates))
        {
            Assert.Equal((one.Best, one.Low, one.High), (other.Best, other.Low, other.High));
            Assert.Equal(one.Series.Select(point => (point.Best, point.Low, point.High)), other.Series.Select(point => (point.Best, point.Low, point.High)));
        }
    }

    private static void AssertRises(double? before, double? after)
    {
        Assert.NotNull(before);
        Assert.NotNull(after);
        Assert.True(after >= before - (1e-9 * Math.Abs(before.Value)), $"{before} falls to {after}");
    }
}
