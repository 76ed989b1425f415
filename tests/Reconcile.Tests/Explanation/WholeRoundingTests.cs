using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>Sums of quantities of which only some are whole still add up.</summary>
public class WholeRoundingTests
{
    [Fact]
    public void A_part_that_is_not_whole_takes_up_what_rounding_the_total_leaves_over()
    {
        var result = Losses(whole: ["casualties"]).Claim("casualties", "350–531", source: "B").Claim("killed", "about 41.3", source: "A").Reconcile();

        AssertAddsUp(result);
        Assert.Equal(Math.Round(result["casualties"].Best!.Value), result["casualties"].Best!.Value);
    }

    [Fact]
    public void What_is_left_between_whole_quantities_is_whole()
    {
        var result = Losses(whole: ["casualties", "killed", "wounded"]).Claim("captured", "4–7", source: "D").Claim("casualties", "11–20", source: "D").Reconcile();

        AssertAddsUp(result);
        Assert.Equal(Math.Round(result["captured"].Best!.Value), result["captured"].Best!.Value);
    }

    [Fact]
    public void Whole_and_finer_numbers_add_up_in_print()
    {
        var result = Losses(whole: ["killed"]).Claim("captured", "270", source: "A").Claim("killed", "about 1,700", source: "B").Claim("wounded", "about 3,621", source: "C").Reconcile();

        AssertAddsUp(result);
    }

    [Fact]
    public void A_small_number_between_two_close_limits_keeps_its_digits_in_print()
    {
        var result = Dossier.Create()
            .Relate("troops ~= 3000 * brigades within 20 %")
            .Relate("engaged = 0.5 * troops")
            .Claim("engaged", "20,000–40,000", source: "A")
            .Claim("engaged", "at most 500", source: "B")
            .Reconcile();

        // About 790 troops are a quarter of a brigade; 0 or 1 brigade would break the relation.
        var (troops, brigades) = (result["troops"].Printed.Best!.Value, result["brigades"].Printed.Best!.Value);
        Assert.InRange(troops / (3_000 * brigades), 0.8, 1.2);
        Assert.Matches(@"^brigades: 0\.\d{1,2} \(", result["brigades"].ToString());
    }

    private static void AssertAddsUp(Reconciliation result)
    {
        double Rest(Func<Estimate, double?> read) => (read(result["casualties"]) - read(result["killed"]) - read(result["wounded"]) - read(result["captured"]))!.Value;
        Assert.Equal(0, Rest(estimate => estimate.Best), 1e-9);
        Assert.Equal(0, Rest(estimate => estimate.Printed.Best), 1e-9);
    }

