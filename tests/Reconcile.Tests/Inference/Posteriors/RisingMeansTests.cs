using System.Globalization;
using Reconcile.Tests.Seeds;
using Xunit;

namespace Reconcile.Tests.Inference.Posteriors;

public class RisingMeansTests
{
    [Fact]
    public void Best_values_of_a_long_series_follow_the_claims_to_the_end()
    {
        var random = new Random(5);
        var start = new DateOnly(2023, 1, 1);
        string[] ids = ["killed", "wounded", "casualties"];
        var dossier = ids.Aggregate(Dossier.Create(), static (all, id) => all.Quantity(id, QuantityKind.Total)).Relate("casualties = killed + wounded");
        var claims = Enumerable.Range(0, 400).Select(i =>
        {
            var (part, truth) = (i % 3, (double[])[1, 3, 4]);
            var value = Math.Round(truth[part] * (1000 + (5 * i)) * (0.96 + (0.08 * random.NextDouble())));
            return new Claim { Quantity = ids[part], Figure = Figure.About(value), Source = "root" + (i % 5).ToString(CultureInfo.InvariantCulture), AsOf = start.AddDays(i) };
        });
        var result = dossier.WithClaims(claims).Reconcile();

        Assert.InRange(result["killed"].Best!.Value, 2600, 3300);
        Assert.InRange(result["wounded"].Best!.Value, 7800, 9900);
        Assert.InRange(result["casualties"].Best!.Value, 10_400, 13_200);
        Assert.InRange(result["killed"].Series[0].Best!.Value, 900, 1150);
        Assert.All(result["casualties"].Series.Zip(result["killed"].Series, result["wounded"].Series), static day => Assert.True(day.First.Best is null || Math.Abs(day.First.Best.Value - day.Second.Best!.Value - day.Third.Best!.Value) < 1e-6));
        Assert.All(ids, id => Assert.Equal(result[id].Series.Select(point => point.Best).Where(best => best is not null).Order(), result[id].Series.Select(point => point.Best).Where(best => best is not null)));
    }

