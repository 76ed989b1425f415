using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Cases;

public class SilentDayTests
{
    /// <summary>3,549 on the 7th and 14,014 on the 9th, later 41,156: "more than 100" on the 8th lifted that day to 12,289, "more than 8,500" to 13,208.</summary>
    [Theory]
    [InlineData(100, 8_000, 10_500)]
    [InlineData(8_500, 8_700, 11_800)]
    [InlineData(12_000, 12_000, 13_500)]
    public void A_floor_between_two_values_of_a_total_does_not_lift_its_day_to_the_later_one(int floor, double least, double most)
    {
        var february = new DateOnly(2023, 2, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total);
        foreach (var (day, toll) in ((int, double)[])[(7, 3_549), (9, 14_014), (10, 20_213), (12, 29_605), (14, 35_418), (16, 38_044), (20, 41_156)])
        {
            dossier = dossier.Claim("killed", Figure.Exactly(toll), "agency", february.AddDays(day - 1));
        }

        var eighth = dossier.Claim("killed", Figure.AtLeast(floor), "agency", february.AddDays(7)).Reconcile()["killed"].Series[1];

        Assert.Equal(february.AddDays(7), eighth.AsOf);
        Assert.InRange(eighth.Best!.Value, least, most);
    }

    /// <summary>Of 9,012 + 5,105 + 3,100 = 17,217 only the sum is told again, ten days later: parts that may each only have risen had lifted it to 17,574, and where it is told on the later day alone to 17,902.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parts_of_which_nobody_speaks_any_more_do_not_lift_the_sum_that_is_told(bool isToldTwice)
    {
        var (first, last) = (new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 11));
        var sum = Dossier.Create().Quantity("total", QuantityKind.Total);
        var parts = sum.Quantity("north", QuantityKind.Total).Quantity("east", QuantityKind.Total).Quantity("west", QuantityKind.Total)
            .Relate("total = north + east + west")
            .Claim("north", "9,012", "ministry", first).Claim("east", "5,105", "ministry", first).Claim("west", "3,100", "ministry", first)
            .Claim("total", "17,217", "ministry", last);
        if (isToldTwice) parts = parts.Claim("total", "17,217", "ministry", first);

