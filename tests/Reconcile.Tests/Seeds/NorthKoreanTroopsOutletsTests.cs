using Xunit;

namespace Reconcile.Tests.Seeds;

public class NorthKoreanTroopsOutletsTests
{
    private static readonly Dossier Dossier = Seed.Load("north-korean-troops-outlets-2025");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void The_doubled_batch_is_a_conflict_of_a_relation()
    {
        var conflict = Assert.Single(Result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);

        Assert.Equal(ConflictKind.Relation, conflict.Kind);
        Assert.Contains(conflict.Claims, claim => claim.Id == "doubled-batch");
        Assert.Contains(conflict.Claims, claim => claim.Id == "newly-at-the-front");
        Assert.Equal(["newly_at_the_front = second_batch + others_at_the_front"], conflict.Relations.Select(relation => relation.Rule));
    }

    [Fact]
    public void The_account_without_the_doubled_batch_leads()
    {
        var dispute = Assert.Single(Result.Disputes);

        Assert.Equal(["doubled-batch"], Seed.IdsOf(dispute.Accounts[0].Rejects));
        Assert.True(dispute.Accounts[0].Weight > 10 * dispute.Accounts[1].Weight);
        Assert.InRange(Result["newly_at_the_front"].Best!.Value, 1_400, 1_650);
    }

    [Fact]
    public void The_misread_casualties_are_a_minor_discrepancy()
    {
        var discrepancy = Assert.Single(Result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Discrepancy);

        Assert.Equal(["killed", "wounded", "seoul-3600"], Seed.IdsOf(discrepancy.Claims));
        Assert.Equal(Outcome.Accepted, Result.Verdicts.Single(verdict => verdict.Claim.Id == "seoul-3600").Outcome);
    }

    [Fact]
    public void Without_the_misread_casualties_there_is_no_discrepancy_and_the_sum_is_4000()
    {
        var result = Dossier.WithoutClaim("seoul-3600").Reconcile();

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Discrepancy);
        Assert.Equal(4_000, result["casualties"].Best!.Value, 40.0);
        Assert.InRange(Result["casualties"].Best!.Value, 3_800, 3_980);
    }

    [Fact]
    public void Outlets_that_pass_on_one_root_are_one_root()
    {
        Assert.Single(Result.ClaimsThatAre(Outcome.Repeated));
        Assert.Contains(Result.Differences, difference => difference.Kind == DifferenceKind.Repeat);
        Assert.Equal(1, Result["second_batch"].Roots);
        Assert.Equal(1, Result["killed"].Roots);
    }

    [Fact]
    public void A_garbled_copy_is_no_second_witness()
    {
        Assert.Equal(1, Result["casualties"].Roots);
        Assert.All(Result.Estimates, estimate => Assert.Equal(Confidence.Low, estimate.Confidence));
    }

    [Fact]
    public void Killed_and_casualties_differ_by_definition() =>
        Assert.Contains(
            Result.Differences,
            difference => difference.Kind == DifferenceKind.Definition && Seed.IdsOf(difference.Claims).Intersect(["killed", "casualties"]).Count() == 2);

    [Fact]
    public void Those_who_returned_are_some_of_the_wounded()
    {
        var outOfAction = Result["out_of_action"];

        Assert.Equal(Result["casualties"].Best!.Value - Result["returned"].Best!.Value, outOfAction.Best!.Value, 1e-6);
        Assert.InRange(outOfAction.Best.Value, 3_450, 3_750);
        Assert.Empty(outOfAction.Claims);
    }
}
