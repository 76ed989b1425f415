using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

/// <summary>What is set aside changes nothing of what else is.</summary>
public class SetAsideTests
{
    [Fact]
    public void A_garbled_figure_that_is_passed_on_a_day_later_stays_garbled()
    {
        Claim[] claims = [Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("c", "960", 2, "paper,radio")];

        Assert.Equal("a counts, b repeated a, c repeated a", Of(Total(claims)));
        Assert.Equal("a counts, b repeated a, c repeated a", Of(Stock(claims)));
        Assert.Equal("a counts, b repeated a, c repeated a", Of(Fixed(claims)));
        Assert.Equal("a superseded d, b superseded d, d counts, c repeated d", Of(Fixed(Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("d", "960", 2), Said("c", "960", 3, "paper,radio"))));
        Assert.Equal("a counts, b repeated a, c counts", Of(Total(Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("c", "960", 20, "paper,radio"))));
    }

    [Fact]
    public void A_withdrawn_figure_of_its_day_makes_no_new_one_of_a_rounded_copy()
    {
        var withdrawn = Said("c", "24", 2) with { Retracted = Retraction.On(Day(2)) };

        Assert.Equal("a counts, b repeated a, c retracted", Of(Fixed(Said("a", "95", 1), Said("b", "dozens", 2, "paper"), withdrawn)));
        Assert.Equal("a counts, b repeated a, c retracted", Of(Total(Said("a", "95", 1), Said("b", "dozens", 2, "paper"), withdrawn)));
        Assert.Equal(
            "a counts, b repeated a, c retracted",
            Of(Fixed(Said("a", "412", 1), Said("b", "about 400", 3, "paper"), Said("c", "398", 3) with { Retracted = Retraction.On(Day(3)) })));
    }

    [Fact]
    public void A_copy_of_a_misapplied_figure_leaves_it_misapplied()
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded")
            .WithClaims([Said("a", "412", 1, quantity: "casualties"), Said("b", "412", 1, "paper", "wounded"), Said("c", "about 400", 1, "paper,radio", "wounded")]);

        Assert.Equal("a counts, b repeated a, c repeated a", Of(dossier));
    }

    [Fact]
    public void A_withdrawn_figure_of_a_quantity_leaves_another_one_misapplied()
    {
        var dossier = Dossier.Create().WithAsOf(Day(6)).Relate("casualties = killed + wounded")
            .WithClaims([Said("a", "131", 1, quantity: "wounded"), Said("b", "131", 1, "paper"), Said("c", "95", 3) with { Retracted = Retraction.On(Day(4)) }]);

        Assert.Equal("a counts, b repeated a, c retracted", Of(dossier));
    }

    [Fact]
    public void What_passes_on_a_withdrawn_figure_replaces_nothing_though_it_names_what()
    {
        var replacement = Said("b", "250", 2, "paper") with { Supersedes = ["a"] };
        var withdrawn = Said("c", "250", 2) with { Retracted = Retraction.On(Day(3)) };
        var dossier = Fixed(Said("a", "200", 1, source: "council"), replacement, withdrawn).WithAsOf(Day(4));

        var said = Fixed(Said("a", "200", 1, source: "council"), replacement with { Reported = Day(3), AsOf = Day(2) }, withdrawn).WithAsOf(Day(4));

        Assert.Equal("a counts, b retracted c, c retracted", Of(dossier));
        // What is said after the withdrawal is said anew.
        Assert.Equal("a superseded b, b counts, c retracted", Of(said));
    }

    [Fact]
    public void A_bound_that_is_an_end_of_what_the_root_says_is_a_copy_of_it_on_the_same_day_too()
    {
        Assert.Equal("a counts, b repeated a", Of(Fixed(Said("a", "300 to 600", 1), Said("b", "up to 600", 1, "paper"))));
        Assert.Equal("a counts, b repeated a", Of(Fixed(Said("a", "400 to 900", 1), Said("b", "at least 400", 1, "paper"))));
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "about 600", 1), Said("b", "at least 12", 1, "paper"))));
    }

    [Fact]
    public void A_further_copy_of_what_replaces_by_name_changes_nothing()
    {
        Claim[] claims =
        [
            Said("a", "exactly 97", 5), Said("b", "exactly 97", 6, "radio"), Said("c", "exactly 97", 7, "paper") with { Supersedes = ["a"] },
            Said("d", "several hundred", 6) with { Basis = Basis.Count },
        ];
        var (alone, copied) = (Fixed(claims), Fixed([.. claims, Said("z", "exactly 97", 7, "paper,wire")]));

        Assert.Equal(Of(alone) + ", z repeated c", Of(copied));
    }

    [Fact]
    public void A_shorter_chain_is_no_garbled_copy_of_a_longer_one() => Assert.Equal(
        "a retracted, b retracted a, c counts",
        Of(Stock(Said("a", "several hundred", 2) with { Retracted = Retraction.Always }, Said("b", "several hundred", 3, "paper"), Said("c", "400", 3, "paper,radio"))));

    [Fact]
    public void Figures_that_were_replaced_by_name_do_not_make_two_roots_look_alike()
    {
        var dossier = Dossier.Create().WithClaims([
            Said("a", "471", 1, source: "b"), Said("c", "3284", 1, quantity: "wounded", source: "b"),
            Said("d", "471", 2) with { Supersedes = ["a"] }, Said("e", "3284", 2, quantity: "wounded") with { Supersedes = ["c"] }]);

        Assert.DoesNotContain(dossier.Validate(), finding => finding.Code == "RC217");
    }
}
