using Xunit;

namespace Reconcile.Tests.Seeds;

public class ColomboBombingsTests
{
    private static readonly Dossier Dossier = Seed.Load("colombo-bombings-2019");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void The_tolls_of_police_and_ministry_conflict()
    {
        var conflict = Assert.Single(Result.Conflicts);

        Assert.Equal(ConflictSeverity.Conflict, conflict.Severity);
        Assert.Equal(["police-359", "health-253"], Seed.IdsOf(conflict.Claims));
        Assert.Equal(["police-359", "health-253"], Result.ClaimsThatAre(Outcome.Contested));
    }

    [Fact]
    public void The_later_and_lower_figure_leads_clearly()
    {
        var dispute = Assert.Single(Result.Disputes);

        Assert.Equal(["health-253"], Seed.IdsOf(dispute.Accounts[0].Accepts));
        Assert.InRange(dispute.Accounts[0].Weight, 0.7, 0.95);
        Assert.InRange(Result["killed"].Best!.Value, 250, 256);
        Assert.Equal(Confidence.Moderate, Result["killed"].Confidence);
        Assert.InRange(Result["killed"].Alternatives[1].Best!.Value, 350, 368);
    }

    [Fact]
    public void The_ministry_replaced_its_own_estimate()
    {
        Assert.Equal(["health-290"], Result.ClaimsThatAre(Outcome.Superseded));
        var revision = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Revision);
        Assert.Equal(["health-253", "health-290"], Seed.IdsOf(revision.Claims).Order());
    }

    [Fact]
    public void Declared_as_a_correction_of_the_police_the_conflict_becomes_a_revision()
    {
        var correction = Dossier.Claims.Single(claim => claim.Id == "health-253") with { Supersedes = ["health-290", "police-359"] };
        var result = Dossier.WithoutClaim("health-253").Claim(correction).Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(["police-359", "health-290"], result.ClaimsThatAre(Outcome.Superseded));
        Assert.InRange(result["killed"].High!.Value, 253, 262);
    }

    [Fact]
    public void More_than_500_wounded_has_no_upper_end()
    {
        Assert.Null(Result["wounded"].Best);
        Assert.Null(Result["wounded"].High);
        Assert.InRange(Result["wounded"].Low!.Value, 480, 500);
    }

    [Fact]
    public void Those_who_left_hospital_follow_from_the_others()
    {
        var left = Result["left_hospital"];

        Assert.Empty(left.Claims);
        Assert.Equal(336, left.Best!.Value, 1.0);
        Assert.InRange(left.Low!.Value, 322, 336);
        Assert.InRange(left.High!.Value, 336, 350);
        Assert.Equal(Confidence.Low, left.Confidence);
        Assert.Contains(Result.Differences, difference => difference.Kind == DifferenceKind.Definition && difference.Claims.Any(claim => claim.Id == "in-hospital-149"));
    }
}
