using Xunit;

namespace Reconcile.Tests.Seeds;

public class MariupolTheatreTests
{
    private static readonly Dossier Dossier = Seed.Load("mariupol-theatre-2022");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void Only_the_two_estimates_conflict()
    {
        var conflict = Assert.Single(Result.Conflicts);

        Assert.Equal(ConflictSeverity.Conflict, conflict.Severity);
        Assert.Equal(ConflictKind.Contradiction, conflict.Kind);
        Assert.Equal(["council-300", "ap-600"], Seed.IdsOf(conflict.Claims));
    }

    [Fact]
    public void Twelve_names_contradict_nothing()
    {
        var difference = Assert.Single(Result.Differences, difference => difference.Claims.Any(claim => claim.Id == "amnesty-12"));

        Assert.Equal(DifferenceKind.Bound, difference.Kind);
        Assert.Equal(["amnesty-12"], Result.ClaimsThatAre(Outcome.Accepted));
        Assert.Equal(Dossier.WithoutClaim("amnesty-12").Reconcile()["killed"].Best, Result["killed"].Best);
    }

    [Fact]
    public void Counted_names_do_not_support_an_estimate_far_above_them() =>
        Assert.DoesNotContain(Result["killed"].Reasons, reason => reason.Contains("counted", StringComparison.Ordinal));

    [Fact]
    public void Two_accounts_are_kept_and_the_better_source_leads()
    {
        var dispute = Assert.Single(Result.Disputes);

        Assert.Equal(2, dispute.Accounts.Count);
        Assert.Equal(["ap-600"], Seed.IdsOf(dispute.Accounts[0].Accepts));
        Assert.Equal(["council-300"], Seed.IdsOf(dispute.Accounts[1].Accepts));
        Assert.InRange(dispute.Accounts[0].Weight, 0.5, 0.8);
        Assert.InRange(dispute.Accounts[1].Weight, 0.15, 0.4);
        Assert.InRange(dispute.Doubt, 0.02, 0.25);
        Assert.Equal(["council-300", "ap-600"], Result.ClaimsThatAre(Outcome.Contested));
    }

    [Fact]
    public void The_estimate_is_one_of_the_two_and_never_their_mean()
    {
        var killed = Result["killed"];

        Assert.InRange(killed.Best!.Value, 570, 630);
        Assert.InRange(killed.Low!.Value, 220, 300);
        Assert.InRange(killed.High!.Value, 640, 720);
        Assert.Equal(Confidence.Low, killed.Confidence);
        Assert.Collection(
            killed.Alternatives,
            part => Assert.InRange(part.Best!.Value, 570, 630),
            part => Assert.InRange(part.Best!.Value, 285, 315));
    }

    [Fact]
    public void Equal_grades_make_equal_accounts_and_the_report_says_so()
    {
        var equal = Dossier.Source(new Source { Id = "ap", Reliability = Reliability.C }).Reconcile();

        Assert.Equal(equal.Disputes[0].Accounts[0].Weight, equal.Disputes[0].Accounts[1].Weight, 1e-12);
        Assert.Contains(equal["killed"].Reasons, reason => reason.Contains("weigh the same", StringComparison.Ordinal));
    }

    [Fact]
    public void As_of_April_only_the_council_had_spoken()
    {
        var known = Dossier.KnownOn(new DateOnly(2022, 4, 30)).Reconcile();

        Assert.Equal(["council-300"], Seed.IdsOf(known.Dossier.Claims));
        Assert.Empty(known.Conflicts);
        Assert.Equal(300, known["killed"].Best!.Value, 3.0);
    }
}
