using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class MovementsTests
{
    private static readonly DateOnly Start = new(2025, 3, 1);

    /// <summary>A floor or ceiling says that a stock has moved as well as a value does: what was said of other days stays what it was.</summary>
    [Theory]
    [InlineData("at least 1,500")]
    [InlineData("at least 5,000")]
    [InlineData("at most 500")]
    [InlineData("at most 10")]
    public void A_stock_may_have_moved_to_a_floor_or_ceiling(string figure)
    {
        var result = Stock().Claim("troops", "1000", "a", Start).Claim("troops", "1010", "b", Start.AddDays(1)).Claim("troops", "1000", "a", Start.AddDays(2))
            .Claim("troops", "1005", "b", Start.AddDays(3)).Claim("troops", figure, "c", Start.AddDays(4)).Reconcile();

        Assert.Empty(result.Disputes);
        Assert.All(result["troops"].Series.Take(4), day => Assert.InRange(day.Best!.Value, 980, 1030));
        Assert.All(result["troops"].Series.Skip(4), day => Assert.True(day.Best is null || day.Best < 520, $"{day.Best}"));
    }

    [Fact]
    public void A_stock_may_have_been_elsewhere_between_two_days_on_which_it_was_the_same()
    {
        var result = Stock().Claim("troops", "1000", "a", Start).Claim("troops", "at least 5,000", "c", Start.AddDays(4)).Claim("troops", "1000", "a", Start.AddDays(8)).Reconcile();

        Assert.InRange(result["troops"].Best!.Value, 980, 1020);
        Assert.InRange(result["troops"].Series[1].Best!.Value, 4800, 7000);
    }

    /// <summary>A floor that the way between two values keeps to anyway says nothing of where on it the stock moved.</summary>
    [Fact]
    public void A_floor_that_holds_anyway_changes_no_step()
    {
        var values = Stock().Claim("troops", "1000", "a", Start).Claim("troops", "3000", "a", Start.AddDays(8));
        var floored = values.Claim("troops", "at least 900", "c", Start.AddDays(4)).Reconcile()["troops"];

        Assert.Equal(values.Reconcile()["troops"].Best!.Value, floored.Best!.Value, 25.0);
        Assert.InRange(floored.Series[1].Best!.Value, 1500, 2200);
    }

    /// <summary>Steps are expected to be as wide as the claims moved: an error of the source near 1 must not take them away.</summary>
    [Theory]
    [InlineData(Reliability.C, 80)]
    [InlineData(Reliability.E, 6)]
    [InlineData(Reliability.E, 24)]
    public void A_source_that_often_speaks_of_a_stock_is_not_explained_away(Reliability grade, int weeks)
    {
        var dossier = Stock().Source("a", grade);
        for (var week = 0; week < weeks; week++) dossier = dossier.Claim("troops", Figure.About(Said(week)), "a", Start.AddDays(7 * week));
        var series = dossier.Reconcile()["troops"].Series;

        Assert.All(series.Select((day, week) => (day, week)), said => Assert.InRange(said.day.Best!.Value / Said(said.week), 0.85, 1.25));
        static double Said(int week) => 100 * Math.Round(1000 * Math.Pow(0.97, week));
    }

    [Fact]
    public void A_source_that_leans_is_not_explained_away_either()
    {
        var dossier = Stock().Interest(new Interest { Source = "boaster", Tends = Tendency.Overstate });
        for (var week = 0; week < 12; week++) dossier = dossier.Claim("troops", Figure.About(1000 * Math.Round(100 * Math.Pow(0.9, week))), "boaster", Start.AddDays(7 * week));
        var series = dossier.Reconcile()["troops"].Series;

        Assert.All(series, day => Assert.InRange((day.Best!.Value - day.Low!.Value) / (day.High!.Value - day.Low!.Value), 0.2, 0.8));
        Assert.True(series[0].Best > 2 * series[^1].Best);
    }

    [Fact]
    public void A_stock_moves_as_far_as_its_parts_say()
    {
        var result = Dossier.Create().Quantity("refugees", QuantityKind.Stock).Quantity("camps", QuantityKind.Stock).Quantity("host", QuantityKind.Stock).Relate("refugees = camps + host")
            .Claim("refugees", "1000", "agency", Start).Claim("camps", "800", "hosts", Start.AddDays(7)).Claim("host", "1200", "hosts", Start.AddDays(7)).Reconcile();

        Assert.InRange(result["camps"].Best!.Value, 720, 880);
        Assert.InRange(result["host"].Best!.Value, 1080, 1320);
        Assert.InRange(result["refugees"].Series[0].Best!.Value, 900, 1150);
    }

    /// <summary>The error of a root has one size for all days of a stock; a figure far above it has the rest of its error to itself.</summary>
    [Theory]
    [InlineData(QuantityKind.Stock)]
    [InlineData(QuantityKind.Total)]
    public void The_last_figure_of_what_grew_a_hundredfold_is_as_uncertain_as_alone(QuantityKind kind)
    {
        var alone = Dossier.Create().Source("a", Reliability.D).Quantity("troops", kind).Claim("troops", "exactly 10,000", "a", Start.AddDays(100));
        var grown = alone.Claim("troops", "exactly 100", "a", Start).Reconcile()["troops"];
        var (one, two) = (alone.Reconcile()["troops"], grown);

        Assert.InRange((two.High!.Value - two.Low!.Value) / (one.High!.Value - one.Low!.Value), 0.9, 1.1);
    }

    [Theory]
    [InlineData(1_500)]
    [InlineData(2_000)]
    [InlineData(3_900)]
    [InlineData(4_100)]
    [InlineData(10_000)]
    public void A_boast_of_a_stock_that_grew_is_no_more_certain_than_alone(double said)
    {
        var dossier = Stock().Source("boaster", Reliability.C).Interest(new Interest { Source = "boaster", Tends = Tendency.Overstate }).Claim("troops", Figure.Parse($"{said}"), "boaster", Start.AddDays(19));
        var alone = dossier.Reconcile()["troops"];
        var grown = dossier.Claim("troops", "1,000", "boaster", Start).Reconcile()["troops"];

        Assert.InRange(grown.Best!.Value / alone.Best!.Value, 0.9, 1.1);
        Assert.InRange((grown.High!.Value - grown.Low!.Value) / (alone.High!.Value - alone.Low!.Value), 0.9, 1.3);
    }

    /// <summary>Of camps only a share was told, on the day before: a stock drifts from there all the same.</summary>
    [Theory]
    [InlineData("camps / idp", "a fifth", 9_500, 10_500)]
    [InlineData("camps", "up to 12,000", 5_000, 12_000)]
    public void A_stock_of_which_nobody_gives_the_value_stays_near_where_it_was(string subject, string figure, double least, double most)
    {
        var result = Dossier.Create().Quantity("idp", QuantityKind.Stock).Quantity("camps", QuantityKind.Stock).Quantity("hosts", QuantityKind.Stock).Relate("idp = camps + hosts")
            .Claim("idp", "50,000", "iom", Start).Claim(subject, figure, "iom", Start).Claim("idp", "50,000", "iom", Start.AddDays(1)).Reconcile();

        Assert.All(result["camps"].Series, day => Assert.InRange(day.Best!.Value, least, most));
        Assert.True(result["camps"].High < 14_000);
    }

    [Fact]
    public void A_total_of_which_nobody_speaks_does_not_hold_up_a_stock()
    {
        var result = Dossier.Create().Quantity("troops", QuantityKind.Stock).Quantity("arrived", QuantityKind.Total).Quantity("reserve", QuantityKind.Stock).Relate("troops = arrived + reserve")
            .Claim("troops", "55,000", "a", Start).Claim("troops", "20,000", "c", Start.AddDays(100)).Reconcile();

        Assert.InRange(result["troops"].Series[0].Best!.Value, 54_000, 56_000);
        Assert.InRange(result["troops"].Best!.Value, 19_000, 21_500);
    }

    /// <summary>Steps are as wide as the rise of all days; between two near claims the best value lies between them all the same.</summary>
    [Fact]
    public void A_silent_day_does_not_take_the_value_of_the_next_claim_when_the_total_later_soars()
    {
        var series = Dossier.Create().Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Min = 0 }).Source("a", Reliability.B).Source("c", Reliability.C)
            .Claim("killed", "100", "a", Start).Claim("killed", "at most 5000", "c", Start.AddDays(2)).Claim("killed", "200", "a", Start.AddDays(14)).Claim("killed", "1000", "a", Start.AddDays(44))
            .Reconcile()["killed"].Series;

        Assert.InRange(series[1].Best!.Value, 105, 185);
    }

    private static Dossier Stock() => Dossier.Create().Quantity("troops", QuantityKind.Stock);

    /// <summary>What a ceiling cuts off is no growth: expected again, and cut again, it would fill the whole way up to the ceiling, the higher the farther.</summary>
    [Theory]
    [InlineData("up to 50,000")]
    [InlineData("up to 1,000,000")]
    [InlineData("1,000 to 1 million")]
    [InlineData("between 3,000 and 100,000")]
    public void A_loose_bound_after_the_last_count_of_a_total_does_not_become_the_estimate(string bound)
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "6,795", "a", Start).Claim("killed", bound, "b", Start.AddDays(53)).Reconcile()["killed"];

        Assert.InRange(killed.Best!.Value, 6_795, 14_000);
        Assert.InRange(6_795, killed.Low!.Value, killed.High!.Value);
    }

    /// <summary>What a floor cuts off is no growth either: nobody said 1,400 where 200 was counted, then at least 400, at most 2,000.</summary>
    [Fact]
    public void A_floor_after_the_last_count_of_a_total_raises_it_by_little_more_than_itself()
    {
        double? before = null;
        for (var floor = 200; floor <= 400; floor += 5)
        {
            var best = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "100", "a", Start).Claim("killed", "200", "a", Start.AddDays(30))
                .Claim("killed", $"at least {floor}", "b", Start.AddDays(45)).Claim("killed", "up to 2,000", "b", Start.AddDays(60)).Reconcile()["killed"].Best!.Value;

            Assert.True(best < floor + 100, $"{best} for {floor}");
            if (before is { } last) Assert.InRange(best - last, -5, 20);
            before = best;
        }
    }

    /// <summary>Two sources that differ on the share of a day do not show that anything moved, in whichever order they stand.</summary>
    [Fact]
    public void Shares_of_several_sources_show_the_same_movement_forwards_and_backwards()
    {
        Estimate Of(string[] first, string[] second)
        {
            var dossier = Stock().Quantity("engaged", QuantityKind.Stock).Claim("troops", "50,000", "a", Start).Claim("troops", "50,000", "a", Start.AddDays(20));
            for (var i = 0; i < 2; i++) dossier = dossier.Claim("engaged / troops", first[i], $"s{i}", Start).Claim("engaged / troops", second[i], $"s{i}", Start.AddDays(20));
            return dossier.Reconcile()["engaged"];
        }

        var (onward, back) = (Of(["20 %", "22 %"], ["24 %", "26 %"]), Of(["24 %", "26 %"], ["20 %", "22 %"]));
        Assert.Equal(onward.Series[0].High!.Value - onward.Series[0].Low!.Value, back.Series[1].High!.Value - back.Series[1].Low!.Value, 1e-3 * onward.Best!.Value);
        Assert.Equal(onward.Series[1].High!.Value - onward.Series[1].Low!.Value, back.Series[0].High!.Value - back.Series[0].Low!.Value, 1e-3 * onward.Best!.Value);
    }

    [Fact]
    public void A_far_maximum_of_a_stock_does_not_make_it_move()
    {
        Estimate Of(double? most) => Dossier.Create().Quantity(new Quantity { Id = "troops", Kind = QuantityKind.Stock, Max = most })
            .Claim("troops", "at least 2,800", "a", Start).Claim("troops", "at least 6,700", "b", Start.AddDays(42)).Claim("troops", "up to 30,000", "c", Start.AddDays(100)).Reconcile()["troops"];

        var (near, far) = (Of(null), Of(1e9));
        Assert.Equal(near.Best!.Value, far.Best!.Value, 0.05 * near.Best!.Value);
        Assert.Equal(near.High!.Value, far.High!.Value, 0.05 * near.High!.Value);
    }

    /// <summary>Below 0 a range is as wide as its mirror image above.</summary>
    [Fact]
    public void A_stock_below_zero_mirrors_one_above()
    {
        Estimate Of(int sign)
        {
            Figure Range(double near, double far) => sign > 0 ? Figure.Between(near, far) : Figure.Between(-far, -near);
            return Dossier.Create().Quantity(new Quantity { Id = "balance", Kind = QuantityKind.Stock, Min = null })
                .Claim("balance", Range(265, 446), "a", Start).Claim("balance", Range(267, 327), "b", Start.AddDays(26)).Claim("balance", Range(100, 900), "c", Start.AddDays(26)).Reconcile()["balance"];
        }

        var (above, below) = (Of(1), Of(-1));
        Assert.All(above.Series.Zip(below.Series), day => Assert.Equal(day.First.Best!.Value, -day.Second.Best!.Value, 0.1));
        Assert.All(above.Series.Zip(below.Series), day => Assert.Equal(day.First.High!.Value, -day.Second.Low!.Value, 0.1));
    }

    /// <summary>A share tells nothing of how large its parts are, however far it moved.</summary>
    [Theory]
    [InlineData("15 %")]
    [InlineData("12 %")]
    [InlineData("8 %")]
    [InlineData("4 %")]
    [InlineData("0.5 %")]
    public void A_share_that_moved_does_not_draw_its_parts_to_small_numbers(string earlier)
    {
        var result = Dossier.Create().Quantity("unemployed", QuantityKind.Stock).Quantity("workers", QuantityKind.Stock)
            .Claim("unemployed / workers", earlier, "a", Start).Claim("unemployed / workers", "15 %", "b", Start.AddDays(35)).Claim("unemployed", "10 to 100", "c", Start.AddDays(35)).Reconcile();

        Assert.InRange(result["unemployed"].Best!.Value, 30, 65);
        Assert.InRange(result["workers"].Best!.Value, 200, 450);
    }
}
