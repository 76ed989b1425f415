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

    [Theory]
    [InlineData("4,000", "3,962", "agrees with 3,962 (Y)")]
    [InlineData("100", "95", "agrees with 95 (Y)")]
    [InlineData("about 400", "450", "agrees with 450 (Y)")]
    [InlineData("half a million", "455,000", "agrees with 455,000 (Y)")]
    [InlineData("two dozen", "21", "agrees with 21 (Y)")]
    [InlineData("1.5 million", "1,460,000", "agrees with 1,460,000 (Y)")]
    public void A_rounder_figure_agrees_with_what_rounds_to_it(string rounder, string exact, string says) =>
        Assert.Equal($"Killed, {rounder} (X), is a rounder figure that {says}.", RoundingOf(rounder, exact), ignoreCase: true);

    [Theory]
    [InlineData("100", "88")]
    [InlineData("about 6,000", "6,795")]
    [InlineData("about 395", "396")]
    [InlineData("about 24", "23.4")]
    [InlineData("nearly 1,000", "920")]
    public void Beside_any_other_within_its_reach_it_is_only_less_exact(string rounder, string exact) =>
        Assert.Equal($"Killed, {rounder} (X), is a less exact figure that leaves room for {exact} (Y).", RoundingOf(rounder, exact), ignoreCase: true);

    [Fact]
    public void What_rounds_to_a_figure_and_what_does_not_are_told_apart()
    {
        var result = Dossier.Create().Claim("killed", "about 6,000", "X").Claim("killed", "6,795", "Y").Claim("killed", "6,120", "Z").Reconcile();

        Assert.Equal(
            ["killed, about 6,000 (X), is a rounder figure that agrees with 6,120 (Z).", "killed, about 6,000 (X), is a less exact figure that leaves room for 6,795 (Y)."],
            result.Differences.Where(difference => difference.Kind == DifferenceKind.Rounding).Select(difference => difference.Explanation));
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

    private static string RoundingOf(string rounder, string exact) =>
        Single(Dossier.Create().Claim("killed", rounder, "X").Claim("killed", exact, "Y").Reconcile(), DifferenceKind.Rounding).Explanation;

    private static Difference Single(Reconciliation result, DifferenceKind kind)
    {
        var difference = Assert.Single(result.Differences, difference => difference.Kind == kind);
        Assert.NotEmpty(difference.Explanation);
        return difference;
    }
}
