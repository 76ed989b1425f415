using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Cases;

public class ConflictSentenceTests
{
    [Fact]
    public void A_sum_that_cannot_be_reached_is_explained_with_its_figures_and_sources()
    {
        var result = Dossier.Create()
            .Relate("casualties = killed + wounded")
            .Claim("killed", "400", "Xenia")
            .Claim("wounded", "3,600", "Yorick")
            .Claim("casualties", "9,000", "Zoe")
            .Reconcile();

        var conflict = Assert.Single(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(["c1", "c2", "c3"], conflict.Claims.Ids());
        Assert.Equal(ConflictKind.Relation, conflict.Kind);
        Assert.Equal("casualties = killed + wounded", Assert.Single(conflict.Relations).Rule);
        Assert.All(
            new[] { "400", "3,600", "9,000", "Xenia", "Yorick", "Zoe", "killed", "wounded", "casualties" },
            word => Assert.Contains(word, conflict.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void Five_claims_that_only_together_are_impossible_are_one_conflict()
    {
        var result = Dossier.Create()
            .Relate("casualties = killed + wounded + captured + missing")
            .Claim("killed", "500", "a")
            .Claim("wounded", "1,000", "b")
            .Claim("captured", "200", "c")
            .Claim("missing", "100", "d")
            .Claim("casualties", "at least 2,500", "e")
            .Reconcile();

        Assert.Equal(["c1 c2 c3 c4 c5"], result.ConflictIds());
    }

    [Fact]
    public void A_part_that_exceeds_its_whole_needs_no_claim_on_the_other_parts()
    {
        var result = Dossier.Create()
            .Relate("casualties = killed + wounded")
            .Claim("killed", "at least 4,000", "X")
            .Claim("casualties", "at most 3,000", "Y")
            .Reconcile();

        var conflict = Assert.Single(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(["c1", "c2"], conflict.Claims.Ids());
        Assert.Contains("at least 4,000", conflict.Explanation, StringComparison.Ordinal);
        Assert.Contains("at most 3,000", conflict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_figures_for_one_quantity_are_a_contradiction_that_needs_no_relation()
    {
        var result = Dossier.Create().Claim("killed", "400", "X").Claim("killed", "4,000", "Y").Reconcile();

        var conflict = Assert.Single(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(ConflictKind.Contradiction, conflict.Kind);
        Assert.Empty(conflict.Relations);
    }

    [Fact]
    public void Thirty_independent_conflicts_under_one_sum_are_thirty_disputes_of_two_accounts()
    {
        var parts = Enumerable.Range(1, 30).Select(i => "day" + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var dossier = Dossier.Create().Relate("total = " + string.Join(" + ", parts));
        foreach (var part in parts) dossier = dossier.Claim(part, "100", "here " + part).Claim(part, "200", "there " + part);

        var result = dossier.Reconcile();

        Assert.Equal(30, result.Disputes.Count);
        Assert.All(result.Disputes, dispute => Assert.Equal(2, dispute.Accounts.Count));
        Assert.All(result.Disputes, dispute => Assert.InRange(dispute.Doubt, 0.01, 0.5));
    }

    [Fact]
    public void Doubt_is_shown_beside_the_accounts()
    {
        var result = Dossier.Create().Claim("killed", "400", "X").Claim("killed", "4,000", "Y").Reconcile();

        var dispute = Assert.Single(result.Disputes);
        Assert.InRange(dispute.Doubt, 0.01, 0.99);
        Assert.Equal(1, dispute.Doubt + dispute.Accounts.Sum(account => account.Weight), 1e-9);
        Assert.Matches("(?i)doubt|none of", result.ToString());
    }
}
