using Xunit;

namespace Reconcile.Tests.Inference;

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

    private static Dossier Stock() => Dossier.Create().Quantity("troops", QuantityKind.Stock);
}
