using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>Conflicts and accounts against exact fractions and a look at every subset of the claims.</summary>
public class ConflictTests
{
    private const int MostCombinations = 64;
    private const double LeastShareOfBest = 1.0 / 50;

    [Promise(typeof(DisputedDossiers))]
    public void Every_reported_conflict_is_infeasible_and_feasible_without_any_one_of_its_claims(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        foreach (var conflict in result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict))
        {
            Assert.False(exact.CanHoldExactly(conflict.Claims), "can hold: " + Content.Of(conflict.Claims));
            Assert.False(exact.CanHoldExactly(conflict.Claims, conflict.Relations), "can hold under the relations named: " + Content.Of(conflict.Claims));
            Assert.All(conflict.Claims, claim => Assert.True(exact.CanHold(conflict.Claims.Except([claim])), "not minimal: " + Content.Of(conflict.Claims)));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Every_discrepancy_is_one_of_words_alone_and_none_without_any_one_of_its_claims(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        foreach (var conflict in result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Discrepancy))
        {
            Assert.True(exact.CanHold(conflict.Claims), "a conflict: " + Content.Of(conflict.Claims));
            Assert.False(exact.CanBeMeantExactly(conflict.Claims), "can be meant: " + Content.Of(conflict.Claims));
            Assert.All(conflict.Claims, claim => Assert.True(exact.CanBeMeant(conflict.Claims.Except([claim])), "not minimal: " + Content.Of(conflict.Claims)));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Conflicts_are_numbered_in_the_order_of_the_result_those_of_disputes_first(Dossier dossier) => Holding.Check(dossier, result =>
    {
        Assert.Equal(Enumerable.Range(1, result.Conflicts.Count).Select(number => $"k{number}"), result.Conflicts.Select(conflict => conflict.Id));
        Assert.Equal(result.Disputes.SelectMany(dispute => dispute.Conflicts), result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict));
    });

    [Promise(typeof(KnownDossiers))]
    public void Every_conflict_holds_a_claim_that_misses_the_truth(KnownDossier known) => Holding.Check(known.Dossier, result =>
    {
        foreach (var conflict in result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict))
        {
            Assert.Contains(conflict.Claims, claim => !known.HoldsIn(claim));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void A_conflict_is_reported_exactly_when_the_claims_cannot_all_hold(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        var counting = Holding.Counting(result);
        var isReported = result.Conflicts.Any(conflict => conflict.Severity == ConflictSeverity.Conflict);

        if (isReported) Assert.False(exact.CanHoldExactly(counting), "reported, but all can hold");
        else Assert.True(exact.CanHold(counting), "not reported, but not all can hold");
        Assert.Equal(isReported, result.Disputes.Count > 0);
    });

    [Promise(typeof(DisputedDossiers))]
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

    [Promise(typeof(DisputedDossiers))]
    public void No_account_within_a_fiftieth_of_the_best_is_missing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var exact = new ExactSystem(dossier);
        var counting = Holding.Counting(result);
        var every = new EverySubset(counting.Length, set => exact.CanHold(Members(counting, set)));
        foreach (var dispute in result.Disputes)
        {
            Claim[] members = [.. Holding.ClaimsOf(dispute)];
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

    [Promise(typeof(DisputedDossiers))]
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

    [Promise(typeof(DisputedDossiers))]
    public void Each_claim_has_exactly_one_verdict_which_its_accounts_bear_out(Dossier dossier) => Holding.Check(dossier, result =>
    {
        Assert.Equal(dossier.Claims, result.Verdicts.Select(verdict => verdict.Claim));
        Assert.Distinct(result.Disputes.SelectMany(dispute => Holding.ClaimsOf(dispute)).Select(claim => claim.Id));
        foreach (var verdict in result.Verdicts)
        {
            var dispute = result.Disputes.FirstOrDefault(dispute => Holding.ClaimsOf(dispute).Contains(verdict.Claim));
            if (dispute is null) continue;
            Assert.Equal(dispute.Accounts.Where(account => account.Accepts.Contains(verdict.Claim)).Sum(account => account.Weight), verdict.Weight, 1e-12);
        }
    });

    private static Claim[] Undisputed(Reconciliation result) => [.. Holding.Counting(result).Except(result.Disputes.SelectMany(Holding.ClaimsOf))];

    private static Claim[] Members(Claim[] claims, int set) => [.. claims.Where((_, i) => (set & (1 << i)) != 0)];

    private static IEnumerable<Account[]> Combinations(IReadOnlyList<Dispute> disputes)
    {
        if (disputes.Aggregate(1.0, (product, dispute) => product * dispute.Accounts.Count) > MostCombinations) return [];
        IEnumerable<Account[]> all = [[]];
        foreach (var dispute in disputes) all = all.SelectMany(chosen => dispute.Accounts.Select(account => (Account[])[.. chosen, account])).ToArray();
        return all;
    }
}
