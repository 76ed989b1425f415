using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>A forecast is no witness of what happened. Of a day of which nobody reports, forecasts are what an estimate rests on.</summary>
public class ForecastSupportTests
{
    private static readonly DateOnly Day = new(2023, 3, 7);

    private static readonly Dossier March = Dossier.Create().Claim("marchers", "1.28 million", "ministry", Day).Interest(new Interest { Source = "ministry", Tends = Tendency.Understate });

    [Fact]
    public void A_forecast_agrees_with_no_report()
    {
        var marchers = March.Claim(Forecast("marchers", "1.1 to 1.4 million", "services")).Reconcile()["marchers"];

        Assert.Equal((1, Confidence.Low), (marchers.Roots, marchers.Confidence));
        Assert.Contains("−1 one root only beside forecasts: ministry", marchers.Reasons);
        Assert.Contains("−1 only interested parties speak: ministry (tends to understate)", marchers.Reasons);
    }

    [Fact]
    public void It_is_no_third_root_that_agrees()
    {
        var marchers = March.Source("ministry", Reliability.B).Source("union", Reliability.C).Source("services", Reliability.C)
            .Interest(new Interest { Source = "union", Tends = Tendency.Overstate }).Claim("marchers", "1.28 million", "union", Day)
            .Claim(Forecast("marchers", "1.1 to 1.4 million", "services")).Reconcile()["marchers"];

        Assert.Equal(2, marchers.Roots);
        Assert.Contains("+1 two independent roots agree: ministry and union", marchers.Reasons);
        Assert.DoesNotContain(marchers.Reasons, static reason => reason.Contains("three or more", StringComparison.Ordinal));
    }

    [Fact]
    public void Beside_a_floor_that_was_reported_forecasts_agree_with_nobody()
    {
        var dead = Dossier.Create().Claim("dead", "at least 90", "police", Day).Claim(Forecast("dead", "about 100", "a")).Claim(Forecast("dead", "about 100", "b")).Reconcile()["dead"];

        Assert.Contains("−1 one root only beside forecasts: police", dead.Reasons);
    }

    [Fact]
    public void Forecasts_of_which_nobody_reports_agree_with_each_other()
    {
        var alone = Dossier.Create().Claim(Forecast("turnout", "400", "a")).Claim(Forecast("turnout", "400", "b")).Reconcile()["turnout"];
        var doubted = Dossier.Create().Claim(Forecast("turnout", "400", "a")).Claim(Forecast("turnout", "400", "b"))
            .Claim(new Claim { Quantity = "turnout", Figure = Figure.Parse("410"), Source = "channel", Reported = Day, Credibility = Credibility.Improbable }).Reconcile()["turnout"];

        Assert.Contains("+1 two independent roots agree: a and b", alone.Reasons);
        Assert.Contains("+1 two independent roots agree: a and b", doubted.Reasons);
    }

    /// <summary>What was said the day before agrees with what is printed, or tells little of the day: then it rests on the forecasts.</summary>
    [Theory]
    [InlineData("400", "−1 one root only beside forecasts: ministry")]
    [InlineData("300", "+1 two independent roots agree: a and b")]
    public void Of_a_day_to_come_a_report_is_the_only_witness_where_it_says_what_is_printed(string before, string reason)
    {
        var patients = Dossier.Create().Quantity("patients", QuantityKind.Stock).WithAsOf(Day.AddDays(1)).Claim("patients", before, "ministry", Day)
            .Claim(Forecast("patients", "400", "a", Day.AddDays(1))).Claim(Forecast("patients", "400", "b", Day.AddDays(1))).Reconcile()["patients"];

        Assert.Contains(reason, patients.Reasons);
    }

    [Fact]
    public void What_is_forecast_beside_a_report_is_no_root_of_a_sum()
    {
        var dossier = Dossier.Create().Relate("all = here + there").Interest(new Interest { Source = "ministry", Tends = Tendency.Understate })
            .Claim("here", "1,000", "ministry", Day).Claim("there", "1,000", "ministry", Day).Claim(Forecast("here", "1,000 to 1,400", "services"));

        Assert.Contains("−1 one root only beside forecasts: ministry", dossier.Reconcile()["all"].Reasons);
        Assert.Equal(2, dossier.Claim(Forecast("elsewhere", "1,000 to 1,400", "services")).Relate("more = all + elsewhere").Reconcile()["more"].Roots);
    }

    private static Claim Forecast(string quantity, string figure, string source, DateOnly? day = null) => new()
    {
        Quantity = quantity,
        Figure = Figure.Parse(figure),
        Source = source,
        AsOf = day,
        Reported = Day.AddDays(-1),
        Basis = Basis.Projection,
    };
}
