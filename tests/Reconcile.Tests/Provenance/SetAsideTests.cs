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

    [Theory]
    [InlineData("960", "paper,radio", 8, "repeated a")]
    [InlineData("960", "paper,radio", 9, "counts")]
    [InlineData("900", "paper,radio", 4, "repeated a")]
    [InlineData("900", "paper,radio", 5, "counts")]
    [InlineData("960", "radio", 2, "counts")]
    public void A_garbled_figure_is_passed_on_by_a_longer_chain_as_many_days_later_as_any(string garbled, string via, int day, string became) =>
        Assert.Equal($"a counts, b repeated a, c {became}", Of(Total(Said("a", "412", 1), Said("b", garbled, 1, "paper"), Said("c", garbled, day, via))));

    [Fact]
    public void Each_of_several_withdrawn_figures_stays_withdrawn_though_a_relay_says_it_later_with_another_hedge()
    {
        var withdrawn = Retraction.On(Day(2));
        var dossier = Fixed(
            Said("a", "412", 1) with { Retracted = withdrawn }, Said("b", "530", 1) with { Retracted = withdrawn },
            Said("c", "about 412", 3, "paper", asOf: 1), Said("d", "about 530", 3, "paper", asOf: 1));

        Assert.Equal("a retracted, b retracted, c retracted a, d retracted b", Of(dossier.WithAsOf(Day(4))));
    }

    [Fact]
    public void What_a_root_says_twice_itself_is_said_once_where_there_are_relays_too() =>
        Assert.Equal("a counts, b repeated a, c repeated a", Of(Fixed(Said("a", "412", 1), Said("b", "412", 1), Said("c", "398", 1, "paper"))));

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

    [Fact]
    public void A_copy_of_what_was_garbled_is_told_by_its_numbers_and_said_to_be_garbled()
    {
        foreach (var copy in (string[])["960", "about 960"])
        {
            Assert.Equal("a counts, b repeated a, c repeated a", Of(Total(Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("c", copy, 2, "paper,radio"))));
            Assert.Equal("a counts, b repeated a, c repeated a", Of(Total(Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("c", copy, null, "paper,radio"))));
        }

        var counted = Of(Total(Said("a", "412", 1) with { Basis = Basis.Count }, Said("b", "960", 1, "paper") with { Basis = Basis.Count }, Said("c", "960", 2, "paper,radio")));
        var result = Total(Said("a", "412", 1), Said("b", "960", 1, "paper"), Said("c", "960", 2, "paper,radio")).Reconcile();

        Assert.Equal("a counts, b repeated a, c repeated a", counted);
        Assert.Equal("a garbled copy of [a], 412 (ministry): the figure changed on its way", result.Verdicts[2].Because);
    }

    /// <summary>Of two quantities each relay may have mixed up, what is asked of the one does not depend on whether the other was found first.</summary>
    [Fact]
    public void Which_of_several_misapplied_figures_stands_first_in_the_dossier_changes_nothing()
    {
        Claim[] claims =
        [
            Said("a", "131", 1, quantity: "wounded"), Said("b", "950", 1, quantity: "casualties"),
            Said("c", "131", 1, "paper"), Said("d", "950", 2, "paper,radio"),
        ];
        string Became(params int[] order) =>
            string.Join(", ", Of(Dossier.Create().Relate("casualties = killed + wounded").WithClaims(order.Select(i => claims[i]))).Split(", ").Order(StringComparer.Ordinal));

        Assert.Equal("a counts, b counts, c counts, d repeated b", Became(0, 1, 2, 3));
        Assert.Equal(Became(0, 1, 2, 3), Became(1, 0, 2, 3));
        Assert.Equal(Became(0, 1, 2, 3), Became(3, 2, 1, 0));
    }

    [Fact]
    public void An_opposite_bound_rounds_nothing()
    {
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "at least 1,100", 1), Said("b", "up to 2,000", 1, "paper"))));
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "up to 1,900", 1), Said("b", "at least 1,000", 2, "paper"))));
    }

    [Fact]
    public void Of_what_is_no_copy_after_all_the_nearest_to_the_root_is_kept()
    {
        Claim[] claims = [Said("b", "412", 12, "paper"), Said("c", "350", 12, "paper,radio")];

        Assert.Equal("b counts, c repeated b", Of(Total(claims)));
        Assert.Equal("a counts, b counts, c repeated b", Of(Total([Said("a", "412", 1), .. claims])));
    }

    [Fact]
    public void A_rounding_of_a_copy_of_what_was_withdrawn_is_withdrawn_too()
    {
        var withdrawn = Said("a", "412", 1) with { Retracted = Retraction.On(Day(8)) };
        Claim[] copies = [Said("b", "412", 2, "paper"), Said("c", "about 400", 2, "paper,radio")];

        Assert.Equal("a retracted, b retracted a, c retracted a", Of(Total([withdrawn, .. copies]).WithAsOf(Day(9))));
        Assert.Equal("a retracted, b retracted a, c retracted a", Of(Fixed([withdrawn, .. copies]).WithAsOf(Day(9))));
    }

    [Theory]
    [InlineData("4,000", "at least 100", "dozens")]
    [InlineData("2,410", "at least 1,100", "about 1,000")]
    [InlineData("412", "more than 110", "about 100")]
    public void A_rounding_of_a_floor_of_the_same_day_does_not_lower_a_total(string said, string floor, string rounded) =>
        Assert.Equal("a counts, b counts, c repeated b", Of(Total(Said("a", said, 1), Said("b", floor, 4), Said("c", rounded, 4, "paper"))));

    [Fact]
    public void What_a_chain_made_of_a_version_is_a_version() =>
        Assert.Equal("a counts, b repeated a, c repeated a", Of(Fixed(Said("a", "at least 90", 1), Said("b", "about 100", 1, "paper"), Said("c", "400", 1, "paper,radio"))));
}
