using Xunit;

namespace Reconcile.Tests.Cases;

public class OpenSideTests
{
    [Fact]
    public void A_floor_alone_has_neither_a_best_value_nor_a_high_one()
    {
        var killed = Dossier.Create().Claim("killed", "at least 92", "X").Reconcile()["killed"];

        Assert.Null(killed.Best);
        Assert.Null(killed.High);
        Assert.InRange(killed.Low!.Value, 75, 92);
    }

    [Fact]
    public void A_ceiling_alone_on_something_that_cannot_be_negative_is_bounded_on_both_sides()
    {
        var killed = Dossier.Create().Claim("killed", "at most 300", "X").Reconcile()["killed"];

        Assert.NotNull(killed.Best);
        Assert.True(killed.Low >= 0);
        Assert.InRange(killed.High!.Value, 250, 340);
    }

    [Fact]
    public void A_quantity_that_nobody_claims_and_nothing_bounds_has_no_number()
    {
        var result = Dossier.Create().Relate("killed <= deployed").Claim("killed", "about 400", "X").Reconcile();

        Assert.Null(result["deployed"].Best);
        Assert.Null(result["deployed"].High);
        Assert.InRange(result["deployed"].Low!.Value, 300, 500);
    }

    [Fact]
    public void A_sum_that_nobody_claimed_has_an_estimate()
    {
        var result = Dossier.Create()
            .Relate("casualties = killed + wounded")
            .Claim("killed", "about 400", "X")
            .Claim("wounded", "about 3,600", "Y")
            .Reconcile();

        var casualties = result["casualties"];
        Assert.Equal(result["killed"].Best!.Value + result["wounded"].Best!.Value, casualties.Best!.Value, 1e-6);
        Assert.True(casualties.Low > result["wounded"].Low);
        Assert.True(casualties.High < result["killed"].High + result["wounded"].High);
        Assert.Empty(casualties.Claims);
        Assert.Contains(casualties.Influences, influence => influence.Claim?.Id == "c2");
    }

    [Fact]
    public void A_part_that_nobody_counted_may_be_next_to_nothing_or_next_to_all()
    {
        var result = Dossier.Create().Relate("all = north + south").Claim("all", "1,000", "X").Reconcile();

        Assert.InRange(result["north"].Low!.Value, 0, 150);
        Assert.InRange(result["north"].High!.Value, 850, 1_200);
    }

    /// <summary>Nobody takes a boast at its word: what it bounds is bounded by what it may come to.</summary>
    [Fact]
    public void What_an_overstated_figure_bounds_is_bounded_by_what_may_be_true_of_it()
    {
        var dossier = Dossier.Create().Relate("killed <= casualties").Claim("killed", "2000", "enemy");

        Assert.InRange(dossier.Reconcile()["casualties"].Low!.Value, 1500, 2000);
        Assert.InRange(dossier.Interest(new Interest { Source = "enemy", Tends = Tendency.Overstate }).Reconcile()["casualties"].Low!.Value, 200, 400);
    }

    /// <summary>That one says at least 4 and another up to 280 had come out as 8 (3–13).</summary>
    [Theory]
    [InlineData("at least 4", "up to 280")]
    [InlineData("at least 12", "between 10 and 1,000")]
    [InlineData("between 1 and 300", "at most 200")]
    public void Ends_far_apart_are_no_more_than_a_wide_range_by_one(string one, string other)
    {
        var killed = Dossier.Create().Claim("killed", one, "first").Claim("killed", other, "second").Reconcile()["killed"];

        Assert.True(killed.High > 4 * killed.Low, $"{killed.Low}–{killed.High}");
        Assert.InRange(killed.Best!.Value / (killed.High!.Value + killed.Low!.Value), 0.4, 0.6);
    }

    [Fact]
    public void Ends_near_each_other_say_that_the_truth_is_near_both()
    {
        var killed = Dossier.Create().Claim("killed", "at least 400", "first").Claim("killed", "up to 500", "second").Reconcile()["killed"];

        Assert.InRange(killed.Low!.Value, 380, 420);
        Assert.InRange(killed.High!.Value, 480, 540);
    }