        var alone = sum.Claim("total", "17,217", "ministry", first).Claim("total", "17,217", "ministry", last).Reconcile()["total"].Best!.Value;
        Assert.InRange(parts.Reconcile()["total"].Best!.Value, alone - 100, alone + 100);
    }

    /// <summary>A rise of two per cent was expected of what stood still: two roots that said 253 on two days gave 251 and 255.</summary>
    [Fact]
    public void A_total_that_is_told_to_stand_still_stands_still()
    {
        var start = new DateOnly(2015, 4, 25);
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("army", Reliability.B).Source("police", Reliability.B)
            .Claim("killed", "253", "army", start).Claim("killed", "253", "police", start.AddDays(1)).Reconcile()["killed"];

        Assert.All(killed.Series, point => Assert.Equal(253, point.Best!.Value, 0.01));
    }

    /// <summary>Steps between the losses shared in the whole rise: after the first 100 the total lay anywhere between 64 and 264.</summary>
    [Fact]
    public void Between_losses_that_make_up_a_tally_a_total_hardly_rises()
    {
        var start = new DateOnly(2025, 1, 1);
        var dossier = Dossier.Create().Quantity("dead", QuantityKind.Total).Source("staff", Reliability.B).Claim("dead", "0", "staff", start).Claim("dead", "300", "staff", start.AddDays(30));
        foreach (var day in (int[])[10, 20, 30])
        {
            dossier = dossier.Claim(new Claim { Quantity = "dead", Figure = Figure.Parse("100"), Source = "staff", During = new Period(start.AddDays(day), start.AddDays(day)) });
        }

        var series = dossier.Reconcile()["dead"].Series;

        foreach (var (day, toll) in ((int, double)[])[(9, 0), (10, 100), (19, 100), (20, 200), (29, 200), (30, 300)])
        {
            var point = series.Single(one => one.AsOf == start.AddDays(day));
            Assert.InRange(point.Best!.Value, toll - 1, toll + 12);
            Assert.InRange(point.Low!.Value, toll - 25, toll);
            Assert.InRange(point.High!.Value, toll, toll + 40);
        }
    }

    /// <summary>One day beside an increment had all the room of the whole stretch: 1,838 for 1,000. And what an increment said of one day was spread over the year after it: 1,798 for 2,000.</summary>
    [Theory]
    [InlineData("exactly 0", "exactly 0", 1_000, 915, 1_095)]
    [InlineData("exactly 1,000", "exactly 0", 2_000, 1_820, 2_180)]
    [InlineData("exactly 0", "exactly 1,000", 2_000, 1_820, 2_180)]
    public void After_the_last_value_a_total_rises_as_increments_tell(string onTheNextDay, string inTheRest, double toll, double least, double most)
    {
        var start = new DateOnly(2025, 1, 1);
        Claim Rose(string figure, int from, int to) => new() { Quantity = "dead", Figure = Figure.Parse(figure), Source = "staff", During = new Period(start.AddDays(from), start.AddDays(to)) };
        var dead = Dossier.Create().Quantity("dead", QuantityKind.Total).Claim("dead", "exactly 1,000", "army", start).Claim(Rose(onTheNextDay, 1, 1)).Claim(Rose(inTheRest, 2, 364)).Reconcile()["dead"];

        Assert.InRange(dead.Best!.Value, toll - 10, toll + 10);
        Assert.InRange(dead.Low!.Value, least, toll);
        Assert.InRange(dead.High!.Value, toll, most);
    }

    /// <summary>1,190 from the 5th to the 7th had drawn 503 of the 4th down to 361, since what it told of the 5th left nothing of the rise from 142.</summary>
    [Theory]
    [InlineData(1_190, 7)]
    [InlineData(4_010, 11)]
    public void An_increment_that_reaches_beyond_the_last_value_leaves_the_days_before_it_as_they_are_said(double rise, int last)
    {
        static DateOnly Day(int day) => new(2025, 1, day);
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("ministry", Reliability.B)
            .Claim("killed", "142", "ministry", Day(2)).Claim("killed", "503", "ministry", Day(4)).Claim("killed", "551", "ministry", Day(5))
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(rise), Source = "ministry", During = new Period(Day(5), Day(last)) })
            .Reconcile()["killed"];

        foreach (var (point, said) in killed.Series.Zip([142, 503, 551, 503 + rise])) Assert.InRange(point.Best!.Value, 0.99 * said, 1.01 * said);
    }

    /// <summary>"At least 12" on the first day had drawn 2,000 on the second down to 1,655.</summary>
    [Property]
    public void A_floor_before_the_first_value_of_a_total_does_not_draw_it_down(PositiveInt days, Reliability grade, byte part)
    {
        var first = new DateOnly(2025, 1, 1);
        var said = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("root", grade).Source("police", Reliability.A).Claim("killed", "2,034", "root", first.AddDays(days.Get));
        var floor = Math.Round(0.9 * 2_034 * (part + 1) / 256);

        var with = said.Claim("killed", Figure.AtLeast(floor), "police", first).Reconcile()["killed"].Best!.Value;

        // A floor that comes near the value says that the value is no less.
        Assert.InRange(with / said.Reconcile()["killed"].Best!.Value, 0.97, part < 80 ? 1.03 : 1.15);
    }

    /// <summary>Both figures hold only at the ends of their errors, between which lay 8,040 to 8,044.</summary>
    [Fact]
    public void Where_claims_hardly_hold_together_a_day_before_them_is_not_told_to_the_unit()
    {
        var first = new DateOnly(2025, 1, 11);
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Source("ministry", Reliability.B).Source("agency", Reliability.A).Source("paper", Reliability.D)
            .Claim("killed", "7,661", "ministry", first).Claim("killed", "8,297", "agency", first.AddDays(6))
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(76), Source = "paper", During = new Period(first, first.AddDays(6)) })
            .Reconcile()["killed"];

        Assert.All(killed.Series, static point => Assert.True(point.High - point.Low > 100));
    }

    /// <summary>Of 855 killed 256 were women; when the killed were 859 a week later, the women had become 338.</summary>
    [Theory]
    [InlineData(859, 256, 262)]
    [InlineData(1_700, 260, 500)]
    public void Of_days_on_which_nobody_tells_a_part_it_grows_not_much_faster_than_its_whole(double later, double least, double most)
    {
        var (first, last) = (new DateOnly(2025, 1, 20), new DateOnly(2025, 1, 28));
        var women = Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("killed", QuantityKind.Total).Relate("women <= killed")
            .Claim("women", "256", "hospitals", first).Claim("killed", "855", "police", first).Claim("killed", Figure.Exactly(later), "police", last)
            .Reconcile()["women"];

        Assert.InRange(women.Best!.Value, least, most);
    }

    /// <summary>"At least 75" three days after 785 had drawn these down to 699.</summary>
    [Theory]
    [InlineData("at least 75")]
    [InlineData("more than 500")]
    public void A_floor_after_the_last_value_of_a_stock_does_not_draw_it_down(string floor)
    {
        var day = new DateOnly(2025, 1, 7);
        var held = Dossier.Create().Quantity("held", QuantityKind.Stock).Claim("held", "785", "agency", day).Claim("held", floor, "police", day.AddDays(3)).Reconcile()["held"];

        Assert.InRange(held.Series[0].Best!.Value, 775, 800);
    }

    /// <summary>What stands at 0, is far larger, or is told to have risen besides, says nothing of the pace of a part.</summary>
    [Fact]
    public void A_total_follows_only_what_is_like_it()
    {
        static DateOnly Day(int day) => new DateOnly(2025, 1, 1).AddDays(day);
        var pair = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("killed <= all");

        Assert.InRange(pair.Claim("killed", "0", "a", Day(1)).Claim("killed", "10", "a", Day(4)).Claim("all", "0", "b", Day(0)).Claim("all", "0", "b", Day(1)).Claim("all", "12", "b", Day(4)).Reconcile()["killed"].Best!.Value, 9, 11);
        Assert.True(pair.Claim("killed", "100", "a", Day(0)).Claim("all", "10,000", "a", Day(0)).Claim("all", "10,000", "a", Day(59)).Reconcile()["killed"].High > 200);
        Assert.InRange(pair.Claim("killed", "256", "a", Day(0)).Claim("killed", "at least 290", "b", Day(7)).Claim("all", "855", "a", Day(0)).Claim("all", "859", "a", Day(7)).Reconcile()["killed"].High!.Value, 300, 500);
    }
}
