using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>"At least 0", and other limits that hold anyway.</summary>
public class EmptyBoundTests
{
    private static readonly DateOnly Day = new(2025, 1, 1);

    [Theory]
    [InlineData("a", "at least 0")]
    [InlineData("a", "at most 400")]
    [InlineData("a + b", "at least 0")]
    [InlineData("a / s", "at least 0 %")]
    [InlineData("c", "at least 8")]
    [InlineData("c", "at least 10")]
    [InlineData("d", "at least 20")]
    public void A_limit_that_holds_anyway_says_nothing(string quantity, string figure)
    {
        var dossier = Dossier.Create()
            .Quantity(new Quantity { Id = "a", Max = 400 }).Quantity("b", QuantityKind.Fixed).Quantity(new Quantity { Id = "c", Min = 10 }).Quantity("d", QuantityKind.Fixed).Quantity("s", QuantityKind.Fixed)
            .Relate("a + b + c + d <= s").Relate("d >= 20").Claim("s", "1,000", "ministry");

        AssertSame(dossier.Reconcile(), dossier.Claim(quantity, figure, "ministry").Reconcile());
        AssertSame(dossier.Reconcile(), dossier.Claim(quantity, figure, "observer").Reconcile());
    }

    [Theory]
    [InlineData("a", "at least 5")]
    [InlineData("a", "at most 300")]
    [InlineData("c", "at least 12")]
    public void A_limit_that_says_more_than_the_bounds_counts_as_ever(string quantity, string figure)
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "a", Max = 400 }).Quantity(new Quantity { Id = "c", Min = 10 }).Quantity("s", QuantityKind.Fixed).Relate("a + c <= s").Claim("s", "1,000", "ministry");

        Assert.NotEqual(dossier.Reconcile()[quantity].Best, dossier.Claim(quantity, figure, "ministry").Reconcile()[quantity].Best);
    }

    [Fact]
    public void A_part_of_which_at_least_none_is_said_is_as_uncounted_as_the_others()
    {
        var dossier = Dossier.Create().Relate("s = a + b + c").Claim("s", "100", "ministry");
        var result = dossier.Claim("a", "at least 0", "ministry").Reconcile();

        AssertSame(dossier.Reconcile(), result);
        Assert.Equal((33.3, 0, 118), (Math.Round(result["a"].Best!.Value, 1), result["a"].Low, Math.Round(result["a"].High!.Value)));
    }

    [Fact]
    public void Nor_do_many_such_parts_of_a_large_sum_move_it()
    {
        string[] parts = [.. Enumerable.Range(0, 130).Select(static part => $"p{part}")];
        var dossier = Dossier.Create().Relate("s = " + string.Join(" + ", parts)).Claim("s", "21,000", "ministry")
            .WithClaims(parts.Where((_, i) => i % 3 > 0).Select(static part => new Claim { Quantity = part, Figure = Figure.Parse("100"), Source = "union" }));

        AssertSame(dossier.Reconcile(), dossier.WithClaims(parts.Where((_, i) => i % 2 > 0).Select(static part => new Claim { Quantity = part, Figure = Figure.Parse("at least 0"), Source = "observer" })).Reconcile());
    }

    [Fact]
    public void At_least_none_on_the_first_day_of_a_total_does_not_say_that_it_began_there()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("women", QuantityKind.Total).Relate("women <= killed")
            .Claim("killed", "2,000", "ministry", Day.AddDays(1)).Claim("women", "100", "union", Day);

        AssertSame(dossier.Reconcile(), dossier.Claim("killed", "at least 0", "ministry", Day).Reconcile());
    }

    [Fact]
    public void That_a_total_grew_by_at_least_nothing_holds_anyway()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "100", "ministry", Day).Claim("killed", "160", "union", Day.AddDays(2));
        var grown = new Claim { Quantity = "killed", Figure = Figure.Parse("at least 0"), Source = "ministry", During = new Period(Day.AddDays(1), Day.AddDays(2)) };

        AssertSame(dossier.Reconcile(), dossier.Claim(grown).Reconcile());
    }

    [Fact]
    public void Who_says_no_more_is_no_root_of_an_estimate()
    {
        var told = Dossier.Create().Claim("killed", "100", "ministry").Claim("killed", "at least 0", "union").Reconcile()["killed"];
        var untold = Dossier.Create().Claim("killed", "at least 0", "union").Reconcile()["killed"];

        Assert.Equal((1, "−1 one root only: ministry"), (told.Roots, told.Reasons[0]));
        Assert.Contains("−1 nobody states it, and no claim bears on it", untold.Reasons);
        Assert.Equal((0, 0.0, null), (untold.Roots, untold.Low, untold.High));
    }

    [Fact]
    public void An_old_total_is_not_renewed_by_it()
    {
        var dossier = Dossier.Create().WithAsOf(Day.AddDays(200)).Quantity("killed", QuantityKind.Total).Claim("killed", "100", "ministry", Day).Claim("killed", "at least 0", "union", Day.AddDays(200));

        Assert.Contains(dossier.Reconcile()["killed"].Reasons, static reason => reason.Contains("over 180 days old", StringComparison.Ordinal));
    }

    private static void AssertSame(Reconciliation without, Reconciliation with)
    {
        foreach (var (one, other) in without.Estimates.Zip(with.Estimates))
        {
            Assert.Equal((one.Quantity.Id, Printed(one.Best), Printed(one.Low), Printed(one.High)), (other.Quantity.Id, Printed(other.Best), Printed(other.Low), Printed(other.High)));
            Assert.Equal(one.Series.Select(static point => (point.AsOf, Printed(point.Best))), other.Series.Select(static point => (point.AsOf, Printed(point.Best))));
        }
    }

    private static double? Printed(double? value) => value is { } number ? Math.Round(number, 6) : null;
}
