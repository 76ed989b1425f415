using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

[Properties(Replay = Holding.Seed)]
public class EvidenceTests
{
    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void A_relay_or_a_repeat_adds_nothing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        for (var i = 0; i < dossier.Claims.Count; i += 3)
        {
            var said = dossier.Claims[i];
            var again = said with { Id = "again", Via = i % 2 == 0 ? ["wire", "radio"] : [] };
            Assert.All([dossier.With([again, .. dossier.Claims]), dossier.With([.. dossier.Claims, again])], repeated =>
            {
                var echoed = Holding.Again(repeated);
                Content.AssertSame(result, echoed);
                Assert.Equal(repeated.Claims.Count - result.Verdicts.Count(verdict => verdict.Outcome != Outcome.Repeated), echoed.Verdicts.Count(verdict => verdict.Outcome == Outcome.Repeated));
            });
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void A_retracted_claim_has_no_influence(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var wild = dossier.Claims[0] with { Id = "wild", Retracted = Retraction.Always, Figure = Wild(dossier.Claims[0]) };
        Content.AssertSame(result, Holding.Again(dossier.With([wild, .. dossier.Claims])));
        Content.AssertSame(result, Holding.Again(dossier.With([.. dossier.Claims, wild])));
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void A_superseded_claim_has_no_influence(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var (last, repeats) = (dossier.Claims.Count - 1, result.Verdicts.Any(verdict => verdict.Outcome == Outcome.Repeated));
        if (repeats) return;
        var wild = dossier.Claims[last] with { Id = "wild", Figure = Wild(dossier.Claims[last]) };
        Claim[] others = [.. dossier.Claims.Take(last), dossier.Claims[last] with { Supersedes = ["wild"] }];
        Content.AssertSame(result, Holding.Again(dossier.With([wild, .. others])));
        Content.AssertSame(result, Holding.Again(dossier.With([.. others, wild])));
    });

    private static Figure Wild(Claim claim) => claim.Figure.IsShare ? Figure.Parse("99 %") : Figure.Exactly(123_456_789);
}
