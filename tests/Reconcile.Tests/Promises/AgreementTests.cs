using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

[Properties(Replay = Holding.Seed)]
public class AgreementTests
{
    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 200)]
    public void Without_a_dispute_an_agreeing_independent_claim_hardly_widens_its_own_quantity(Dossier dossier) => AssertNotWidened(dossier, own: 1.1, others: double.PositiveInfinity);

    private static void AssertNotWidened(Dossier dossier, double own, double others) => Holding.Check(dossier, result =>
    {
        // What agrees with one of several accounts moves the weights of all, and may so widen a range that one account had nearly to itself.
        if (result.Disputes.Count > 0) return;
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Best > 5 && !estimate.Quantity.Whole))
        {
            var best = estimate.Best!.Value;
            var agreeing = new Claim { Id = "agreeing", Quantity = estimate.Quantity.Id, Figure = Figure.Interval(best, 0.9 * best, 1.1 * best), Source = "agreeing root" };
            var after = Holding.Again(dossier.Source(new Source { Id = "agreeing root", Reliability = Reliability.C }).Claim(agreeing));
            // It agrees where it brings no new conflict.
            if (after.Disputes.Any(dispute => dispute.Conflicts.Any(conflict => conflict.Claims.Contains(agreeing)))) continue;
            foreach (var before in result.Estimates.Where(other => other is { Low: not null, High: not null, Quantity.Whole: false }))
            {
                // A part that nobody counts shows what is left for it.
                if (before.Quantity.Id != estimate.Quantity.Id && before.Claims.Count == 0) continue;
                var most = (before.High - before.Low) * (before.Quantity.Id == estimate.Quantity.Id ? own : others);
                var now = after[before.Quantity.Id];
                Assert.True(now.High - now.Low <= most + (1e-9 * best), $"{estimate.Quantity.Id} {best:R} agreed to: {before.Quantity.Id} {before.Low:R}–{before.High:R} became {now.Low:R}–{now.High:R}");
            }
        }
    });
}
