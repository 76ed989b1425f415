using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Claims on shares, sums and differences, from the phrase to the explanation.</summary>
public sealed class ShareTests
{
    private static readonly Dossier Losses = Dossier.Create().Relate("casualties = killed + wounded");

    [Theory]
    [InlineData("10–13 %", 460)]
    [InlineData("one in ten", 400)]
    [InlineData("about a third", 1333)]
    [InlineData("25 %", 1000)]
    public void A_share_of_what_is_known_says_how_many(string share, double killed)
    {
        var result = Losses.Claim("casualties", "about 4,000", source: "a").Claim("killed / casualties", share, source: "b").Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(killed, result["killed"].Best!.Value, 0.01 * killed);
        Assert.InRange(killed, result["killed"].Low!.Value, result["killed"].High!.Value);
        Assert.Equal(result["casualties"].Best!.Value, result["killed"].Best!.Value + result["wounded"].Best!.Value, 1e-6);
        Assert.Contains($"\"{share}\" of killed / casualties [c2], b (no grade, read as C); reads as ", result.Explain("killed"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_and_its_two_figures_can_conflict()
    {
        var result = Losses.Claim("casualties", "about 4,000", source: "a").Claim("killed / casualties", "about a third", source: "b").Claim("killed", "about 400", source: "c").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal(ConflictKind.Relation, conflict.Kind);
        Assert.Equal("casualties, about 4,000 (a), killed, about 400 (c) and killed / casualties, about a third (b) cannot all hold.", conflict.Explanation);
        Assert.Equal(3, result.Disputes[0].Accounts.Count);
    }

    [Fact]
    public void Two_shares_that_exclude_each_other_conflict_though_both_hold_of_nothing()
    {
        var result = Losses.Claim("killed / casualties", "about a third", source: "a").Claim("killed / casualties", "10–13 %", source: "b").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal((ConflictSeverity.Conflict, ConflictKind.Contradiction), (conflict.Severity, conflict.Kind));
        Assert.Empty(conflict.Relations);
        Assert.Equal("killed / casualties cannot be both 10–13 % (b) and about a third (a).", conflict.Explanation);
        Assert.Equal(["c2", "c1"], Assert.Single(result.Disputes).Accounts.Select(account => account.Accepts.Single().Id));
        Assert.All(result.Estimates, estimate => Assert.Null(estimate.Best));
    }

    [Fact]
    public void Sentences_call_the_quantities_of_a_share_by_their_names()
    {
        var named = Dossier.Create().Quantity(new Quantity { Id = "dmg", Name = "Damaged houses" }).Quantity(new Quantity { Id = "all-houses", Name = "All houses" }).Quantity("lost", QuantityKind.Fixed);

        Assert.Equal(
            "Damaged houses / (All houses + lost) cannot be both 35 % (a) and 60 % (b).",
            Assert.Single(named.Claim("dmg / (\"all-houses\" + lost)", "35 %", "a").Claim("dmg / (\"all-houses\" + lost)", "60 %", "b").Reconcile().Conflicts).Explanation);
    }

    [Fact]
    public void Shares_of_one_whole_cannot_exceed_it()
    {
        var result = Losses.Claim("killed / casualties", "about a third", source: "a").Claim("wounded / casualties", "90 %", source: "b").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal(ConflictKind.Relation, conflict.Kind);
        Assert.Equal("casualties = killed + wounded", Assert.Single(conflict.Relations).Rule);
        Assert.Equal("killed / casualties, about a third (a) and wounded / casualties, 90 % (b) cannot both hold under casualties = killed + wounded.", conflict.Explanation);
    }

    [Property(QuietOnSuccess = true)]
    public void Two_shares_conflict_exactly_when_their_tolerant_intervals_lie_apart(PositiveInt one, PositiveInt other, PositiveInt size)
    {
        var (a, b) = (one.Get % 100, other.Get % 100);
        var shares = Dossier.Create().Claim("killed / casualties", $"exactly {a} %", source: "a").Claim("killed / casualties", $"exactly {b} %", source: "b");
        var known = shares.Claim("casualties", FormattableString.Invariant($"exactly {1000.0 * size.Get}"), source: "c");

        // Half a per cent for what was rounded, a tenth for the error of grade C.
        var apart = Low(Math.Max(a, b)) > High(Math.Min(a, b)) + 1e-9;
        Assert.All([shares, known], dossier => Assert.Equal(apart, dossier.Reconcile().Conflicts.Any(conflict => conflict.Severity == ConflictSeverity.Conflict)));

        static double Low(int share) => share - Math.Sqrt((0.5 * 0.5) + (0.01 * share * share));
        static double High(int share) => share + Math.Sqrt((0.5 * 0.5) + (0.01 * share * share));
    }

    [Property(QuietOnSuccess = true, MaxTest = 30)]
    public void A_share_says_the_same_whatever_the_size_of_the_whole(PositiveInt share, PositiveInt size)
    {
        var said = FormattableString.Invariant($"{1 + (share.Get % 99)} %");
        var (one, large) = (KilledOf(1), KilledOf(Math.Pow(10, 1 + (size.Get % 6))));

        Assert.Equal(one.Best, large.Best, 1e-3 * one.Best);
        Assert.Equal(one.Low, large.Low, 1e-2 * one.Best);
        Assert.Equal(one.High, large.High, 1e-2 * one.Best);

        (double Low, double Best, double High) KilledOf(double factor)
        {
            var killed = Losses.Claim("casualties", FormattableString.Invariant($"about {4000 * factor}"), source: "a").Claim("killed / casualties", said, source: "b").Reconcile()["killed"];
            return (killed.Low!.Value / factor, killed.Best!.Value / factor, killed.High!.Value / factor);
        }
    }

    [Fact]
    public void A_share_of_a_sum_needs_a_sum_above_nothing()
    {
        var result = Dossier.Create().Claim("killed / (killed + wounded)", "over 60 %", source: "a").Claim("wounded / (killed + wounded)", "over 60 %", source: "b").Reconcile();

        Assert.Equal(2, Assert.Single(result.Conflicts).Claims.Count);
    }

    [Fact]
    public void Shares_that_differ_within_the_error_of_their_sources_are_a_discrepancy()
    {
        var result = Dossier.Create().Claim("killed / casualties", "25 %", source: "a").Claim("killed / casualties", "27 %", source: "b").Reconcile();

        Assert.Equal(ConflictSeverity.Discrepancy, Assert.Single(result.Conflicts).Severity);
        Assert.Empty(result.Disputes);
    }

    [Fact]
    public void A_share_beside_its_numerator_is_no_second_figure_of_it()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "casualties", Max = 4000 })
            .Quantity(new Quantity { Id = "killed" })
            .Claim("killed / casualties", "about a tenth", source: "a").Claim("killed", "about 900", source: "b").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal(ConflictKind.Relation, conflict.Kind);
        Assert.StartsWith("killed, about 900 (b) and killed / casualties, about a tenth (a) cannot both hold", conflict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_the_same_share_leaves_less_doubt_than_a_share_that_stands_alone()
    {
        var contested = Losses.Claim("casualties", "about 4,000", source: "a").Claim("killed", "about 400", source: "c").Claim("killed / casualties", "about a third", source: "b");

        var doubt = Assert.Single(contested.Reconcile().Disputes).Doubt;
        Assert.True(Assert.Single(contested.Claim("killed / casualties", "about a third", source: "d").Reconcile().Disputes).Doubt < doubt);
    }

    [Fact]
    public void Sums_and_differences_are_figures_of_both_their_parts()
    {
        var result = Dossier.Create()
            .Claim("killed + wounded", "about 4,000", source: "a")
            .Claim("wounded - killed", "3,200", source: "b")
            .Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(400, result["killed"].Best!.Value, 20.0);
        Assert.Equal(3600, result["wounded"].Best!.Value, 20.0);
        Assert.Contains("\"3,200\" of wounded - killed [c2]", result.Explain("killed"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_figures_of_one_sum_contradict_each_other()
    {
        var result = Dossier.Create().Claim("killed + wounded", "about 4,000", source: "a").Claim("killed + wounded", "about 9,000", source: "b").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal((ConflictKind.Contradiction, "killed + wounded cannot be both about 4,000 (a) and about 9,000 (b)."), (conflict.Kind, conflict.Explanation));
    }

    [Fact]
    public void A_difference_can_conflict_with_a_sum()
    {
        var result = Dossier.Create().Claim("killed + wounded", "about 4,000", source: "a").Claim("wounded - killed", "at least 6,000", source: "b").Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal((ConflictKind.Relation, 2), (conflict.Kind, conflict.Claims.Count));
    }
}
