using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Increments of a period that begins with the first day of the calendar, such as the default one: no evening is before it.</summary>
public class FirstDayTests
{
    private static readonly DateOnly Today = new(2025, 3, 5);

    [Theory]
    [InlineData("about 4")]
    [InlineData("at least 4")]
    [InlineData("300–600")]
    [InlineData("dozens")]
    public void Such_an_increment_bounds_a_total_from_below_as_that_of_any_other_day(string figure)
    {
        var (first, other) = (OnlyIncrement(default, figure), OnlyIncrement(new Period(Today, Today), figure));

        Assert.Equal(new DateOnly(1, 1, 1), first.AsOf);
        Assert.Equal((other.Best, other.Low, other.High), (first.Best, first.Low, first.High));
        Assert.NotNull(first.Low);
    }

    [Fact]
    public void A_minimum_of_the_total_counts_beneath_it()
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "t", Kind = QuantityKind.Total, Min = 100 });

        Assert.Equal(103.4, dossier.Claim(Increment(default, "about 4")).Reconcile()["t"].Low!.Value, 0.05);
        Assert.Null(dossier.Quantity(new Quantity { Id = "t", Kind = QuantityKind.Total, Min = null }).Claim(Increment(default, "about 4")).Reconcile()["t"].Low);
    }

    [Fact]
    public void A_ceiling_on_it_says_nothing_of_the_total()
    {
        var estimate = OnlyIncrement(default, "at most 10");

        Assert.Equal((null, null), (estimate.Best, estimate.High));
    }

    [Fact]
    public void Beside_a_running_total_it_is_an_increment_and_contradicts_only_less()
    {
        var dossier = Dossier.Create().Quantity("t", QuantityKind.Total).Claim(Increment(default, "about 40"));

        var more = dossier.Claim("t", "900", "b", new DateOnly(1, 1, 1)).Reconcile();
        Assert.Empty(more.Conflicts);
        Assert.Equal(DifferenceKind.Increment, Assert.Single(more.Differences).Kind);
        Assert.Equal(900, more["t"].Best!.Value, 1.0);
        Assert.Single(dossier.Claim("t", "exactly 10", "b", new DateOnly(1, 1, 1)).Reconcile().Conflicts);
    }

    [Fact]
    public void A_longer_period_from_that_day_on_reads_alike()
    {
        var estimate = OnlyIncrement(new Period(new DateOnly(1, 1, 1), Today), "about 4");

        Assert.Equal((Today, 3.4), (estimate.AsOf, Math.Round(estimate.Low!.Value, 2)));
        Assert.Null(estimate.Best);
    }

    private static Estimate OnlyIncrement(Period during, string figure) => Dossier.Create().Quantity("t", QuantityKind.Total).Claim(Increment(during, figure)).Reconcile()["t"];

    private static Claim Increment(Period during, string figure) => new() { Quantity = "t", Figure = Figure.Parse(figure), Source = "a", During = during };
}
