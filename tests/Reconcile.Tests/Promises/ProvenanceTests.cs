using Reconcile.Figures;
using Reconcile.Provenance;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class ProvenanceTests
{
    [Promise(typeof(RelayedDossiers), runs: 300)]
    public void The_order_of_claims_changes_no_standing(Dossier dossier) => WhereValid(dossier, () =>
    {
        var expected = StandingsOf(dossier);
        for (var seed = 0; seed < 3; seed++) Assert.Equal(expected, StandingsOf(dossier.With(Holding.Shuffled(dossier.Claims, seed))));
    });

    [Promise(typeof(RelayedDossiers), runs: 300)]
    public void A_further_relay_of_a_claim_changes_the_standing_of_no_other(Dossier dossier) => WhereValid(dossier, () =>
    {
        var expected = StandingsOf(dossier);
        foreach (var claim in dossier.Claims)
        {
            var relayed = StandingsOf(dossier.Claim(RelayOf(claim)));
            Assert.Equal(expected, relayed.SkipLast(1));
            Assert.NotEqual(Standing.Counts, relayed[^1].Standing);
        }
    });

    [Promise(typeof(RelayedDossiers), runs: 60)]
    public void A_further_relay_of_a_claim_changes_no_answer(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var claim in dossier.Claims) Content.AssertSameThroughout(result, Holding.Again(dossier.Claim(RelayOf(claim))));
    });

    [Promise(typeof(RelayedDossiers), runs: 300)]
    public void Without_a_claim_that_was_replaced_all_others_stand_as_before(Dossier dossier) => WhereValid(dossier, () =>
    {
        var expected = StandingsOf(dossier);
        foreach (var replaced in expected.Where(entry => entry.Standing == Standing.Superseded))
        {
            var claim = dossier.Claims.Single(claim => claim.Id == replaced.Id);
            if (HasCopiesOrVictims(dossier, claim, expected)) continue;
            Assert.Equal([.. expected.Where(entry => entry != replaced)], StandingsOf(dossier.Without([claim])));
        }
    });

    [Promise(typeof(RelayedDossiers), runs: 300)]
    public void Each_claim_that_is_set_aside_names_what_stands_for_it(Dossier dossier) => WhereValid(dossier, () =>
    {
        var standings = StandingsOf(dossier);
        var byId = standings.ToDictionary(entry => entry.Id);
        Assert.All(standings, entry =>
        {
            if (entry.Standing == Standing.Repeated) Assert.Equal(Standing.Counts, byId[entry.Instead!].Standing);
            if (entry.Standing == Standing.Superseded) Assert.NotEqual(Standing.Retracted, byId[entry.Instead!].Standing);
            if (entry.Standing == Standing.Counts) Assert.Null(entry.Instead);
        });
        foreach (var entry in standings) AssertEndsInWhatStands(entry, byId);
    });

    [Promise(typeof(DatedDossiers), runs: 60)]
    public void On_its_latest_day_a_dossier_says_what_it_says(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (dossier.AsOf is { } asOf && !SpeaksAfter(dossier, asOf)) Content.AssertSameThroughout(result, Holding.Again(dossier.KnownOn(asOf)));
        // A projection and what was withdrawn or replaced date no dossier, and may be newer than all else.
        if (dossier.WithAsOf(null) is { Day: { } latest } undated && !SpeaksAfter(dossier, latest)) Content.AssertSameThroughout(undated.Reconcile(), Holding.Again(dossier.KnownOn(latest)));
    });

    private static bool SpeaksAfter(Dossier dossier, DateOnly day) =>
        dossier.Claims.Any(claim => claim.Reported > day || (claim.Basis != Basis.Projection && (claim.AsOf > day || claim.During?.To > day)));

    [Promise(typeof(DatedDossiers), runs: 100)]
    public void What_was_known_on_a_day_does_not_depend_on_what_came_later(Dossier dossier) => WhereValid(dossier, () =>
    {
        for (var day = new DateOnly(2025, 3, 1); day < new DateOnly(2025, 3, 14); day = day.AddDays(4))
        {
            var known = dossier.KnownOn(day);
            Assert.Equal(StandingsOf(known), StandingsOf(dossier.KnownOn(day.AddDays(2)).KnownOn(day)));
            Assert.All(known.Claims, claim => Assert.False((claim.Reported ?? DateOnly.MinValue) > day));
        }
    });

    private static void AssertEndsInWhatStands((string Id, Standing Standing, string? Instead) entry, Dictionary<string, (string Id, Standing Standing, string? Instead)> byId)
    {
        for (var steps = 0; entry.Standing is Standing.Superseded or Standing.Repeated; entry = byId[entry.Instead!]) Assert.True(steps++ < byId.Count, entry.Id);
    }

    /// <summary>Whether something else hangs on a claim: its copies come back when it is left out, and so does what it replaced.</summary>
    private static bool HasCopiesOrVictims(Dossier dossier, Claim claim, (string Id, Standing Standing, string? Instead)[] standings) =>
        claim.Supersedes.Count > 0
        || standings.Any(entry => entry.Instead == claim.Id)
        || dossier.Claims.Any(other => other != claim && other.Via.Count > 0 && (other.Source == claim.Source && other.Quantity == claim.Quantity))
        || dossier.Claims.Any(other => other.Supersedes.Contains(claim.Id) && other.Quantity == claim.Quantity) // then it speaks anew
        || dossier.Claims.Any(other => other != claim && SaidNumbers.Of(other.Figure) == SaidNumbers.Of(claim.Figure));

    /// <summary>A further outlet prints it, perhaps a day late, of the same day.</summary>
    private static Claim RelayOf(Claim claim) => claim with
    {
        Id = "relay",
        Via = [.. claim.Via, "tabloid"],
        Supersedes = [],
        Retracted = default,
        AsOf = claim.AsOf ?? claim.Reported,
        Reported = claim.Reported?.AddDays(1),
    };

    private static (string Id, Standing Standing, string? Instead)[] StandingsOf(Dossier dossier)
    {
        var evidence = EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, mayRepeat: true);
        return
        [
            .. dossier.Claims.Select((claim, i) => (claim.Id, evidence.StandingOf(i), evidence.InsteadOf(i) < 0 ? null : dossier.Claims[evidence.InsteadOf(i)].Id))
                .OrderBy(entry => entry.Id == "relay").ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    private static void WhereValid(Dossier dossier, Action check)
    {
        if (dossier.Validate().All(finding => finding.Severity != FindingSeverity.Error)) Holding.Shown(dossier, check);
    }
}
