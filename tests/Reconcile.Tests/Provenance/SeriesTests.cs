using System.Globalization;
using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class SeriesTests
{
    /// <summary>The rule "a later lower figure deletes earlier higher ones" would delete all 365 before the stray one.</summary>
    [Fact]
    public void One_stray_low_number_costs_none_of_380_rising_figures()
    {
        var claims = Enumerable.Range(0, 380).Select(day => Said(Name(day), day == 365 ? "150" : Number(10_000 + (25 * day)), day + 1)).ToArray();

        var standings = Of(Total(claims));

        Assert.Equal(380, standings.Split(" counts").Length - 1);
    }

    [Fact]
    public void A_stray_high_number_was_revised_by_the_next_figure_below_it()
    {
        var claims = Enumerable.Range(0, 380).Select(day => Said(Name(day), day == 200 ? "150,001" : Number(10_001 + (25 * day)), day + 1)).ToArray();

        var standings = Of(Total(claims));

        Assert.Contains("d200 superseded d201", standings, StringComparison.Ordinal);
        Assert.Equal(379, standings.Split(" counts").Length - 1);
    }

    [Fact]
    public void A_root_that_corrects_its_series_downward_replaces_what_is_above() =>
        Assert.Equal(
            "a counts, b superseded d, c superseded d, d counts, e counts, f counts",
            Of(Total(Said("a", "101", 1), Said("b", "151", 2), Said("c", "153", 3), Said("d", "121", 4), Said("e", "131", 5), Said("f", "141", 6))));

    [Fact]
    public void What_is_taken_at_its_word_need_not_fall() =>
        Assert.Equal("a counts, b counts", Of(Total(Said("a", "about 4,000", 1), Said("b", "3,900", 2))));

    [Fact]
    public void Of_two_figures_the_later_is_kept() => Assert.Equal("a superseded b, b counts", Of(Total(Said("a", "290", 1), Said("b", "253", 2))));

    [Fact]
    public void A_ceiling_below_an_earlier_floor_replaces_it() =>
        Assert.Equal("a superseded b, b counts", Of(Total(Said("a", "at least 400", 1), Said("b", "at most 300", 2))));

    [Fact]
    public void Increments_projections_and_undated_figures_are_no_part_of_it()
    {
        var increment = Said("i", "5", 9) with { During = new Period(Day(1), Day(8)) };
        var projection = Said("p", "7", 3, asOf: 20) with { Basis = Basis.Projection };

        Assert.Equal("a counts, i counts, p counts, u counts", Of(Total(Said("a", "290", 1), increment, projection, Said("u", "6"))));
    }

    [Fact]
    public void Figures_of_one_day_do_not_count_against_one_another() =>
        Assert.Equal("a counts, b counts, c counts", Of(Total(Said("a", "301", 1), Said("b", "411", 2), Said("c", "401", 2))));

    [Fact]
    public void Other_roots_and_stocks_may_fall()
    {
        Assert.Equal("a counts, b counts", Of(Total(Said("a", "290", 1), Said("b", "253", 2, source: "police"))));
        Assert.Equal("a counts, b counts", Of(Stock(Said("a", "290", 1), Said("b", "253", 2))));
    }

    [Fact]
    public void A_relay_is_folded_before_the_series_is_judged() =>
        Assert.Equal("a counts, r repeated a, b counts", Of(Total(Said("a", "253", 1), Said("r", "2,530", 1, via: "paper"), Said("b", "290", 2))));

    private static string Name(int day) => "d" + day.ToString(CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
