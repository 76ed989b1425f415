using Xunit;

namespace Reconcile.Tests.Oracles;

public class MinimalConflictsTests
{
    private const int MostCombinations = 300;

    public static TheoryData<string> Problems => [.. ConflictProblem.All.Select(problem => problem.Id)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void Every_reported_conflict_is_a_minimal_one_and_one_is_reported_exactly_when_there_is_one(string id)
    {
        var (problem, result) = Solve(id);
        var reported = result.Conflicts.Where(conflict => conflict.Severity == ConflictSeverity.Conflict).ToList();

        foreach (var conflict in reported) Assert.Contains(ConflictProblem.Key(conflict.Claims), problem.Conflicts);
        Assert.Equal(problem.IsConsistent, reported.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Figures_that_cannot_hold_together_exactly_are_no_mere_discrepancy_where_sources_have_no_error(string id)
    {
        var (_, result) = Solve(id);

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Discrepancy);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void What_one_account_of_each_dispute_rejects_is_together_a_minimal_correction(string id)
    {
        var (problem, result) = Solve(id);

        foreach (var accounts in Combinations(result.Disputes)) Assert.Contains(Rejected(accounts), problem.Corrections);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_leading_accounts_together_reject_as_few_claims_as_possible(string id)
    {
        var (problem, result) = Solve(id);
        var rejected = Rejected(result.Disputes.Select(dispute => dispute.Accounts[0]));

        Assert.Contains(rejected, problem.Corrections);
        Assert.Equal(problem.FewestCorrected, ConflictProblem.Size(rejected));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void No_smallest_correction_is_missing_among_the_accounts(string id)
    {
        var (problem, result) = Solve(id);
        if (result.Disputes.Any(dispute => dispute.Accounts.Count >= new ReconcileOptions().MaxAccounts)) return;
        if (result.Disputes.Aggregate(1.0, (product, dispute) => product * dispute.Accounts.Count) > MostCombinations) return;

        var found = Combinations(result.Disputes).Select(Rejected).ToHashSet();

        Assert.All(
            problem.Corrections.Where(correction => ConflictProblem.Size(correction) == problem.FewestCorrected),
            correction => Assert.Contains(correction, found));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Without_a_conflict_there_is_no_dispute_and_disputes_share_no_claim(string id)
    {
        var (problem, result) = Solve(id);
        var disputed = result.Disputes.SelectMany(dispute => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects)).Select(claim => claim.Id).ToList();

        Assert.Equal(problem.IsConsistent, result.Disputes.Count == 0);
        Assert.Distinct(disputed);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void The_accounts_of_a_dispute_are_different_splits_of_its_claims_whose_weights_and_doubt_add_up_to_1(string id)
    {
        var (_, result) = Solve(id);
        foreach (var dispute in result.Disputes)
        {
            var all = ConflictProblem.Key(dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects));
            Assert.All(dispute.Accounts, account => Assert.Equal(all, ConflictProblem.Key(account.Accepts.Concat(account.Rejects))));
            Assert.Distinct(dispute.Accounts.Select(account => ConflictProblem.Key(account.Rejects)));
            Assert.Equal(1, dispute.Accounts.Sum(account => account.Weight) + dispute.Doubt, 1e-9);
            Assert.Equal(dispute.Accounts.OrderByDescending(account => account.Weight).Select(account => account.Weight), dispute.Accounts.Select(account => account.Weight));
        }
    }

    private static readonly Dictionary<string, (ConflictProblem Problem, Lazy<Reconciliation> Result)> Solved =
        ConflictProblem.All.ToDictionary(problem => problem.Id, problem => (problem, new Lazy<Reconciliation>(() => problem.Dossier.Reconcile())));

    private static (ConflictProblem Problem, Reconciliation Result) Solve(string id) => (Solved[id].Problem, Solved[id].Result.Value);

    private static string Rejected(IEnumerable<Account> accounts) => ConflictProblem.Key(accounts.SelectMany(account => account.Rejects));

    /// <summary>One account of each dispute, in every way, as far as <see cref="MostCombinations"/>.</summary>
    private static IEnumerable<List<Account>> Combinations(IReadOnlyList<Dispute> disputes)
    {
        var chosen = new int[disputes.Count];
        for (var count = 0; count < MostCombinations; count++)
        {
            yield return [.. disputes.Select((dispute, i) => dispute.Accounts[chosen[i]])];
            var next = 0;
            while (next < chosen.Length && ++chosen[next] == disputes[next].Accounts.Count) chosen[next++] = 0;
            if (next == chosen.Length) yield break;
        }
    }
}
