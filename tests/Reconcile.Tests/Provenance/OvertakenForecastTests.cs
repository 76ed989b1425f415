using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

/// <summary>"20,000 by the 20th", said on the 6th, beside what was reported then.</summary>
public class OvertakenForecastTests
{
    private static readonly Claim Before = Said("a", "20,213", 10, source: "agency");

    [Fact]
    public void A_total_beyond_a_forecast_of_a_later_day_overtakes_it()
    {
        var dossier = Total(Before, Said("b", "24,617", 11, source: "agency"), Forecast("f", "20,000", 6, 20));

        Assert.Equal("a counts, b counts, f superseded b", Of(dossier));
        var (result, without) = (dossier.Reconcile(), Total(Before, Said("b", "24,617", 11, source: "agency")).Reconcile());
        Assert.Empty(result.Conflicts);
        Assert.Equal(without["killed"].Best, result["killed"].Best);
        Assert.Equal("killed, 20,000 (WHO, 20 March 2025), was a forecast, overtaken by 24,617 (agency, 11 March 2025).", result.Only(DifferenceKind.Revision).Explanation);
        Assert.Equal("a forecast, overtaken by 24,617 (agency) [b]", result.Verdicts[2].Because);
    }

    [Fact]
    public void A_total_that_can_still_grow_to_a_forecast_leaves_it()
    {
        Assert.Equal("a counts, f counts", Of(Total(Before, Forecast("f", "20,000", 6, 20))));
        // A floor beyond it tells as much as a value; a ceiling tells nothing of later days.
        Assert.Equal("b counts, f superseded b", Of(Total(Said("b", "over 24,000", 11, source: "agency"), Forecast("f", "20,000", 6, 20))));
        Assert.Equal("b counts, f counts", Of(Total(Said("b", "up to 10,000", 11, source: "agency"), Forecast("f", "20,000", 6, 20))));
    }

    [Fact]
    public void A_lower_total_of_a_later_day_overtakes_a_forecast()
    {
        Assert.Equal("b counts, f superseded b", Of(Total(Said("b", "4,352", 40, source: "WHO"), Forecast("f", "18,000 to 20,000", 13, 14, "mayor"))));
        Assert.Equal("b counts, f counts", Of(Stock(Said("b", "4,352", 40, source: "WHO"), Forecast("f", "18,000 to 20,000", 13, 14, "mayor"))));
    }

    [Fact]
    public void Any_value_for_its_day_overtakes_a_forecast_that_was_made_before()
    {
        Assert.Equal("b counts, f superseded b", Of(Stock(Said("b", "21,000", 20, source: "agency"), Forecast("f", "20,000", 6, 20))));
        Assert.Equal("b counts, f superseded b", Of(Fixed(Said("b", "21,000", 7, source: "agency"), Forecast("f", "20,000", 6, 20))));
        Assert.Equal("b counts, f counts", Of(Stock(Said("b", "thousands", 20, source: "agency"), Forecast("f", "20,000", 6, 20))));
        // Who knows what comes after the report: nobody.
        Assert.Equal("b counts, f counts", Of(Stock(Said("b", "21,000", 20, source: "agency"), Forecast("f", "20,000", 20, 20))));
        Assert.Equal("b counts, f superseded b", Of(Stock(Said("b", "21,000", 20, source: "agency"), Forecast("f", "20,000", null, 20))));
        Assert.Equal("b counts, f counts", Of(Fixed(Said("b", "21,000", null, source: "agency"), Forecast("f", "20,000", 6, 20))));
    }

    [Fact]
    public void What_is_doubted_leans_or_was_withdrawn_overtakes_nothing()
    {
        var (report, forecast) = (Said("b", "24,617", 11, source: "agency"), Forecast("f", "20,000", 6, 20));

        Assert.EndsWith("f counts", Of(Total(report with { Credibility = Credibility.Doubtful }, forecast)), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Total(report with { Likelihood = "roughly even odds" }, forecast)), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Total(report with { Reliability = Reliability.E }, forecast)), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Total(report with { Retracted = Retraction.Always }, forecast)), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Total(report, forecast).Interest(new Interest { Source = "agency", Tends = Tendency.Overstate })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_another_contradicts_by_far_overtakes_nothing()
    {
        // One stray number would take the only figure of its day away.
        Assert.EndsWith("f counts", Of(Total(Said("b", "3,000", 10, source: "x"), Said("c", "300", 10, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Total(Said("b", "3,000", 10, source: "x"), Said("c", "300", 12, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f superseded b", Of(Total(Said("b", "3,000", 10, source: "x"), Said("c", "300", 8, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f superseded b", Of(Total(Said("b", "3,000", 10, source: "x"), Said("c", "2,900", 10, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Stock(Said("b", "3,000", 20, source: "x"), Said("c", "300", 20, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f superseded b", Of(Stock(Said("b", "3,000", 20, source: "x"), Said("c", "300", 19, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
        Assert.EndsWith("f counts", Of(Fixed(Said("b", "3,000", 20, source: "x"), Said("c", "300", 19, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_report_that_overtakes_a_forecast_is_named() =>
        Assert.EndsWith("f superseded c", Of(Total(Said("b", "3,000", 10, source: "x"), Said("c", "3,100", 11, source: "y"), Forecast("f", "1,000", 1, 20))), StringComparison.Ordinal);

    [Fact]
    public void A_claim_that_replaces_a_forecast_by_name_replaces_it()
    {
        var result = Stock(Said("b", "900", 6, source: "WHO", asOf: 6) with { Supersedes = ["f"] }, Forecast("f", "1,000", 6, 20)).Reconcile();

        Assert.Equal("replaced by 900 (WHO) [b]", result.Verdicts[1].Because);
    }

    /// <summary>What says no day speaks, of a total or a stock, of that of the dossier.</summary>
    [Fact]
    public void What_says_no_day_overtakes_and_is_overtaken_on_that_of_the_dossier()
    {
        var undated = Said("b", "200", 20, source: "agency") with { AsOf = null, Reported = null };
        var forecast = Forecast("f", "900", 1, 20);

        Assert.Equal("b counts, f superseded b", Of(Total(undated, forecast).WithAsOf(Day(20))));
        Assert.Equal("b counts, f superseded b", Of(Total(Said("b", "200", 20, source: "agency"), forecast with { AsOf = null, Reported = null }).WithAsOf(Day(20))));
        // Of a fixed quantity nobody knows which was said first.
        Assert.Equal("b counts, f counts", Of(Dossier.Create().WithAsOf(Day(20)).WithClaims([undated, forecast])));
    }

    [Fact]
    public void Forecasts_and_increments_overtake_no_forecast()
    {
        Assert.Equal("b counts, f counts", Of(Total(Forecast("b", "30,000", 11, 15, "agency"), Forecast("f", "20,000", 6, 20))));
        Assert.Equal("b counts, f counts", Of(Total(Said("b", "30,000", 11, source: "agency") with { During = new Period(Day(7), Day(11)) }, Forecast("f", "20,000", 6, 20))));
    }

    [Fact]
    public void What_passes_a_forecast_on_falls_with_it() =>
        Assert.Equal(
            "b counts, f superseded b, r superseded b",
            Of(Total(Said("b", "24,617", 11, source: "agency"), Forecast("f", "20,000", 6, 20), Forecast("r", "20,000", 7, 20) with { Via = ["wire"] })));

    private static Claim Forecast(string id, string figure, int? made, int day, string source = "WHO") =>
        Said(id, figure, made, source: source, asOf: day) with { Basis = Basis.Projection };
}
