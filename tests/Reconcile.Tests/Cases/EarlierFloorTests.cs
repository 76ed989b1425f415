using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>What was counted on one day is still so on a later one on which only what it is a part of is told.</summary>
public class EarlierFloorTests
{
    private static readonly DateOnly First = new(2025, 3, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(61)]
    public void A_floor_of_a_part_holds_on_the_day_on_which_the_whole_is_told(int days)
    {
        var women = Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("killed", QuantityKind.Total).Relate("women <= killed")
            .Source("a", Reliability.B).Source("b", Reliability.B).Claim("women", "at least 1,400", "a", First).Claim("killed", "1,500", "b", First.AddDays(days)).Reconcile()["women"];

        Assert.InRange(women.Best!.Value, 1400, 1500);
        Assert.InRange(women.Low!.Value, 1330, 1400);
    }

    [Fact]
    public void Floors_of_two_parts_on_different_days_both_hold_under_their_sum()
    {
        foreach (var days in (int[])[1, 2, 11, 61])
        {
            foreach (var (women, men, all) in ((int, int, int)[])[(70, 70, 150), (40, 52, 100), (126, 30, 160), (900, 40, 1000)])
            {
                var result = Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("men", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = women + men")
                    .Claim(Counted("women", women, First)).Claim(Counted("men", men, First.AddDays(days))).Claim("all", Figure.About(all), "c", First.AddDays(days)).Reconcile();

                Assert.Empty(result.Conflicts);
                Assert.True(result["women"].Best >= women, $"{women} + {men} = {all} in {days} days: {result["women"]}");
                Assert.True(result["women"].Low >= 0.95 * women, $"{women} + {men} = {all} in {days} days: {result["women"]}");
                Assert.True(result["men"].Best >= men, $"{women} + {men} = {all} in {days} days: {result["men"]}");
            }
        }
    }

    /// <summary>"At least 3" on the first day tells nothing of the fifth, nor does the day on which the whole was told at last.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(144)]
    [InlineData(365)]
    public void A_first_floor_and_a_late_whole_do_not_overrule_what_is_said_of_a_part(int days)
    {
        var result = Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("killed", QuantityKind.Total).Relate("women <= killed")
            .Claim("killed", "at least 3", "police", First).Claim("women", "900", "ministry", First.AddDays(4)).Claim("killed", "2,000", "ministry", First.AddDays(days)).Reconcile();

        var women = Assert.Single(result["women"].Series, point => point.AsOf == First.AddDays(4));
        Assert.InRange(women.Best!.Value, 860, 905);
        Assert.True(women.High >= 940, women.ToString());
        Assert.InRange(result["killed"].Best!.Value, 1960, 2040);
    }

    private static Claim Counted(string quantity, double least, DateOnly day) => new() { Quantity = quantity, Figure = Figure.AtLeast(least), Source = $"morgue of the {quantity}", AsOf = day, Basis = Basis.Count };

    [Fact]
    public void A_floor_after_the_last_value_stands_beside_the_estimate_wherever_that_is_printed()
    {
        var result = Dossier.Create().WithAsOf(new DateOnly(2020, 8, 9)).Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Whole = true })
            .Claim("killed", "158", "ministry", new DateOnly(2020, 8, 8)).Claim("killed", "at least 200", "governor", new DateOnly(2020, 8, 9)).Reconcile();

        Assert.Contains("    as of 8 August 2020\n    at least 200 on 9 August 2020\n", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("as of 8 August 2020 (at least 200 on 9 August 2020)", result.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("It was at least 200 on 9 August 2020, and nothing that was said limits how much higher it may have been then.", result.Explain("killed").ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("low confidence, as of 8 August 2020", result.CompareRules().ToString(), StringComparison.Ordinal);
    }
}
