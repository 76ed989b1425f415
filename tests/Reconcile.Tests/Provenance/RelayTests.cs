using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class RelayTests
{
    /// <summary>Of few claims each is compared with each, of many a table is made.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Without_relays_the_same_words_of_one_day_or_without_one_are_said_once(int others)
    {
        Claim[] more = [.. Enumerable.Range(0, others).Select(i => Said($"o{i}", $"{600 + i}", 20 + i))];

        Assert.StartsWith("a counts, b repeated a", Of(Stock([Said("a", "412", 1), Said("b", "412", 1), .. more])), StringComparison.Ordinal);
        Assert.StartsWith("a counts, b counts", Of(Stock([Said("a", "412", 1), Said("b", "412", 2), .. more])), StringComparison.Ordinal);
        Assert.Equal("a counts, b repeated a", Of(Fixed(Said("a", "412", 1), Said("b", "412"))));
    }

    [Fact]
    public void A_relay_without_a_date_says_the_last_of_several_figures_in_its_words()
    {
        Claim[] claims = [Said("a", "412", 1), Said("b", "412", 15), Said("c", "412", 30), Said("r", "412", null, "paper")];

        Assert.EndsWith("r repeated c", Of(Stock(claims)), StringComparison.Ordinal);
        Assert.EndsWith("r repeated c", Of(Fixed(claims)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relay_as_long_as_one_that_was_withdrawn_says_no_more_of_a_fixed_quantity() => Assert.Equal(
        "z retracted, a retracted z",
        Of(Fixed(Said("z", "412", 1, "wire") with { Retracted = Retraction.On(Day(5)) }, Said("a", "412", 2, "paper")).WithAsOf(Day(6))));

    [Fact]
    public void Ten_relays_of_one_root_are_one_claim()
    {
        var once = Fixed(Said("a", "about 400", 1, "wire"));
        var often = once.WithClaims(Enumerable.Range(0, 10).Select(i => Said($"r{i}", "around 400", 1 + i, $"wire,paper {i}")));
        var (one, many) = (once.Reconcile(), often.Reconcile());

        Assert.All(many.Verdicts.Skip(1), verdict => Assert.Equal((Outcome.Repeated, "says the same as [a] of the same root, ministry"), (verdict.Outcome, verdict.Because)));
        Assert.Equal(one["killed"].ToString(), many["killed"].ToString());
        Assert.Equal(11, many.Only(DifferenceKind.Repeat).Claims.Count);
    }

    [Theory]
    [InlineData("about 400", "at least 400", "hedge")]
    [InlineData("about 400", "400", "hedge")]
    [InlineData("very likely about 400", "about 400", "hedge")]
    [InlineData("about 400", "about 4,000", "figure")]
    [InlineData("about 400", "at least 4,000", "figure")]
    [InlineData("300 to 500", "about 500", "figure")]
    public void A_relay_that_changes_what_was_said_costs_the_root_nothing(string said, string became, string what)
    {
        var alone = Fixed(Said("a", said, 1)).Reconcile();
        var result = Fixed(Said("r", became, 1, "wire,paper"), Said("a", said, 1)).Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(alone["killed"].ToString(), result["killed"].ToString());
        Assert.Equal(Outcome.Repeated, result.Verdicts[0].Outcome);
        Assert.Contains($"the {what} changed", result.Verdicts[0].Because, StringComparison.Ordinal);
        Assert.Equal($"killed, {said} (ministry), became {became} on its way through wire and paper: the {what} changed, not what the root said.", result.Only(DifferenceKind.Relay).Explanation);
    }

    [Fact]
    public void A_relay_that_loses_the_hedge_some_days_later_replaces_nothing()
    {
        var result = Fixed(Said("a", "about 400", 1), Said("r", "400", 3, "wire")).Reconcile();

        Assert.Equal("killed, about 400 (ministry), became 400 on its way through wire: the hedge changed, not what the root said.", result.Only(DifferenceKind.Relay).Explanation);
        Assert.Equal("a counts, r repeated a", Of(Fixed(Said("a", "about 400", 1), Said("r", "at least 400", 8, "wire"))));
        Assert.Equal("a counts, r repeated a", Of(Total(Said("a", "about 420", 1), Said("r", "420", 3, "wire"))));
        Assert.Equal("a retracted, r retracted a", Of(Fixed(Said("a", "about 400", 1) with { Retracted = Retraction.Always }, Said("r", "400", 3, "wire"))));
    }

    [Fact]
    public void Another_number_some_days_later_is_a_revision_whoever_passes_it_on()
    {
        Assert.Equal("a superseded r, r counts", Of(Fixed(Said("a", "about 400", 1), Said("r", "about 440", 3, "wire"))));
        Assert.Equal("a superseded r, r counts", Of(Fixed(Said("a", "about 400", 1), Said("r", "400", 9, "wire"))));
        Assert.Equal("a counts, r counts", Of(Total(Said("a", "about 400", 1), Said("r", "400", 5, "wire"))));
    }

    [Theory]
    [InlineData("about 200", "about 200")]
    [InlineData("about 200", "200")]
    public void A_figure_of_one_digit_that_comes_late_is_known_again_for_three_days(string said, string became)
    {
        foreach (var dossier in (Func<Claim[], Dossier>[])[Total, Stock])
        {
            Assert.Equal("a counts, r repeated a", Of(dossier([Said("a", said, 1), Said("r", became, 4, "wire")])));
            Assert.Equal("a counts, r counts", Of(dossier([Said("a", said, 1), Said("r", became, 5, "wire")])));
            Assert.Equal("a counts, r counts", Of(dossier([Said("a", said, 1), Said("r", became, 4)])));
        }
    }

    [Fact]
    public void The_shortest_chain_counts_then_the_earliest_then_the_content()
    {
        Assert.Equal("a repeated b, b counts", Of(Fixed(Said("a", "about 450", 1, "wire,paper"), Said("b", "about 400", 1, "wire"))));
        Assert.Equal("a repeated b, b counts", Of(Fixed(Said("a", "at least 400", 2, "wire", asOf: 1), Said("b", "about 400", 1, "radio"))));
        Assert.Equal("a repeated b, b counts", Of(Fixed(Said("a", "about 450", 1, "wire"), Said("b", "about 400", 1, "radio"))));
    }

    [Fact]
    public void What_a_root_itself_says_beside_is_a_statement_of_its_own() =>
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "about 400", 1), Said("b", "about 900", 1))));

    [Fact]
    public void A_floor_beside_a_value_that_it_does_not_contradict_is_no_garbled_copy() =>
        Assert.Equal("a counts, r counts", Of(Fixed(Said("a", "about 600", 1, "wire"), Said("r", "at least 12", 1, "radio"))));

    [Fact]
    public void A_count_beside_an_estimate_is_no_garbled_copy() =>
        Assert.Equal("a counts, r counts", Of(Fixed(Said("a", "about 600", 1, "wire"), Said("r", "412", 1, "radio") with { Basis = Basis.Count })));

    [Fact]
    public void A_later_report_as_near_to_the_root_is_a_revision_not_a_garbled_copy()
    {
        Assert.Equal("a superseded b, b counts", Of(Fixed(Said("a", "about 400", 1, "wire"), Said("b", "about 450", 5, "radio", asOf: 1))));
        Assert.Equal("a counts, b repeated a", Of(Fixed(Said("a", "about 400", 1, "wire"), Said("b", "about 450", 5, "radio,paper", asOf: 1))));
    }

    [Fact]
    public void An_old_figure_that_a_relay_digs_out_does_not_undo_a_revision() =>
        Assert.Equal("a superseded b, b counts, r superseded b", Of(Fixed(Said("a", "400", 1), Said("b", "500", 3), Said("r", "400", 5, "paper"))));

    [Fact]
    public void A_relay_may_stand_on_another_day_of_a_fixed_quantity() =>
        Assert.Equal("r repeated a, a counts", Of(Fixed(Said("r", "400", 5, "paper"), Said("a", "400", 1))));

    [Fact]
    public void A_relay_that_gives_a_total_another_day_is_a_late_copy()
    {
        var dossier = Total(Said("a", "4,725", 1), Said("r", "4,725", 5, "paper"));

        Assert.Equal("a counts, r repeated a", Of(dossier));
        Assert.Equal(
            "killed, 4,725 (ministry), was said of 1 March 2025 and became a figure of 5 March 2025 on its way through paper: the date changed, not what the root said.",
            dossier.Reconcile().Only(DifferenceKind.Relay).Explanation);
    }

    [Theory]
    [InlineData(1, "a copy of [a], about 400 (ministry): the date changed on its way")]
    [InlineData(5, "a late copy of [a], about 400 (ministry): the date changed on its way")]
    public void A_relay_that_gives_a_fixed_quantity_an_earlier_day_is_no_late_copy(int day, string because)
    {
        var dossier = Fixed(Said("a", "about 400", 6, asOf: 3), Said("r", "about 400", 6, "paper", asOf: day));

        Assert.Equal(because, dossier.Reconcile().Verdicts[1].Because);
    }

    [Theory]
    [InlineData("about 400", "about 4,000", true)]
    [InlineData("about 400", "at most 40", true)]
    [InlineData("about 430", "4,300", false)]
    public void A_relay_that_loses_or_adds_a_zero_some_days_later_is_garbled(string said, string passedOn, bool isFixed)
    {
        Claim[] claims = [Said("a", said, 1), Said("r", passedOn, 2, "blog")];

        Assert.Equal("a counts, r repeated a", Of(isFixed ? Fixed(claims) : Total(claims)));
    }

    [Fact]
    public void What_replaces_a_figure_is_named_with_those_who_passed_it_on_and_what_it_speaks_of()
    {
        var result = Fixed(Said("a", "about 400", 1), Said("b", "about 450", 3, "blog")).Reconcile();

        Assert.Equal("killed, about 400 (ministry, 1 March 2025), was replaced by about 450 (ministry, 3 March 2025), passed on by blog.", result.Only(DifferenceKind.Revision).Explanation, ignoreCase: true);
        Assert.Equal("replaced by about 450 (ministry), passed on by blog [b]", result.Verdicts.Single(verdict => verdict.Claim.Id == "a").Because);
        var other = Dossier.Create().Claim(Said("a", "about 400", 1)).Claim(Said("b", "about 900", 3) with { Quantity = "hurt", Supersedes = ["a"] }).Reconcile();
        Assert.Equal("replaced by hurt, about 900 (ministry) [b]", other.Verdicts.Single(verdict => verdict.Claim.Id == "a").Because);
    }

    /// <summary>A stock may come back to where it was, but hardly to the digits in a few days.</summary>
    [Theory]
    [InlineData("450", 15, false)]
    [InlineData("450", 18, true)]
    [InlineData("400", 15, true)]
    public void A_relay_that_digs_out_an_old_figure_of_a_stock_is_believed_after_a_week(string figure, int day, bool isBelieved) =>
        Assert.Equal($"a counts, b counts, r {(isBelieved ? "counts" : "repeated a")}", Of(Stock(Said("a", figure, 1), Said("b", "900", 10), Said("r", figure, day, "paper"))));

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(31)]
    public void A_relay_that_still_says_what_the_root_took_back_brings_it_not_back(int day)
    {
        var (first, corrected, late) = (Said("a", "359", 1), Said("b", "253", 2), Said("r", "359", day, "wire"));

        Assert.Equal("a retracted, b counts, r retracted a", Of(Total(first with { Retracted = Retraction.On(Day(2)) }, corrected, late)));
        Assert.Equal("a superseded b, b counts, r superseded b", Of(Total(first, corrected with { Supersedes = ["a"] }, late)));
        Assert.Equal("a superseded b, b counts, r superseded b", Of(Stock(first, corrected with { Supersedes = ["a"] }, late)));
    }

    [Fact]
    public void After_a_month_a_relay_may_say_again_what_was_taken_back()
    {
        Claim[] claims = [Said("a", "359", 1), Said("b", "253", 2) with { Supersedes = ["a"] }, Said("r", "359", 32, "wire")];

        Assert.Equal("a superseded b, b counts, r counts", Of(Total(claims)));
        Assert.Equal("a superseded b, b counts, r counts", Of(Stock(claims)));
    }

    /// <summary>3, 30, 300 in three days by a wire had left 3.</summary>
    [Fact]
    public void A_toll_that_grows_tenfold_is_not_garbled()
    {
        Assert.Equal("a counts, b counts, c counts", Of(Total(Said("a", "3", 1), Said("b", "30", 2, "wire"), Said("c", "300", 3, "wire"))));
        Assert.Equal("a counts, r counts", Of(Total(Said("a", "at least 42", 1), Said("r", "about 420", 3, "wire"))));
        Assert.Equal("a counts, r counts", Of(Total(Said("a", "42", 1), Said("r", "4,200", 3, "wire"))));
        Assert.Equal("a counts, r repeated a", Of(Total(Said("a", "42", 1), Said("r", "420", 3, "wire"))));
    }

    [Fact]
    public void A_relay_that_says_the_old_figure_after_the_root_has_corrected_it_downwards_is_a_late_copy() =>
        Assert.Equal("a superseded b, b counts, c counts, r superseded b", Of(Total(Said("a", "359", 1), Said("b", "253", 2), Said("c", "257", 10), Said("r", "359", 12, "wire"))));

    /// <summary>However late, and however round: the root has said more since.</summary>
    [Theory]
    [InlineData("450", 15)]
    [InlineData("450", 28)]
    [InlineData("400", 15)]
    public void A_relay_that_digs_out_an_old_figure_does_not_lower_a_total(string figure, int day)
    {
        var dossier = Total(Said("a", figure, 1), Said("b", "900", 10), Said("r", figure, day, "paper"));

        Assert.Equal("a counts, b counts, r repeated a", Of(dossier));
        Assert.Equal(900, dossier.Reconcile()["killed"].Best!.Value, 0.5);
        // The root itself may take its figure back.
        Assert.Equal("a counts, b superseded r, r counts", Of(Total(Said("a", figure, 1), Said("b", "900", 10), Said("r", figure, day))));
    }

    [Theory]
    [InlineData("4,725", 5, "")]
    [InlineData("4,725", 15, "paper")]
    [InlineData("4,000", 5, "paper")]
    public void A_total_may_stand_still(string figure, int day, string via) => Assert.Equal("a counts, b counts", Of(Total(Said("a", figure, 1), Said("b", figure, day, via))));

    [Fact]
    public void Stocks_of_other_days_are_other_figures() =>
        Assert.Equal("a counts, b counts", Of(Stock(Said("a", "400", 1, "wire"), Said("b", "450", 2, "wire,paper"))));

    [Fact]
    public void Other_words_of_number_are_garbled_like_figures() =>
        Assert.Equal("a counts, r repeated a, s repeated a", Of(Fixed(Said("a", "dozens", 1, "wire"), Said("r", "hundreds", 1, "wire,paper"), Said("s", "dozens", 1, "radio,paper"))));

    [Fact]
    public void A_root_that_is_known_by_relays_alone_is_one_root()
    {
        var result = Fixed(Said("a", "about 400", 1, "wire"), Said("b", "some 410", 1, "wire,radio"), Said("c", "about 300", 1, "wire,radio,paper")).Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(1, result["killed"].Roots);
        Assert.Equal(["a"], result["killed"].Claims.Select(claim => claim.Id));
    }
}
