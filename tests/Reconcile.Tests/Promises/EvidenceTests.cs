using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class EvidenceTests
{
    [Promise(typeof(DisputedDossiers))]
    public void A_relay_or_a_repeat_adds_nothing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        for (var i = 0; i < dossier.Claims.Count; i += 3)
        {
            // What a root says itself stands, though a relay of it was withdrawn with what it relayed.
            if (result.Verdicts[i].Outcome == Outcome.Retracted && !dossier.Claims[i].Retracted.IsRetracted) continue;
            var again = dossier.Claims[i] with { Id = "again", Via = i % 2 == 0 ? ["wire", dossier.Claims[0].Source + " radio"] : [], Supersedes = [] };
            Assert.All([dossier.With([again, .. dossier.Claims]), dossier.With([.. dossier.Claims, again])], repeated =>
            {
                if (IsReplaced(dossier, dossier.Claims[i])) return;
                var echoed = Holding.Again(repeated);
                Content.AssertSameThroughout(result, echoed);
                Assert.Equal(Holding.Counting(result).Length, Holding.Counting(echoed).Length);
            });
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void What_counts_is_neither_withdrawn_nor_replaced_nor_said_before(Dossier dossier) =>
        Holding.Check(dossier, result => Assert.Equal(Said(Holding.Counting(dossier)), Said(Holding.Counting(result))));

    [Promise(typeof(DisputedDossiers))]
    public void A_retracted_claim_has_no_influence(Dossier dossier) => Holding.Check(dossier, result =>
    {
        for (var i = 0; i < dossier.Claims.Count; i += 3)
        {
            var wild = dossier.Claims[i] with { Id = "wild", Retracted = Retraction.Always, Figure = Wild(dossier.Claims[i]), Supersedes = [dossier.Claims[^1].Id] };
            Content.AssertSameThroughout(result, Holding.Again(dossier.With([wild, .. dossier.Claims])));
            Content.AssertSameThroughout(result, Holding.Again(dossier.With([.. dossier.Claims, wild with { Source = dossier.Claims[0].Source }])));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void To_retract_a_claim_is_to_leave_it_out(Dossier dossier) => Holding.Check(dossier, _ =>
    {
        // A quantity that only this claim names is no longer there when it is left out.
        var last = dossier.Claims[^1];
        if (dossier.Claims.Count(claim => claim.Quantity == last.Quantity) < 2 || last.Retracted.IsRetracted) return;
        Claim[] others = [.. dossier.Claims.SkipLast(1)];
        Content.AssertSameThroughout(Holding.Again(dossier.With(others)), Holding.Again(dossier.With([.. others, last with { Retracted = Retraction.On(new DateOnly(2025, 3, 1)) }])));
    });

    [Promise(typeof(DisputedDossiers))]
    public void A_superseded_claim_has_no_influence(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var last in Holding.Counting(dossier).TakeLast(1))
        {
            // Of claims that say the same, one counts: it is the one that replaces.
            if (dossier.Claims.Any(claim => claim != last && Content.Of(claim) == Content.Of(last))) continue;
            var wild = last with { Id = "wild", Figure = Wild(last), Supersedes = [], Source = dossier.Claims[0].Source };
            Claim[] others = [.. dossier.Claims.Select(claim => claim == last ? claim with { Supersedes = [.. claim.Supersedes, "wild"] } : claim)];
            Content.AssertSameThroughout(result, Holding.Again(dossier.With([wild, .. others])));
            Content.AssertSameThroughout(result, Holding.Again(dossier.With([.. others, wild])));
        }
    });

    /// <summary>What is said, however it is worded and whichever relay it came by.</summary>
    private static string[] Said(IEnumerable<Claim> claims) =>
        [.. claims.Select(claim => $"{claim.Source} {claim.Quantity} {claim.Basis} {claim.Figure.Hedge} {claim.Figure.Low} {claim.Figure.Value} {claim.Figure.High} {claim.Via.Count}").Order(StringComparer.Ordinal)];

    /// <summary>Whether what a claim says was replaced by name, be it in another claim that says the same.</summary>
    private static bool IsReplaced(Dossier dossier, Claim claim) => dossier.Claims.Any(said => said.Source == claim.Source && said.Quantity == claim.Quantity && said.Figure == claim.Figure
        && dossier.Claims.Any(other => !other.Retracted.IsRetracted && other.Supersedes.Contains(said.Id)));

    private static Figure Wild(Claim claim) => claim.Figure.IsShare ? Figure.Parse("99 %") : Figure.Exactly(123_456_789);
}
