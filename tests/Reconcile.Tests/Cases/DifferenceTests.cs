using Xunit;

namespace Reconcile.Tests.Cases;

public class DifferenceTests
{
    [Fact]
    public void Neighbouring_numbers_of_two_days_differ_by_their_days()
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "1", "a", new DateOnly(2024, 1, 1)).Claim("killed", "2", "b", new DateOnly(2024, 1, 5)).Reconcile();

        Assert.Contains(result.Differences, difference => difference.Kind == DifferenceKind.Date);
    }

    [Theory]
    [InlineData(QuantityKind.Total)]
    [InlineData(QuantityKind.Stock)]
    public void Figures_of_one_day_do_not_differ_by_their_days(QuantityKind kind)
    {
        var day = new DateOnly(2019, 4, 26);
        var result = Dossier.Create().Quantity("killed", kind).Claim("killed", "253", "ministry", day).Claim("killed", "257", "police", day).Reconcile();

        Assert.Empty(result.Differences);
        Assert.Single(result.Conflicts);
    }

    [Fact]
    public void Killed_and_casualties_differ_by_definition()
    {
        var result = Dossier.Create("Losses in Kursk, March 2025")
            .Relate("casualties = killed + wounded")
            .Claim("killed", "around 400", source: "Ukrainian intelligence")
            .Claim("wounded", "approximately 3,600", source: "Ukrainian intelligence")
            .Claim("casualties", "about 4,000", source: "Rep. Yu")
            .Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Empty(result.Disputes);
        var difference = Assert.Single(result.Differences, difference => difference.Kind == DifferenceKind.Definition && difference.Claims.Any(claim => claim.Id == "c1"));
        Assert.Contains(difference.Claims, claim => claim.Id == "c3");
        Assert.Contains("400", difference.Explanation, StringComparison.Ordinal);
        Assert.Contains("4,000", difference.Explanation, StringComparison.Ordinal);
        Assert.Equal(Confidence.Low, result["killed"].Confidence);
    }

    [Fact]
    public void A_floor_below_an_estimate_differs_only_as_a_bound()
    {
        var result = Dossier.Create().Claim("killed", "at least 12", "X").Claim("killed", "about 600", "Y").Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(["c1", "c2"], Single(result, DifferenceKind.Bound).Claims.Ids());
    }

    [Fact]
    public void A_rounded_figure_differs_only_by_rounding()
    {
        var result = Dossier.Create().Claim("killed", "4,000", "X").Claim("killed", "3,962", "Y").Reconcile();

        Assert.Empty(result.Conflicts);
        Assert.Equal(["c1", "c2"], Single(result, DifferenceKind.Rounding).Claims.Ids());
    }

    [Fact]
    public void What_relays_repeat_counts_once()
    {
        var once = Dossier.Create().Claim(new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["wire"] });
        var twice = once.Claim(new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["paper"] });
        var result = twice.Reconcile();

        Assert.Equal(["c1", "c2"], Single(result, DifferenceKind.Repeat).Claims.Ids());
        Assert.Equal([Outcome.Accepted, Outcome.Repeated], result.Verdicts.Select(verdict => verdict.Outcome).Order());
        Assert.Equal(once.Reconcile()["killed"].High!.Value, result["killed"].High!.Value, 1e-9);
    }

    private static Difference Single(Reconciliation result, DifferenceKind kind)
    {
        var difference = Assert.Single(result.Differences, difference => difference.Kind == kind);
        Assert.NotEmpty(difference.Explanation);
        return difference;
    }
}
