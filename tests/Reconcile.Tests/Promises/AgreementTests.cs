using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class AgreementTests
{
    [Property(Arbitrary = [typeof(DisputedDossiers)])]
    public void An_agreeing_independent_claim_never_widens_its_own_quantity_and_others_by_a_tenth_at_most(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Best > 5 && !estimate.Quantity.Whole))
        {
            var best = estimate.Best!.Value;
            var agreeing = new Claim { Id = "agreeing", Quantity = estimate.Quantity.Id, Figure = Figure.Interval(best, 0.9 * best, 1.1 * best), Source = "agreeing root" };
            var after = Holding.Again(dossier.Source(new Source { Id = "agreeing root", Reliability = Reliability.C }).Claim(agreeing));
            // It agrees where it brings no new conflict.
            if (after.Disputes.Any(dispute => dispute.Conflicts.Any(conflict => conflict.Claims.Contains(agreeing)))) continue;
            foreach (var before in result.Estimates.Where(other => other is { Low: not null, High: not null, Quantity.Whole: false }))
            {
                // Where accounts compete, what agrees with one may draw the others apart; a part that nobody counts shows what is left for it.
                if (before.Quantity.Id != estimate.Quantity.Id && (result.Disputes.Count > 0 || before.Claims.Count == 0)) continue;
                var most = (before.High - before.Low) * (before.Quantity.Id == estimate.Quantity.Id ? 1 + 1e-6 : 1.1);
                var now = after[before.Quantity.Id];
                Assert.True(now.High - now.Low <= most + (1e-9 * best), $"{estimate.Quantity.Id} {best:R} agreed to: {before.Quantity.Id} {before.Low:R}–{before.High:R} became {now.Low:R}–{now.High:R}");
            }
        }
    });
}