    /// <summary>Hundreds of pairs of equal days must not be explained by an error of all roots.</summary>
    [Fact]
    public void Roots_that_waver_keep_their_level()
    {
        var random = new Random(8);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total);
        for (var day = 0; day < 30; day++)
        {
            var said = Math.Round((140 + day) * (0.96 + (0.08 * random.NextDouble())));
            dossier = dossier.Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(said), Source = "root" + (day % 4).ToString(CultureInfo.InvariantCulture), AsOf = new DateOnly(2025, 2, 1).AddDays(day) });
        }

        var series = dossier.Reconcile()["killed"].Series;

        Assert.All(series, point =>
        {
            var truth = 140 + point.AsOf.DayNumber - new DateOnly(2025, 2, 1).DayNumber;
            Assert.InRange(point.Best!.Value, 0.94 * truth, 1.06 * truth);
        });
    }

    [Fact]
    public void A_sum_that_is_claimed_in_part_follows_its_claims()
    {
        var (first, last) = (new DateOnly(2025, 1, 15), new DateOnly(2025, 1, 27));
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = killed + wounded")
            .Claim("wounded", "about 134", "B", first).Claim("wounded", "298", "B", last).Claim("killed", "about 93", "B", last).Reconcile();

        Assert.InRange(result.On("wounded", "2025-01-15").Best!.Value, 130, 138);
        Assert.InRange(result["wounded"].Best!.Value, 290, 306);
        Assert.InRange(result["killed"].Best!.Value, 88, 98);
        Assert.InRange(result.On("killed", "2025-01-15").High!.Value, 93, 110);
    }

    /// <summary>A part that is told on the last day only, and so gives way before, does not hold the others down; nor does the sum.</summary>
    [Theory]
    [InlineData("wounded", 1100)]
    [InlineData("all", 1500)]
    public void A_part_that_is_claimed_day_by_day_is_what_was_said_whatever_gives_way_beside_it(string told, int value)
    {
        var start = new DateOnly(2025, 3, 1);
        foreach (var days in (int[])[4, 30])
        {
            var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = killed + wounded");
            for (var day = 0; day < days; day++) dossier = dossier.Claim("killed", Figure.Exactly(400.0 * (day + 1) / days), "ministry", start.AddDays(day));
            var result = dossier.Claim(told, Figure.Exactly(value), "hospitals", start.AddDays(days - 1)).Reconcile();

            Assert.All(result["killed"].Series.Select((point, day) => (point, day)), said => Assert.Equal(400.0 * (said.day + 1) / days, said.point.Best!.Value, 0.01 * said.point.Best!.Value));
            Assert.InRange(result["wounded"].Best!.Value, 1050, 1150);
            Assert.Equal(result["wounded"].Series.Select(point => point.Best).Order(), result["wounded"].Series.Select(point => point.Best));
        }
    }

    /// <summary>Before its first claim a total lies between nothing and that claim: there is its best value, not at the end of its range.</summary>
    [Fact]
    public void A_day_before_the_first_claim_has_its_best_value_inside_its_range()
    {
        var start = new DateOnly(2025, 3, 1);
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = killed + wounded")
            .Claim("killed", "100", "a", start).Claim("killed", "200", "a", start.AddDays(5)).Claim("killed", "220", "a", start.AddDays(10))
            .Claim("wounded", "300", "b", start.AddDays(5)).Claim("wounded", "600", "b", start.AddDays(10)).Reconcile();
        var first = result["wounded"].Series[0];

        Assert.InRange(first.Best!.Value, 120, 260);
        Assert.InRange((first.Best!.Value - first.Low!.Value) / (first.High!.Value - first.Low!.Value), 0.25, 0.75);
    }

    /// <summary>Parts of which only a share and an increment speak, on other days, are no parts of which nobody says anything: they do not share the sum equally.</summary>
    [Fact]
    public void Parts_that_are_told_on_other_days_do_not_bend_the_sum()
    {
        var start = new DateOnly(2025, 3, 10);
        var series = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = killed + wounded")
            .Source("ministry", Reliability.A).Claim("all", "235", "ministry", start.AddDays(3)).Claim("all", "370", "ministry", start.AddDays(8)).Claim("killed / all", "29 %", "ministry", start.AddDays(9))
            .Claim(new Claim { Quantity = "wounded", Figure = Figure.Parse("182"), Source = "ministry", During = new Period(start, start.AddDays(10)) }).Reconcile()["all"].Series;

        Assert.Equal(370, series.Single(day => day.AsOf == start.AddDays(8)).Best!.Value, 3.0);
        Assert.Equal(235, series.Single(day => day.AsOf == start.AddDays(3)).Best!.Value, 3.0);
    }

    /// <summary>A figure of long ago says nothing of the two that disagree now, whoever gave it.</summary>
    [Fact]
    public void Who_spoke_early_does_not_decide_the_last_day()
    {
        var start = new DateOnly(2025, 3, 1);
        double[] bests = [.. ((string[])["first", "second", "third"]).Select(early => Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "30", early, start).Claim("killed", "1130", "first", start.AddDays(8)).Claim("killed", "1004", "second", start.AddDays(16)).Reconcile()["killed"].Best!.Value)];

        Assert.InRange(bests.Max() - bests.Min(), 0, 15);
    }

    [Fact]
    public void A_floor_some_days_before_a_value_leaves_its_range_narrow()
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "at least 60", "B", new DateOnly(2025, 1, 28)).Claim("killed", "63", "B", new DateOnly(2025, 2, 3)).Reconcile();

        Assert.InRange(result["killed"].High!.Value, 63, 75);
        Assert.InRange(result["killed"].Low!.Value, 55, 63);
    }

    /// <summary>A wavering part is set equal on its days; what it limits follows.</summary>
    [Fact]
    public void Equal_days_keep_within_relations()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 20; trial++)
        {
            var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("hit", QuantityKind.Total).Relate("killed <= hit");
            for (var day = 0; day < 6; day++)
            {
                dossier = dossier
                    .Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(100 + random.Next(12)), Source = "r" + (day % 3), AsOf = new DateOnly(2025, 2, 1).AddDays(day) })
                    .Claim(new Claim { Quantity = "hit", Figure = Figure.About(100 + random.Next(12)), Source = "s" + (day % 2), AsOf = new DateOnly(2025, 2, 1).AddDays(day) });
            }

            var result = dossier.Reconcile();

            Assert.All(result["killed"].Series.Zip(result["hit"].Series), static day => Assert.True(day.First.Best <= day.Second.Best + 1e-6, $"{day.First.Best} > {day.Second.Best}"));
            Assert.Equal(result["killed"].Series.Select(day => day.Best).Order(), result["killed"].Series.Select(day => day.Best));
        }
    }

    /// <summary>Whole and other quantities in one sum: what rounding leaves goes where nothing falls.</summary>
    [Fact]
    public void A_total_does_not_fall_since_its_sum_is_whole()
    {
        var day = new DateOnly(2025, 1, 1);
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total)
            .Quantity(new Quantity { Id = "all", Kind = QuantityKind.Total, Whole = true }).Relate("all = killed + wounded")
            .Claim("wounded", "270", "S2", day.AddDays(4)).Claim("all", "130", "S1", day).Claim("wounded", "between 72 and 94", "S1", day)
            .Claim("wounded", "about 260", "S2", day.AddDays(26)).Claim("all", "419", "S2", day.AddDays(26)).Reconcile();

        Assert.All(["killed", "wounded", "all"], id => Assert.Equal(result[id].Series.Select(point => point.Best).Order(), result[id].Series.Select(point => point.Best)));
        Assert.All(result["all"].Series, point => Assert.Equal(Math.Round(point.Best!.Value), point.Best));
        Assert.All(result["all"].Series.Zip(result["killed"].Series, result["wounded"].Series), static days => Assert.Equal(days.First.Best!.Value, days.Second.Best!.Value + days.Third.Best!.Value, 1e-6));
    }
}
