using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class RoundedCopyTests
{
    [Theory]
    [InlineData("about 1,600")]
    [InlineData("1,640")]
    [InlineData("about 1,700")]
    [InlineData("nearly 1,700")]
    [InlineData("under 1,700")]
    [InlineData("1,600 to 1,700")]
    [InlineData("about 1,644")]
    public void A_relay_that_rounds_an_old_figure_after_the_root_has_said_more_is_a_late_copy(string figure)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Fixed, Total, Stock])
        {
            var standings = Of(dossier([Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", figure, 4, "paper")]));
            Assert.EndsWith(dossier == Fixed ? "b counts, r superseded b" : "a counts, b counts, r repeated a", standings, StringComparison.Ordinal);
        }
    }

    /// <summary>"At least 650,000" and "as many as 655,000" had stood beside a study's 654,965 (393,000 to 943,000) and moved it.</summary>
    [Theory]
    [InlineData("at least 650,000", true)]
    [InlineData("more than 654,000", true)]
    [InlineData("as many as 655,000", true)]
    [InlineData("at least 654,965", true)]
    [InlineData("about 655,000", true)]
    [InlineData("at least 390,000", true)]
    [InlineData("up to 943,000", true)]
    [InlineData("at least 660,000", false)]
    [InlineData("up to 650,000", false)]
    public void A_relay_that_makes_a_bound_of_the_best_value_of_a_range_rounds_it(string figure, bool isCopy)
    {
        var study = Said("a", "654,965 (95% CI 392,979–942,636)", 11);

        foreach (var day in (int[])[11, 12]) Assert.EndsWith(isCopy ? "r repeated a" : "r counts", Of(Fixed(study, Said("r", figure, day, "newspaper"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_value_of_a_range_is_what_a_relay_rounds_and_not_its_middle_also_where_it_is_an_end()
    {
        Assert.EndsWith("r counts", Of(Total(Said("a", "3000-6200 (best 3000)", 1), Said("r", "4600", 2, "paper"))), StringComparison.Ordinal);
        Assert.EndsWith("r repeated a", Of(Fixed(Said("a", "3000-6200 (best 6200)", 1), Said("r", "over 6200", 2, "paper"))), StringComparison.Ordinal);
        Assert.EndsWith("r repeated a", Of(Fixed(Said("a", "3000-6200 (best 3000)", 1), Said("r", "up to 3000", 2, "paper"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "killed, 4,974 (95% CI 3,979–7,461) (ministry), became at least 4974 on its way through paper: its range was left out, not what the root said.")]
    [InlineData(2, "killed, 4,974 (95% CI 3,979–7,461) (ministry), became at least 4974 of 2 March 2025 on its way through paper: its range was left out, not what the root said.")]
    public void A_relay_that_says_the_best_value_alone_rounded_nothing(int day, string sentence) =>
        Assert.Equal(sentence, Total(Said("a", "4,974 (95% CI 3,979–7,461)", 1), Said("r", "at least 4974", day, "paper")).Reconcile().Only(DifferenceKind.Relay).Explanation);

    [Fact]
    public void It_does_not_lower_the_total_and_says_what_happened()
    {
        var result = Total(Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", "about 1,600", 4, "paper")).Reconcile();

        Assert.Equal(2_056, result["killed"].Best!.Value, 0.5);
        Assert.Equal("a late copy of [a], 1,644 (ministry): it was rounded and the date changed on its way", result.Verdicts[2].Because);
        Assert.Equal(
            "killed, 1,644 (ministry), was said of 1 March 2025 and became about 1,600 of 4 March 2025 on its way through paper: it was rounded and the date changed, not what the root said.",
            result.Only(DifferenceKind.Relay).Explanation);
    }

    [Theory]
    [InlineData("87,000", "nearly 90,000")]
    [InlineData("6,700", "nearly 7,000")]
    [InlineData("412", "hundreds")]
    public void On_the_day_of_its_root_it_was_rounded_and_nothing_else(string said, string rounded)
    {
        var result = Total(Said("a", said, 1), Said("r", rounded, 1, "paper")).Reconcile();

        Assert.Equal($"a copy of [a], {said} (ministry): it was rounded on its way", result.Verdicts[1].Because);
        Assert.Equal($"killed, {said} (ministry), became {rounded} on its way through paper: it was rounded, not what the root said.", result.Only(DifferenceKind.Relay).Explanation);
    }

    [Fact]
    public void However_late_and_round_it_does_not_lower_a_total()
    {
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Said("a", "1,644", 1), Said("b", "2,856", 3), Said("r", "about 2,000", 31, "paper"))));
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Said("a", "359", 1), Said("b", "1,253", 3), Said("r", "hundreds", 4, "paper"))));
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Said("a", "359", 1), Said("b", "1,253", 3), Said("r", "about 359", 25, "paper"))));
    }

    [Fact]
    public void What_rounds_nothing_that_the_root_said_before_is_its_new_figure()
    {
        Assert.Equal("a counts, b superseded r, r counts", Of(Total(Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", "about 1,850", 4, "paper"))));
        Assert.Equal("a counts, b superseded r, r counts", Of(Total(Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", "1,651", 4, "paper"))));
        Assert.Equal("a counts, b superseded r, r counts", Of(Total(Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", "about 1,600", 4))));
    }

    [Fact]
    public void What_agrees_with_the_newest_figure_of_the_root_is_no_copy_of_an_older_one()
    {
        Assert.EndsWith("r repeated c", Of(Total(Said("a", "359", 1), Said("b", "253", 2), Said("c", "361", 3), Said("r", "about 360", 4, "paper"))), StringComparison.Ordinal);
        Assert.EndsWith("r repeated c", Of(Total(Said("a", "1,644", 1), Said("b", "2,056", 2), Said("c", "1,500 to 1,700", 3), Said("r", "about 1,600", 4, "paper"))), StringComparison.Ordinal);
        Assert.EndsWith("r counts", Of(Total(Said("a", "1,644", 1), Said("b", "2,056", 2), Said("c", "1,400 to 2,000", 3), Said("r", "about 1,600", 4, "paper"))), StringComparison.Ordinal);
    }

    /// <summary>A toll may rise again after it was corrected, and a single digit is easily said anew.</summary>
    [Theory]
    [InlineData("about 360", 4, "a superseded c, b superseded c, c counts, r superseded c")]
    [InlineData("about 360", 8, "a superseded c, b superseded c, c counts, r superseded c")]
    [InlineData("about 360", 9, "a superseded c, b superseded c, c counts, r counts")]
    [InlineData("about 400", 4, "a superseded c, b superseded c, c counts, r counts")]
    public void Above_a_correction_a_rounded_figure_is_known_again_for_a_week_by_two_digits(string figure, int day, string standings) =>
        Assert.Equal(standings, Of(Total(Said("a", "291", 1), Said("b", "359", 1), Said("c", "253", 3) with { Supersedes = ["a", "b"] }, Said("r", figure, day, "paper"))));

    [Fact]
    public void A_rounding_of_what_the_root_took_back_is_taken_back_with_it()
    {
        Assert.Equal("a retracted, r retracted a", Of(Total(Said("a", "359", 1) with { Retracted = Retraction.On(Day(2)) }, Said("r", "about 360", 3, "paper"))));
        Assert.Equal("a counts, r repeated a", Of(Total(Said("a", "359", 1), Said("r", "about 360", 3, "paper"))));
    }

    /// <summary>253 did not become about 360 on its way.</summary>
    [Theory]
    [InlineData("about 360", "it was rounded and the date changed on its way")]
    [InlineData("359", "the date changed on its way")]
    public void On_the_day_of_another_figure_it_is_a_late_copy_and_no_garbled_version_of_that(string figure, string what)
    {
        var result = Total(Said("a", "359", 2), Said("b", "253", 3) with { Supersedes = ["a"] }, Said("r", figure, 3, "paper"), Said("s", figure, 3, "paper,radio")).Reconcile();

        foreach (var copy in result.Verdicts.Skip(2)) Assert.Equal((Outcome.Superseded, $"a late copy of [a], 359 (ministry): {what}; that was replaced by 253 (ministry) [b]"), (copy.Outcome, copy.Because));
        Assert.Equal(2, result.Differences.Count(difference => difference.Kind == DifferenceKind.Relay && difference.Explanation.StartsWith("killed, 359 (ministry), was said of 2 March 2025", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("killed, 359 (ministry, 2 March 2025), was replaced by 253 (ministry, 3 March 2025).", result.Only(DifferenceKind.Revision).Explanation, ignoreCase: true);
    }

    [Fact]
    public void What_rounds_the_figure_of_its_own_day_is_a_version_of_that() =>
        Assert.Equal("a counts, b counts, r repeated b", Of(Total(Said("a", "38", 1), Said("b", "41", 2), Said("r", "about 40", 2, "paper"))));

    /// <summary>Whatever the chains, and whichever of the two is the lower figure.</summary>
    [Theory]
    [InlineData("593", "625", "tv")]
    [InlineData("593", "625", "wire,tv")]
    [InlineData("593", "500", "tv")]
    [InlineData("5", "7", "tv")]
    public void A_copy_of_an_older_figure_is_not_kept_before_a_new_one_of_its_day(string old, string said, string via)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Fixed, Total, Stock])
        {
            var result = dossier([Said("a", old, 1), Said("b", said, 3, via), Said("r", old, 3, "paper")]);
            var standings = Of(result);
            Assert.Contains("b counts", standings, StringComparison.Ordinal);
            Assert.DoesNotContain("r counts", standings, StringComparison.Ordinal);
            Assert.DoesNotContain(result.Reconcile().Differences, difference => difference.Kind == DifferenceKind.Relay && difference.Claims.Any(claim => claim.Id == "b"));
        }
    }

    [Fact]
    public void A_rounded_copy_beside_the_new_figure_and_one_of_what_was_taken_back_are_late_copies_too()
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Total, Stock])
        {
            Assert.Equal("a counts, b counts, r repeated a, c counts", Of(dossier([Said("a", "644", 2), Said("b", "812", 4), Said("r", "644", 5, "paper"), Said("c", "931", 5, "wire")])));
            Assert.Equal("a counts, b counts, r repeated a, c repeated b", Of(dossier([Said("a", "1,644", 2), Said("b", "2,056", 4), Said("r", "about 1,600", 5, "paper"), Said("c", "2,056", 5, "wire")])));
            Assert.Equal("a retracted, r retracted a, c counts", Of(dossier([Said("a", "644", 2) with { Retracted = Retraction.On(Day(4)) }, Said("r", "644", 5, "paper"), Said("c", "931", 5, "wire")])));
        }
    }

    /// <summary>1,750 is one of both "about 1,600" at its widest and "2,000" at its lowest.</summary>
    [Theory]
    [InlineData("2,000")]
    [InlineData("2,056")]
    public void Figures_that_only_touch_do_not_agree(string figure) =>
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Said("a", "1,570", 9), Said("b", figure, 10), Said("r", "about 1,600", 14, "paper"))));

    [Theory]
    [InlineData("1,644", "about 1,600")]
    [InlineData("48", "dozens")]
    [InlineData("480", "hundreds")]
    [InlineData("at least 3,508", "more than 3,000")]
    [InlineData("7,507", "about 7,510")]
    [InlineData("180", "200")]
    [InlineData("700 to 900", "about 700")]
    [InlineData("700 to 900", "about 800")]
    [InlineData("700 to 900", "nearly 900")]
    [InlineData("700 to 900", "at least 700")]
    [InlineData("700 to 900", "hundreds")]
    [InlineData("714 to 889", "700 to 900")]
    [InlineData("714 to 889", "about 710")]
    [InlineData("4,645 (95% CI 793–8,498)", "about 4,600")]
    public void The_newest_figure_rounded_is_no_new_one(string said, string rounded)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Fixed, Total, Stock])
        {
            var (alone, passedOn) = (dossier([Said("a", said, 1)]), dossier([Said("a", said, 1), Said("r", rounded, 3, "paper")]));
            Assert.Equal("a counts, r repeated a", Of(passedOn));
            Assert.Equal(alone.Reconcile()["killed"].Best, passedOn.Reconcile()["killed"].Best);
            Assert.EndsWith("it was rounded and the date changed, not what the root said.", passedOn.Reconcile().Only(DifferenceKind.Relay).Explanation, StringComparison.Ordinal);
            // What the root says itself is a statement of its own.
            Assert.EndsWith("r counts", Of(dossier([Said("a", said, 1), Said("r", rounded, 3)])), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("900", "1,170", "about 1,000")]
    [InlineData("195", "240", "200")]
    [InlineData("1,644", "2,056", "about 2,100")]
    [InlineData("130", "240", "200")]
    public void Nor_does_it_lower_a_total(string first, string newest, string rounded)
    {
        var result = Total(Said("a", first, 1), Said("b", newest, 3), Said("r", rounded, 4, "paper")).Reconcile();

        Assert.Equal(Outcome.Repeated, result.Verdicts[2].Outcome);
        Assert.Equal(Figure.Parse(newest).Value!.Value, result["killed"].Best!.Value, 0.5);
    }

    [Theory]
    [InlineData("750")]
    [InlineData("about 760")]
    [InlineData("about 600")]
    [InlineData("at least 800")]
    [InlineData("750 to 850")]
    public void Another_number_than_the_ends_of_a_range_and_its_middle_is_a_new_figure(string figure)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Fixed, Total, Stock])
            Assert.EndsWith("r counts", Of(dossier([Said("a", "700 to 900", 1), Said("r", figure, 3, "paper")])), StringComparison.Ordinal);
    }

    /// <summary>What holds all that was said is no news of a fixed quantity whatever the day.</summary>
    [Theory]
    [InlineData("about 700", "a superseded r, r counts")]
    [InlineData("hundreds", "a counts, r repeated a")]
    public void In_a_month_a_range_may_have_been_narrowed_to_one_of_its_numbers(string figure, string standings) =>
        Assert.Equal(standings, Of(Fixed(Said("a", "700 to 900", 1), Said("r", figure, 31, "paper"))));

    /// <summary>"Dozens" reads as 24 to 108.</summary>
    [Theory]
    [InlineData("185", "dozens", "it was rounded and the date changed")]
    [InlineData("185", "20 to 90", "the figure changed")]
    [InlineData("at least 185", "dozens", "it was rounded and the date changed")]
    [InlineData("180 to 190", "dozens", "it was rounded and the date changed")]
    [InlineData("4,700", "hundreds", "it was rounded and the date changed")]
    public void A_relay_that_is_vague_and_lower_does_not_lower_a_total(string said, string vague, string what)
    {
        var result = Total(Said("a", said, 1), Said("r", vague, 20, "paper"));

        Assert.Equal("a counts, r repeated a", Of(result));
        Assert.Equal(Total(Said("a", said, 1)).Reconcile()["killed"].Low, result.Reconcile()["killed"].Low);
        Assert.EndsWith($": {what}, not what the root said.", result.Reconcile().Only(DifferenceKind.Relay).Explanation, StringComparison.Ordinal);
        Assert.Empty(result.Reconcile().Warnings);
    }

    [Fact]
    public void What_is_no_vague_relay_lowers_a_total_as_ever()
    {
        Assert.Equal("a superseded r, r counts", Of(Total(Said("a", "185", 1), Said("r", "dozens", 2))));
        Assert.Equal("a superseded r, r counts", Of(Total(Said("a", "185", 1, "wire"), Said("r", "dozens", 2, "paper"))));
        Assert.Equal("a superseded r, r counts", Of(Total(Said("a", "185", 1), Said("r", "100 to 150", 2, "paper"))));
        Assert.Equal("a superseded r, r counts", Of(Total(Said("a", "185", 1), Said("r", "dozens", 2, "paper") with { Supersedes = ["a"] })));
        Assert.Equal("a superseded b, b counts, r counts", Of(Total(Said("a", "185", 1), Said("b", "about 60", 2), Said("r", "dozens", 20, "paper"))));
        Assert.Equal("a counts, r counts", Of(Stock(Said("a", "185", 1), Said("r", "dozens", 2, "paper"))));
    }

    [Fact]
    public void A_round_figure_that_does_not_hold_the_newest_may_be_a_new_one()
    {
        Assert.Equal("a superseded r, r counts", Of(Fixed(Said("a", "130", 1), Said("r", "200", 3, "paper"))));
        Assert.EndsWith("r counts", Of(Stock(Said("a", "359", 1), Said("b", "253", 3), Said("r", "about 400", 4, "paper"))), StringComparison.Ordinal);
        Assert.EndsWith("r counts", Of(Fixed(Said("a", "359", 1), Said("b", "253", 3), Said("r", "about 400", 4, "paper"))), StringComparison.Ordinal);
        Assert.Equal("a counts, r counts", Of(Total(Said("a", "1,644", 1), Said("r", "about 1,600", 9, "paper"))));
    }

    [Theory]
    [InlineData("412", "the date changed on its way")]
    [InlineData("about 410", "it was rounded and the date changed on its way")]
    public void What_has_no_date_is_a_copy_of_what_the_root_said(string figure, string what)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Fixed, Total, Stock])
        {
            var alone = dossier([Said("a", "412", 10), Said("b", "500", 20)]);
            var result = alone.WithClaims([Said("r", figure, via: "paper")]);
            Assert.EndsWith(dossier == Fixed ? "b counts, r superseded b" : "a counts, b counts, r repeated a", Of(result), StringComparison.Ordinal);
            if (dossier == Fixed) continue;
            Assert.Equal($"a copy of [a], 412 (ministry): {what}", result.Reconcile().Verdicts[2].Because);
            Assert.Contains(" without a date on its way through paper", result.Reconcile().Only(DifferenceKind.Relay).Explanation, StringComparison.Ordinal);
            Assert.Equal(alone.Reconcile()["killed"].ToString(), result.Reconcile()["killed"].ToString());
        }
    }

    [Fact]
    public void Without_a_date_too_it_is_not_kept_before_a_new_figure() =>
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Said("a", "412", 10), Said("b", "430", via: "tv"), Said("r", "412", via: "paper"))));

    [Fact]
    public void A_count_rounds_no_estimate_and_one_relay_nothing_that_came_through_as_many()
    {
        Assert.EndsWith("r counts", Of(Stock(Said("a", "1,644", 1), Said("b", "2,056", 3), Said("r", "about 1,600", 4, "paper") with { Basis = Basis.Count })), StringComparison.Ordinal);
        Assert.EndsWith("r counts", Of(Stock(Said("a", "1,644", 1, "wire"), Said("b", "2,056", 3, "wire"), Said("r", "about 1,600", 4, "paper"))), StringComparison.Ordinal);
    }
}
