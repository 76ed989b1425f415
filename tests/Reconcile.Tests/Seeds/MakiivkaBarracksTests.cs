using Xunit;

namespace Reconcile.Tests.Seeds;

public class MakiivkaBarracksTests
{
    private static readonly Dossier Dossier = Seed.Load("makiivka-barracks-2023");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Fact]
    public void Two_parties_that_lean_apart_do_not_conflict()
    {
        Assert.Empty(Result.Disputes);
        var discrepancy = Assert.Single(Result.Conflicts);

        Assert.Equal(ConflictSeverity.Discrepancy, discrepancy.Severity);
        Assert.Equal(["russia-89", "ukraine-400"], Seed.IdsOf(discrepancy.Claims).Order());
    }

    [Fact]
    public void The_range_goes_from_the_names_to_what_the_enemy_may_have_overstated()
    {
        var killed = Result["killed"];

        Assert.InRange(killed.Best!.Value, 150, 280);
        Assert.InRange(killed.Low!.Value, 88, 125);
        Assert.InRange(killed.High!.Value, 250, 370);
        Assert.Equal(4, killed.Roots);
        Assert.Equal(Confidence.Low, killed.Confidence);
    }

    [Fact]
    public void Without_interests_there_are_two_accounts()
    {
        var trusting = Seed.LoadWithoutInterests("makiivka-barracks-2023").Reconcile();
        var dispute = Assert.Single(trusting.Disputes);

        Assert.Equal(2, dispute.Accounts.Count);
        Assert.DoesNotContain(dispute.Accounts, account => account.Accepts.Any(claim => claim.Id == "russia-89") && account.Accepts.Any(claim => claim.Id == "ukraine-400"));
    }

    [Fact]
    public void Names_counted_are_floors()
    {
        var difference = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Bound);

        Assert.Equal(["idel-83", "bbc-92"], Seed.IdsOf(difference.Claims).Where(id => id is "idel-83" or "bbc-92"));
    }

    [Fact]
    public void About_400_that_became_up_to_400_is_a_garbled_relay()
    {
        Assert.Equal(["ukraine-400-trt"], Result.ClaimsThatAre(Outcome.Repeated));
        Assert.Equal(
            "Killed, about 400 (Ukrainian army), became up to 400 on its way through news agencies and TRT World: the hedge changed, not what the root said.",
            Result.Differences.Single(difference => difference.Kind == DifferenceKind.Relay).Explanation);
    }

    [Fact]
    public void The_ministry_revised_its_own_figure_upward() => Assert.Equal(["russia-63"], Result.ClaimsThatAre(Outcome.Superseded));

    [Fact]
    public void As_of_the_third_of_January_the_lower_figure_stood()
    {
        var known = Dossier.KnownOn(new DateOnly(2023, 1, 3)).Reconcile();

        Assert.Empty(known.ClaimsThatAre(Outcome.Superseded));
        Assert.True(known["killed"].Best < Result["killed"].Best);
        Assert.InRange(known["killed"].Low!.Value, 55, 75);
    }

    [Fact]
    public void Other_peoples_rules_disagree_by_a_factor_of_three()
    {
        var figures = Result.CompareRules().OtherRules.Where(rule => rule.Quantity.Id == "killed" && rule.Figure.Best is not null).Select(rule => rule.Figure.Best!.Value).ToArray();

        Assert.Equal(83, figures.Min());
        Assert.InRange(figures.Max(), 240, 250);
    }
}
