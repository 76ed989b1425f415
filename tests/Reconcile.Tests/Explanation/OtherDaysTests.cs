using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>What was said of other days is a witness to the day that is printed only where it says so.</summary>
public class OtherDaysTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_older_figure_of_a_root_takes_nothing_away_from_its_newest(bool hasOlder)
    {
        var dossier = Total("a", "b").Claim("killed", "1,003", "a", Day(5)).Claim("killed", "1,003", "b", Day(6));
        var killed = (hasOlder ? dossier.Claim("killed", "700", "a", Day(1)) : dossier).Reconcile()["killed"];

        Assert.Equal((2, Confidence.Moderate), (killed.Roots, killed.Confidence));
        Assert.Equal(["+1 two independent roots agree: a and b"], killed.Reasons);
    }

    [Fact]
    public void A_total_that_grew_since_does_not_agree_with_what_it_was()
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "900", "gov", Day(15)).Claim("killed", "1,000", "ngo", Day(31)).Reconcile()["killed"];

        Assert.Equal(2, killed.Roots);
        Assert.Equal(["±0 no two roots say the same of that day: gov and ngo"], killed.Reasons);
    }

    /// <summary>A stock that fell by half is no longer what anybody said.</summary>
    [Fact]
    public void What_lies_beyond_the_error_of_an_old_figure_is_no_value_of_that_day()
    {
        var sheltered = Dossier.Create().Quantity("sheltered", QuantityKind.Stock).Source("iom", Reliability.B).Source("gov", Reliability.C)
            .Claim("sheltered", "1,050,000", "iom", Day(31)).Claim("sheltered", "900,000", "gov", Day(31)).Claim("sheltered", "1,310,000", "iom", Day(121)).Reconcile()["sheltered"];

        Assert.Equal(2, sheltered.Roots);
        Assert.Equal(["−1 one root only gives a value for that day: iom"], sheltered.Reasons);
    }

    [Fact]
    public void Of_what_one_root_said_of_another_day_and_still_fits_the_day_is_named()
    {
        var missing = Dossier.Create().Relate("aboard = dead + missing").Quantity("aboard", QuantityKind.Fixed).Quantity("dead", QuantityKind.Total).Quantity("missing", QuantityKind.Stock).Source("guard", Reliability.B).Source("staff", Reliability.C)
            .Claim("aboard", "295", "guard", Day(18)).Claim("dead", "4", "guard", Day(16)).Claim("dead", "9", "guard", Day(17)).Claim("dead", "28", "guard", Day(18))
            .Claim("missing", "nearly 300", "staff", Day(16)).Claim("missing", "287", "guard", Day(17)).Reconcile()["missing"];

        Assert.Equal(Day(18), missing.AsOf);
        Assert.Contains("−1 one root only gives a value that fits that day, of 16 January 2025: staff", missing.Reasons);
    }

    [Fact]
    public void What_somebody_states_of_another_day_nobody_states_of_that_day()
    {
        var released = Dossier.Create().Relate("held = detained - released")
            .Quantity("detained", QuantityKind.Total).Quantity("released", QuantityKind.Total).Quantity("held", QuantityKind.Stock)
            .Claim("detained", "7,000", "gov", Day(13)).Claim("held", "1,200", "gov", Day(13)).Claim("released", "more than 2,000", "minister", Day(14)).Reconcile()["released"];

        Assert.Equal(Day(13), released.AsOf);
        Assert.Contains("−1 nobody states it of that day: it follows from the relations", released.Reasons);
    }

    /// <summary>They contradict each other, and neither said a third of what is printed.</summary>
    [Fact]
    public void Roots_agree_on_nothing_that_none_of_them_said()
    {
        var wounded = Dossier.Create().Source("e", Reliability.E).Source("d", Reliability.D).Relate("casualties = killed + wounded")
            .Quantity("killed", QuantityKind.Stock).Quantity("wounded", QuantityKind.Stock).Quantity("casualties", QuantityKind.Stock)
            .Claim("wounded", "1,754", "e", Day(4)).Claim("wounded", "2,757", "d", Day(4)).Claim("casualties", "687", "e", Day(7)).Reconcile()["wounded"];

        Assert.Equal(Day(7), wounded.AsOf);
        Assert.DoesNotContain(wounded.Reasons, reason => reason.StartsWith('+'));
        Assert.Contains("−1 nobody states it of that day: it follows from the relations", wounded.Reasons);
    }

    [Fact]
    public void What_was_counted_on_an_earlier_day_was_not_counted_where_it_has_grown_since()
    {
        var women = Counted().Claim("killed", "355", "a", Day(20)).Claim("killed", "859", "a", Day(28)).Reconcile()["women"];

        Assert.True(women.Best > 270, women.ToString());
        Assert.Equal(["−1 one root only: a", "−1 nobody states it of that day: it follows from what is said of other days, and from the relations"], women.Reasons);
    }

    [Fact]
    public void Who_confirms_what_nobody_counted_does_not_lower_the_confidence()
    {
        var dossier = Counted().Source("n", Reliability.B).Claim("killed", "355", "a", Day(20)).Claim("killed", "859", "a", Day(28));
        var before = dossier.Reconcile()["women"];
        var after = dossier.Claim("women", Figure.About(Math.Round(before.Best!.Value)), "n", Day(28)).Reconcile()["women"];

        Assert.True(after.Confidence >= before.Confidence, $"{before} became {after}");
    }

    [Fact]
    public void A_count_of_the_day_before_is_one_where_nothing_has_changed()
    {
        var women = Counted().Source("b", Reliability.B).Claim("women", "256", "b", Day(21)).Reconcile()["women"];

        Assert.Equal(["+1 two independent roots agree: a and b", "+1 counted by a reliable root: a"], women.Reasons);
    }

    [Theory]
    [InlineData("405", true)]
    [InlineData("425", false)]
    public void A_count_that_does_not_hold_the_printed_value_does_not_support_it(string other, bool isCounted)
    {
        var count = new Claim { Quantity = "killed", Figure = Figure.Exactly(405), Source = "hospital", Basis = Basis.Count };
        var dossier = Dossier.Create().Source("hospital", Reliability.B).Claim(count);
        foreach (var root in (string[])["a", "b", "c", "d", "e", "f"]) dossier = dossier.Source(root, Reliability.A).Claim("killed", other, root);
        var killed = dossier.Reconcile()["killed"];

        Assert.Equal(isCounted, killed.Reasons.Contains("+1 counted by a reliable root: hospital"));
    }

    /// <summary>0, 3, 0, 1 and 2 are 6.</summary>
    [Theory]
    [InlineData("2", "+1 two independent roots agree: a and b")]
    [InlineData(null, "−1 one root only: b")]
    public void What_a_root_said_last_and_its_increments_since_are_what_it_says_of_the_day(string? last, string reason)
    {
        var dossier = Total("a").Source("b", Reliability.C).Claim("killed", "exactly 0", "a", Day(0)).Claim("killed", "6", "b", Day(4));
        foreach (var (day, figure) in ((int, string?)[])[(1, "3"), (2, "0"), (3, "1"), (4, last)])
        {
            if (figure is not null) dossier = dossier.Claim(new Claim { Quantity = "killed", Figure = Figure.Parse(figure), Source = "a", Reported = Day(day), During = new Period(Day(day), Day(day)) });
        }

        Assert.Equal([reason], dossier.Reconcile()["killed"].Reasons);
    }

    [Fact]
    public void A_floor_of_the_day_before_that_hardly_informs_a_total_is_no_second_root()
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("a", Reliability.C).Source("d", Reliability.D)
            .Claim("killed", "at least 12", "a", Day(6)).Claim("killed", "2,000", "d", Day(7)).Reconcile()["killed"];

        Assert.Equal(["−1 one root only: d", "−1 no root is better than grade D"], killed.Reasons);
    }

    [Fact]
    public void Those_who_tell_most_of_a_total_by_what_it_grew_by_are_named()
    {
        var dossier = Total("a").Source("b", Reliability.E).Claim("killed", "about 100", "b", Day(1));
        var grew = new Claim { Quantity = "killed", Figure = Figure.Exactly(5_000), Source = "a", Reported = Day(3), During = new Period(Day(2), Day(3)) };
        var killed = dossier.Claim(grew).Claim("killed", "hundreds", "b", Day(1)).Claim("killed", "about 5,000", "b", Day(3)).Reconcile()["killed"];

        Assert.Contains("±0 what a says of what it grew by weighs more than what b says of it", killed.Reasons);
    }

    private static DateOnly Day(int day) => new DateOnly(2024, 12, 31).AddDays(day);

    private static Dossier Total(params string[] roots) => roots.Aggregate(Dossier.Create().Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Whole = true }), static (dossier, root) => dossier.Source(root, Reliability.B));

    /// <summary>Of the killed 256 women were counted on 20 January.</summary>
    private static Dossier Counted() => Dossier.Create().Source("a", Reliability.A).Relate("women <= killed")
        .Quantity(new Quantity { Id = "women", Kind = QuantityKind.Total, Whole = true }).Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Whole = true })
        .Claim(new Claim { Quantity = "women", Figure = Figure.Parse("256"), Source = "a", Reported = Day(20), Basis = Basis.Count });
}
