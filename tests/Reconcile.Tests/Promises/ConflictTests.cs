using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>Conflicts and accounts against exact fractions and a look at every subset of the claims.</summary>
[Properties(Replay = Holding.Seed)]
public class ConflictTests
{
    private const int MostCombinations = 64;
    private const double LeastShareOfBest = 1.0 / 50;

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Every_reported_conflict_is_infeasible_and_feasible_without_any_one_of_its_claims(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        foreach (var conflict in result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict))
        {
            Assert.False(exact.CanHoldExactly(conflict.Claims), "can hold: " + Content.Of(conflict.Claims));
            foreach (var claim in conflict.Claims)
            {
                Assert.True(exact.CanHold(conflict.Claims.Where(other => other != claim)), "not minimal: " + Content.Of(conflict.Claims));
            }
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void A_conflict_is_reported_exactly_when_the_claims_cannot_all_hold(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        var counting = Counting(result);
        var isReported = result.Conflicts.Any(conflict => conflict.Severity == ConflictSeverity.Conflict);

        if (isReported) Assert.False(exact.CanHoldExactly(counting), "reported, but all can hold");
        else Assert.True(exact.CanHold(counting), "not reported, but not all can hold");
        Assert.Equal(isReported, result.Disputes.Count > 0);
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Every_account_is_feasible_and_maximal_and_so_is_every_combination(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        var undisputed = Undisputed(result);
        foreach (var dispute in result.Disputes)
        {
            foreach (var account in dispute.Accounts)
            {
                Claim[] held = [.. undisputed, .. account.Accepts];
                Assert.True(exact.CanHold(held), $"{account.Id} cannot hold");
                Assert.All(account.Rejects, claim => Assert.False(exact.CanHoldExactly([.. held, claim]), $"{account.Id} could accept {Content.Of(claim)}"));
            }
        }

        foreach (var accounts in Combinations(result.Disputes))
        {
            Claim[] held = [.. undisputed, .. accounts.SelectMany(account => account.Accepts)];
            Assert.True(exact.CanHold(held), $"{string.Join(" + ", accounts.Select(account => account.Id))} cannot hold");
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void No_account_within_a_fiftieth_of_the_best_is_missing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        var counting = Counting(result);
        var every = new EverySubset(counting.Length, set => exact.CanHold(Members(counting, set)));
        foreach (var dispute in result.Disputes)
        {
            Claim[] members = [.. dispute.Accounts[0].Accepts, .. dispute.Accounts[0].Rejects];
            // An account of another dispute that was too light to keep may hold a claim that conflicts with one of these.
            if (every.Conflicts.Any(conflict => Members(counting, conflict).Any(members.Contains) && !Members(counting, conflict).All(members.Contains))) continue;
            var found = dispute.Accounts.Select(account => Content.Of(account.Rejects)).ToHashSet();
            var best = RejectionCosts.Of(dossier, dispute.Accounts[0].Rejects);
            foreach (var set in every.Maximal)
            {
                Claim[] rejected = [.. members.Except(Members(counting, set))];
                if (RejectionCosts.Of(dossier, rejected) > best - Math.Log(LeastShareOfBest) - 1e-6) continue;
                Assert.True(found.Contains(Content.Of(rejected)), $"{dispute.Id} lacks the account that rejects {Content.Of(rejected)}");
            }
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Weights_fall_with_the_cost_of_what_is_rejected_and_add_up_to_1_with_doubt(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var dispute in result.Disputes)
        {
            Assert.Equal(1, dispute.Doubt + dispute.Accounts.Sum(account => account.Weight), 1e-12);
            Assert.InRange(dispute.Doubt, 0, 1);
            Assert.All(dispute.Accounts.Zip(dispute.Accounts.Skip(1)), pair => Assert.True(pair.First.Weight >= pair.Second.Weight - 1e-9));
            var best = dispute.Accounts[0];
            foreach (var account in dispute.Accounts)
            {
                var ratio = Math.Exp(RejectionCosts.Of(dossier, best.Rejects) - RejectionCosts.Of(dossier, account.Rejects));
                Assert.Equal(ratio, account.Weight / best.Weight, 1e-9);
            }
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Each_claim_has_exactly_one_verdict_which_its_accounts_bear_out(Dossier dossier) => Holding.Check(dossier, result =>
    {
        Assert.Equal(dossier.Claims, result.Verdicts.Select(verdict => verdict.Claim));
        Assert.Distinct(result.Disputes.SelectMany(dispute => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects)).Select(claim => claim.Id));
        foreach (var verdict in result.Verdicts)
        {
            var dispute = result.Disputes.FirstOrDefault(dispute => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects).Contains(verdict.Claim));
            if (dispute is null) continue;
            Assert.Equal(dispute.Accounts.Where(account => account.Accepts.Contains(verdict.Claim)).Sum(account => account.Weight), verdict.Weight, 1e-12);
        }
    });

    private static Claim[] Counting(Reconciliation result) =>
        [.. result.Verdicts.Where(verdict => verdict.Outcome is Outcome.Accepted or Outcome.Contested or Outcome.Rejected).Select(verdict => verdict.Claim)];

    private static Claim[] Undisputed(Reconciliation result) =>
        [.. Counting(result).Except(result.Disputes.SelectMany(dispute => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects)))];

    private static Claim[] Members(Claim[] claims, int set) => [.. claims.Where((_, i) => (set & (1 << i)) != 0)];

    private static IEnumerable<Account[]> Combinations(IReadOnlyList<Dispute> disputes)
    {
        if (disputes.Aggregate(1.0, (product, dispute) => product * dispute.Accounts.Count) > MostCombinations) return [];
        IEnumerable<Account[]> all = [[]];
        foreach (var dispute in disputes) all = all.SelectMany(chosen => dispute.Accounts.Select(account => (Account[])[.. chosen, account])).ToArray();
        return all;
    }
}