    /// <summary>Of two relations and no claim half of the precision is not the count of anybody: with k &lt;= 4 alone it had been 0.4 to 4.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_relations_alone_bound_has_its_feasible_range(int least)
    {
        var dossier = Dossier.Create().Relate("k <= 4").Relate(FormattableString.Invariant($"k >= {least}")).Claim("j", "8", "somebody");

        var k = dossier.Reconcile()["k"];

        Assert.Equal((least, 4), (Math.Round(k.Low!.Value, 6), Math.Round(k.High!.Value, 6)));
    }

    [Theory]
    [InlineData("0", "at least 0", "up to 0")]
    [InlineData("0 to 1", "more than 0", "up to 0")]
    public void Ends_at_nothing_are_no_fault(params string[] figures)
    {
        var dossier = Dossier.Create();
        foreach (var figure in figures) dossier = dossier.Claim("killed", figure, "who said " + figure);

        Assert.InRange(dossier.Reconcile()["killed"].High!.Value, 0, 2);
    }

    /// <summary>2a + b of 575 holds only at the very end of its error where a is 382 at least; what is feasible ends at 402.5, where the best value is 404.</summary>
    [Fact]
    public void The_best_value_is_no_end_of_a_range_though_claims_hold_only_at_the_ends_of_their_errors()
    {
        var a = Dossier.Create().Source("s", Reliability.E).Quantity(new Quantity { Id = "a", Min = 382 }).Quantity(new Quantity { Id = "b" }).Claim("2 * a + b", "575", "s").Reconcile()["a"];

        Assert.InRange(a.Best!.Value, 400, 408);
        Assert.Equal(382, a.Low!.Value, 0.5);
        Assert.InRange(a.High!.Value, 425, 440);
    }

    /// <summary>What had no room for more than 734 stood at 3,014.</summary>
    [Fact]
    public void The_best_value_of_a_total_that_nobody_tells_lies_where_it_can_be()
    {
        var result = Dossier.Create().Quantity("a", QuantityKind.Total).Quantity("b", QuantityKind.Total).Quantity("c", QuantityKind.Stock).Quantity("t", QuantityKind.Fixed).Relate("t = a + b + c")
            .Claim(new Claim { Quantity = "a", Figure = Figure.Exactly(1), Source = "s0", During = new Period(March(16), March(16)) }).Claim("b + c", Figure.Between(493, 668), "s1", March(11)).Reconcile();

        Assert.All(result["b"].Series, point => Assert.InRange(point.Best!.Value, 0, 740));
    }

    /// <summary>"At least 112" had stood below 109 (101–117), since somebody had said 112 then.</summary>
    [Fact]
    public void Nobody_knows_more_of_a_later_day_than_the_estimate_of_the_last_one_that_is_bounded()
    {
        var result = Two().Claim("dead", "100", "x", March(1)).Claim("dead", "112", "y", March(1)).Claim("wounded", "300", "x", March(5)).Reconcile();

        var (first, last) = (result["dead"].Series[0], result["dead"].Series[1]);
        Assert.Null(last.Best);
        Assert.Equal(first.Low!.Value, last.Low!.Value, 0.5);
        Assert.True(result["all"].Series[1].Low <= first.Low + 300, result["all"].ToString());
    }

    [Theory]
    [InlineData("at least 105", 105)]
    [InlineData("at least 130", 130)]
    public void A_floor_said_since_holds_as_it_was_said(string floor, double low)
    {
        var result = Two().Claim("dead", "100", "x", March(1)).Claim("dead", "112", "y", March(1)).Claim("dead", floor, "y", March(5)).Claim("wounded", "300", "x", March(5)).Reconcile();

        Assert.Null(result["dead"].Series[1].Best);
        Assert.Equal(low, result["dead"].Series[1].Low);
    }

    private static Dossier Two() => Dossier.Create().Quantity("dead", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = dead + wounded");

    private static DateOnly March(int day) => new(2024, 3, day);
}
