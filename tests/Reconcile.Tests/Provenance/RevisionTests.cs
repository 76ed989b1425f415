using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class RevisionTests
{
    [Fact]
    public void The_later_figure_of_a_root_replaces_the_earlier_downward_too() =>
        Assert.Equal("a superseded c, b superseded c, c counts", Of(Fixed(Said("a", "290", 1), Said("b", "359", 2), Said("c", "253", 3))));

    [Fact]
    public void A_revision_is_a_difference_and_no_conflict()
    {
        var result = Fixed(Said("a", "290", 1), Said("b", "359", 2), Said("c", "253", 3)).Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal("killed, 290 (ministry, 1 March 2025) and 359 (ministry, 2 March 2025), were replaced by 253 (ministry, 3 March 2025).", result.Only(DifferenceKind.Revision).Explanation);
        Assert.Equal(Fixed(Said("c", "253", 3)).Reconcile()["killed"].High, result["killed"].High);
    }

    [Fact]
    public void A_revision_of_a_figure_of_the_same_day_says_when_it_was_reported()
    {
        var result = Fixed(Said("a", "290", 2, asOf: 1), Said("b", "359", 5, asOf: 1)).Reconcile();

        Assert.Equal("killed, 290 (ministry, 1 March 2025), was replaced by 359 (ministry, 1 March 2025), reported on 5 March 2025.", result.Only(DifferenceKind.Revision).Explanation);
    }

    [Theory]
    [InlineData("6", "at least 17", "a superseded b, b counts")]
    [InlineData("at least 17", "12", "a superseded b, b counts")]
    [InlineData("350", "up to 300", "a superseded b, b counts")]
    [InlineData("20", "at least 17", "a counts, b counts")]
    [InlineData("at least 12", "17", "a counts, b counts")]
    public void What_cannot_hold_beside_a_later_figure_of_another_kind_is_replaced_too(string earlier, string later, string expected) =>
        Assert.Equal(expected, Of(Fixed(Said("a", earlier, 1), Said("b", later, 2))));

    [Fact]
    public void A_figure_of_its_own_kind_replaces_first_and_the_highest_later_floor_the_last_of_them() =>
        Assert.Equal("a superseded b, b superseded d, c superseded d, d counts", Of(Fixed(Said("a", "6", 1), Said("b", "12", 2), Said("c", "at least 17", 3), Said("d", "at least 30", 4))));

    [Fact]
    public void Of_one_day_the_one_reported_later_replaces() =>
        Assert.Equal("a counts, b superseded a", Of(Fixed(Said("a", "290", 5, asOf: 1), Said("b", "359", 4, asOf: 1))));

    [Fact]
    public void Of_one_day_the_one_reported_later_replaces_what_cannot_hold_beside_it_too() =>
        Assert.Equal("a superseded b, b counts", Of(Fixed(Said("a", "6", 1, asOf: 1), Said("b", "at least 17", 3, asOf: 1))));

    [Fact]
    public void Of_one_day_and_report_figures_of_two_kinds_both_count() =>
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "6", 3, asOf: 1), Said("b", "at least 17", 3, asOf: 1))));

    [Fact]
    public void A_figure_of_an_earlier_day_does_not_replace_though_reported_later() =>
        Assert.Equal("a counts, b superseded a", Of(Fixed(Said("a", "290", 4), Said("b", "359", 5, asOf: 2))));

    [Fact]
    public void On_equal_days_both_count_and_the_root_contradicts_itself()
    {
        var dossier = Fixed(Said("a", "290", 1), Said("b", "359", 1));

        Assert.Equal("a counts, b counts", Of(dossier));
        var conflict = Assert.Single(dossier.Reconcile().Conflicts);
        Assert.Equal(ConflictKind.Self, conflict.Kind);
        Assert.Equal("killed cannot be both 290 (ministry) and 359 (ministry); if one corrects the other, name the corrected one in its supersedes.", conflict.Explanation);
        Assert.DoesNotContain("supersedes", Assert.Single(Fixed(Said("a", "290", 1), Said("b", "359", 1, source: "police")).Reconcile().Conflicts).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_floor_replaces_no_value_and_a_value_no_floor() =>
        Assert.Equal("a superseded d, b superseded c, c counts, d counts", Of(Fixed(Said("a", "at least 100", 1), Said("b", "about 300", 2), Said("c", "300 to 400", 3), Said("d", "at least 150", 4))));

    [Fact]
    public void Without_a_date_nothing_replaces_or_is_replaced() =>
        Assert.Equal("a counts, b counts, c superseded b", Of(Fixed(Said("a", "290"), Said("b", "359", 2), Said("c", "253", 1))));

    [Fact]
    public void Other_roots_are_not_replaced() =>
        Assert.Equal("a counts, b counts", Of(Fixed(Said("a", "290", 1), Said("b", "359", 2, source: "police"))));

    [Fact]
    public void A_projection_replaces_only_projections()
    {
        var (early, late) = (Said("p", "500", 1, asOf: 20) with { Basis = Basis.Projection }, Said("q", "600", 5, asOf: 20) with { Basis = Basis.Projection });

        Assert.Equal("p superseded q, a counts, q counts", Of(Fixed(early, Said("a", "290", 3), late)));
        Assert.Equal("p superseded a, a counts", Of(Fixed(early, Said("a", "290", 21))));
    }

    [Fact]
    public void Who_says_the_same_again_says_it_as_of_the_last_time() =>
        Assert.Equal("a superseded c, b repeated c, c counts", Of(Fixed(Said("a", "400", 1), Said("b", "500", 3), Said("c", "500", 5))));

    [Fact]
    public void A_root_that_comes_back_to_a_figure_says_it_now() =>
        Assert.Equal("a repeated c, b superseded c, c counts", Of(Fixed(Said("a", "400", 1), Said("b", "500", 3), Said("c", "400", 5))));

    [Fact]
    public void Of_totals_and_stocks_only_figures_of_one_day_are_replaced()
    {
        Claim[] claims = [Said("a", "290", 1), Said("b", "310", 4, asOf: 1), Said("c", "320", 2)];

        Assert.Equal("a superseded b, b counts, c counts", Of(Total(claims)));
        Assert.Equal("a superseded b, b counts, c counts", Of(Stock(claims)));
    }

    [Fact]
    public void The_later_figure_of_one_increment_replaces_the_earlier()
    {
        var february = new Period(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28));

        Assert.Equal(
            "a superseded b, b counts, c counts",
            Of(Total(Said("a", "40", 1) with { During = february }, Said("b", "55", 3) with { During = february }, Said("c", "60", 3))));
    }

    [Fact]
    public void The_sum_of_totals_is_no_fixed_quantity()
    {
        var dossier = Total(Said("a", "290", 1, quantity: "killed + wounded"), Said("b", "310", 2, quantity: "killed + wounded")).Quantity("wounded", QuantityKind.Fixed);

        Assert.Equal("a counts, b counts", Of(dossier));
    }

    [Fact]
    public void A_relay_that_replaces_by_quite_another_figure_is_warned_of_with_both_ways_out()
    {
        var (said, relayed) = (Said("a", "32", 1), Said("r", "330", 2, "tabloid"));
        var warning = Assert.Single(Fixed(said, relayed).Reconcile().Warnings, warning => warning.Code == "RC232");

        Assert.Equal("killed, 330 (ministry), reached the dossier through tabloid and replaces 32 (ministry, 1 March 2025) [a], which came more directly. If it is a revision, name [a] in its supersedes; if it was garbled on its way, give it the day of [a], and it no longer counts.", warning.Message);
        Assert.Equal(("claims[1].figure", "r"), (warning.Path, warning.ClaimId));
        Assert.Equal("a counts, r repeated a", Of(Fixed(said, Said("r", "330", 1, "tabloid"))));
        Assert.Empty(Fixed(said, relayed with { Supersedes = ["a"] }).Reconcile().Warnings);
    }

    [Theory]
    [InlineData("185", "dozens", true)]
    [InlineData("120", "dozens", true)]
    [InlineData("185", "120 to 150", true)]
    [InlineData("185", "170 to 190", false)]
    [InlineData("700 to 900", "800 to 1,500", false)]
    [InlineData("185", "150", false)]
    [InlineData("185", "at least 200", true)]
    [InlineData("97", "more than 100", true)]
    [InlineData("97", "fewer than 90", true)]
    [InlineData("at least 97", "at most 90", true)]
    [InlineData("97", "more than 90", false)]
    [InlineData("at least 97", "at least 120", false)]
    [InlineData("at most 97", "at most 90", false)]
    public void So_is_one_that_replaces_by_a_word_range_or_bound_that_does_not_hold_the_figure(string said, string relayed, bool isWarned) =>
        Assert.Equal(isWarned, Fixed(Said("a", said, 1), Said("r", relayed, 20, "tabloid")).Reconcile().Warnings.Any(warning => warning.Code == "RC232"));

    [Fact]
    public void A_relay_that_replaces_a_count_by_a_floor_above_it_is_warned_of()
    {
        var dossier = Fixed(Said("a", "97", 1) with { Basis = Basis.Count }, Said("r", "more than 100", 2, "wire"));

        Assert.Equal("a superseded r, r counts", Of(dossier));
        Assert.StartsWith("killed, more than 100 (ministry), reached the dossier through wire and replaces 97 (ministry, 1 March 2025) [a]", Assert.Single(dossier.Reconcile().Warnings, warning => warning.Code == "RC232").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_is_one_that_works()
    {
        var counted = Said("r", "330", 2, "tabloid") with { Basis = Basis.Count };
        Assert.EndsWith("if it was garbled on its way, leave it out.", Assert.Single(Fixed(Said("a", "32", 1), counted).Reconcile().Warnings, warning => warning.Code == "RC232").Message, StringComparison.Ordinal);
        Assert.Empty(Fixed(Said("a", "32", 1), Said("b", "33", 2), Said("r", "330", 3, "tabloid") with { Supersedes = ["b"] }).Reconcile().Warnings);
    }

    [Fact]
    public void Below_zero_figures_are_compared_by_their_size()
    {
        static Dossier Balance(string before, string after) => Dossier.Create().Quantity(new Quantity { Id = "killed", Min = null }).WithClaims([Said("a", before, 1), Said("r", after, 2, "tabloid")]);

        Assert.Empty(Balance("-100", "-110").Reconcile().Warnings);
        Assert.Contains(Balance("-100", "-1,500").Reconcile().Warnings, static warning => warning.Code == "RC232");
        Assert.Contains(Balance("-100", "100").Reconcile().Warnings, static warning => warning.Code == "RC232");
    }

    [Fact]
    public void Usual_revisions_are_not_warned_of()
    {
        Assert.Empty(Fixed(Said("a", "32", 1), Said("r", "60", 2, "tabloid")).Reconcile().Warnings);
        Assert.Empty(Fixed(Said("a", "32", 1), Said("r", "330", 2)).Reconcile().Warnings);
        Assert.Empty(Fixed(Said("a", "32", 1, "tabloid"), Said("r", "330", 2)).Reconcile().Warnings);
        Assert.Empty(Fixed(Said("a", "at least 32", 1), Said("r", "at least 330", 2, "tabloid")).Reconcile().Warnings);
    }

    [Fact]
    public void Of_several_figures_that_a_relay_replaces_the_latest_is_named()
    {
        var result = Fixed(Said("c", "30", 2), Said("a", "32", 1), Said("r", "330", 3, "tabloid")).Reconcile();

        Assert.Contains("replaces 30 (ministry, 2 March 2025) [c]", Assert.Single(result.Warnings, warning => warning.Code == "RC232").Message, StringComparison.Ordinal);
    }

    /// <summary>The order of the claims had decided which of two ways round a circle was taken.</summary>
    [Fact]
    public void Where_claims_replace_each_other_in_a_circle_their_order_changes_nothing()
    {
        static DateOnly March(int day) => new(2025, 3, day);
        Claim[] claims =
        [
            new() { Id = "a", Quantity = "wounded", Figure = Figure.Exactly(471), Source = "ministry", Reported = March(4) },
            new() { Id = "b", Quantity = "killed", Figure = Figure.Exactly(4700), Source = "red cross", Reported = March(11), Supersedes = ["a"] },
            new() { Id = "c", Quantity = "killed", Figure = Figure.Exactly(471), Source = "red cross", Via = ["radio"], AsOf = March(12), Reported = March(12) },
            new() { Id = "d", Quantity = "wounded", Figure = Figure.Exactly(410), Source = "ministry", Via = ["paper"], Reported = March(3), Supersedes = ["c"] },
        ];
        static string Outcomes(Claim[] claims) => string.Join(", ", Dossier.Create().WithClaims(claims).Reconcile().Verdicts.OrderBy(static verdict => verdict.Claim.Id, StringComparer.Ordinal).Select(static verdict => verdict.Outcome));

        foreach (var order in (int[][])[[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1], [0, 2, 1, 3]]) Assert.Equal(Outcomes(claims), Outcomes(Array.ConvertAll(order, i => claims[i])));
    }
}
