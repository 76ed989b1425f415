using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>A name for a part of what is told, of which nobody says anything, tells nothing of what it is a part of.</summary>
public class SilentPartTests
{
    /// <summary>Of a range of 90 %: rounds of an approximation end a little apart.</summary>
    private const double Within = 0.05;

    [Promise(typeof(DatedDossiers), 60)]
    public void It_changes_no_estimate_over_days(Dossier dossier) => Check(dossier);

    [Promise(typeof(DisputedDossiers), 60)]
    public void It_changes_no_estimate_where_there_are_disputes(Dossier dossier) => Check(dossier);

    private static void Check(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (Array.Find([.. Holding.Counting(result)], claim => result.Estimates.Any(estimate => estimate.Quantity.Id == claim.Quantity && estimate.Best is not null)) is not { } told) return;
        var whole = result[told.Quantity].Quantity;
        var named = dossier.Quantities.Count > 0 ? dossier.Quantity(new Quantity { Id = "zz", Kind = whole.Kind, Min = whole.Min }) : dossier;
        var again = Holding.Again(named.Relate($"zz <= {whole.Id}"));
        foreach (var estimate in result.Estimates)
        {
            var (points, others) = (PointsOf(estimate), PointsOf(again[estimate.Quantity.Id]));
            Assert.Equal(points.Length, others.Length);
            foreach (var (before, after) in points.Zip(others))
            {
                if (before is not (double low, double best, double high) || after is not (double newLow, double newBest, double newHigh)) continue;
                var most = Within * Math.Max(high - low, 1e-3 * Math.Abs(best));
                Assert.Equal(best, newBest, most);
                Assert.Equal(low, newLow, most);
                Assert.Equal(high, newHigh, most);
            }
        }
    });

    private static (double? Low, double? Best, double? High)[] PointsOf(Estimate estimate) => estimate.Series.Count == 0
        ? [(estimate.Low, estimate.Best, estimate.High)]
        : [.. estimate.Series.Select(static point => (point.Low, point.Best, point.High))];
}