    private static Dossier Losses(params string[] whole)
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded + captured");
        foreach (var id in (string[])["killed", "wounded", "captured", "casualties"]) dossier = dossier.Quantity(new Quantity { Id = id, Whole = whole.Contains(id) });
        return dossier;
    }

    /// <summary>A brigade more or less would be 3,000 troops: the fraction says what is known.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_others_depend_on_by_a_factor_is_not_rounded(bool areTroopsWhole)
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "brigades", Whole = true }).Quantity(new Quantity { Id = "troops", Whole = areTroopsWhole })
            .Relate("troops = 3000 * brigades").Claim("troops", "4,300", "a").Claim("troops", "4,250", "b").Reconcile();

        Assert.InRange(result["troops"].Best!.Value, 4_250, 4_300);
        Assert.Equal(result["troops"].Best!.Value, 3_000 * result["brigades"].Best!.Value, 1e-6);
        Assert.Equal(result["troops"].Low!.Value, 3_000 * result["brigades"].Low!.Value, 1.0);
        Assert.Equal(result["troops"].High!.Value, 3_000 * result["brigades"].High!.Value, 1.0);
        Assert.DoesNotContain(result.Warnings, warning => warning.Code == "RC224");
    }

    [Fact]
    public void In_print_the_fraction_that_it_keeps_has_the_digits_that_mean_something()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "brigades", Whole = true }).Quantity("troops", QuantityKind.Fixed)
            .Relate("troops = 3000 * brigades").Claim("troops", "4,300", "a").Claim("troops", "4,250", "b").Reconcile();

        Assert.Equal(1.425, result["brigades"].Printed.Best!.Value, 1e-9);
    }

    [Fact]
    public void What_takes_up_the_rest_of_a_sum_stays_within_its_bounds()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "present", Whole = true }).Quantity(new Quantity { Id = "killed", Whole = true }).Quantity("hurt", QuantityKind.Fixed).Quantity("unhurt", QuantityKind.Fixed).Relate("present = hurt + killed + unhurt")
            .Claim("present", Figure.Interval(6, 4, 9), "a").Claim("unhurt", Figure.Between(0, 0), "b").Reconcile();

        Assert.All(result.Estimates, estimate => Assert.True(estimate.Best >= 0 && estimate.Low >= 0, estimate.ToString()));
        Assert.Equal(result["present"].Best!.Value, result["hurt"].Best!.Value + result["killed"].Best!.Value + result["unhurt"].Best!.Value, 1e-6);
    }

    /// <summary>About 4,000 troops are neither one brigade nor two, of 2,400 to 3,600 each; about 3,000 are one.</summary>
    [Theory]
    [InlineData("4,100", false)]
    [InlineData("3,100", true)]
    public void Of_what_others_are_nearly_a_multiple_a_fraction_is_kept_only_where_no_whole_number_would_do(string troops, bool isWhole)
    {
        var brigades = Dossier.Create().Quantity(new Quantity { Id = "brigades", Whole = true }).Quantity(new Quantity { Id = "troops" })
            .Relate("troops ~= 3000 * brigades within 20 %").Claim("troops", troops, "a").Reconcile()["brigades"];

        Assert.Equal(isWhole, brigades.Best == Math.Round(brigades.Best!.Value));
        Assert.Equal(isWhole, double.IsInteger(brigades.Low!.Value) && double.IsInteger(brigades.High!.Value));
        Assert.InRange(brigades.Best.Value, isWhole ? 1 : 4100 / 3600.0, isWhole ? 1 : 4100 / 2400.0);
    }

    /// <summary>Whatever of them is whole: how many survived nobody knows, and the number that stands there for the computing may well fall.</summary>
    [Theory]
    [InlineData]
    [InlineData("survivors")]
    [InlineData("killed")]
    [InlineData("killed", "survivors")]
    [InlineData("killed", "missing", "survivors", "aboard")]
    public void What_has_no_best_value_gives_nothing_to_what_has_one(params string[] whole)
    {
        var dossier = Dossier.Create().WithAsOf(new DateOnly(2025, 3, 20)).Relate("aboard = killed + missing + survivors");
        foreach (var (id, kind) in new[] { ("killed", QuantityKind.Total), ("missing", QuantityKind.Total), ("survivors", QuantityKind.Stock), ("aboard", QuantityKind.Fixed) })
        {
            dossier = dossier.Quantity(new Quantity { Id = id, Kind = kind, Whole = whole.Contains(id) });
        }

        var result = dossier
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("307"), Source = "m", AsOf = new DateOnly(2025, 3, 10) })
            .Claim(new Claim { Quantity = "killed + missing", Figure = Figure.Parse("about 600"), Source = "w", AsOf = new DateOnly(2025, 3, 20) })
            .Reconcile();

        Assert.Null(result["survivors"].Best);
        Assert.Equal(307, result["killed"].Series[0].Best!.Value, 1.0);
        Assert.Equal((372, 232), (Math.Round(result["killed"].Best!.Value), Math.Round(result["missing"].Best!.Value)));
    }

    [Fact]
    public void In_print_a_day_has_the_best_value_of_its_series()
    {
        var day = new DateOnly(2025, 3, 13);
        var result = Dossier.Create().WithAsOf(new DateOnly(2025, 3, 20)).Quantity("a", QuantityKind.Total).Quantity("b", QuantityKind.Total).Quantity("c", QuantityKind.Stock).Quantity("t", QuantityKind.Total)
            .Relate("t = a + b + c")
            .Claim(new Claim { Quantity = "a + b", Figure = Figure.Parse("exactly 772"), Source = "s2", AsOf = day })
            .Claim(new Claim { Quantity = "t", Figure = Figure.Parse("663 to 1078 (best 829)"), Source = "s2", Reported = new DateOnly(2025, 3, 10) })
            .Claim("c", "166", "s1")
            .Claim(new Claim { Quantity = "a", Figure = Figure.Parse("hundreds"), Source = "s0", During = new Period(new DateOnly(2025, 3, 12), day) })
            .Reconcile();

        var b = result["b"];
        Assert.Equal(day, b.AsOf);
        Assert.Equal(b.Series.Single(point => point.AsOf == day).Best!.Value, b.Printed.Best!.Value, 1.0);
    }

    [Fact]
    public void A_total_that_takes_up_the_rest_of_a_sum_does_not_fall_where_a_whole_part_can_give_way()
    {
        var day = new DateOnly(2025, 3, 17);
        var result = Dossier.Create().WithAsOf(new DateOnly(2025, 3, 22)).Source("s0", Reliability.A).Source(new Source { Id = "s1" }).Source(new Source { Id = "s2" })
            .Quantity(new Quantity { Id = "a", Kind = QuantityKind.Total, Whole = true }).Quantity("b", QuantityKind.Total).Quantity(new Quantity { Id = "c", Kind = QuantityKind.Stock, Whole = true }).Quantity("t", QuantityKind.Fixed)
            .Relate("t = a + b + c")
            .Claim(new Claim { Quantity = "b", Figure = Figure.Parse("16"), Source = "s0", During = new Period(day, day) })
            .Claim(new Claim { Quantity = "a", Figure = Figure.Parse("nearly 592"), Source = "s0", AsOf = new DateOnly(2025, 3, 14) })
            .Claim("b + c", "290", "s1")
            .Claim("t", "nearly 864", "s2")
            .Reconcile();

        var (a, b, c, t) = (result["a"].Series, result["b"].Series, result["c"].Series, result["t"].Best!.Value);
        for (var i = 0; i < b.Count; i++)
        {
            Assert.Equal(t, (a[i].Best + b[i].Best + c[i].Best)!.Value, 1e-9);
            Assert.True(i == 0 || b[i].Best >= b[i - 1].Best, $"{b[i].Best} after {b[Math.Max(0, i - 1)].Best}");
        }
    }
}
