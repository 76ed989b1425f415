using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Reconcile.Tests.Oracles;

/// <summary>Means under truncation, from closed forms, dense quadrature or exact rejection. The prior of a dossier is broad but not flat, hence the tolerances.</summary>
public class TruncatedPosteriorsTests
{
    private static readonly Dictionary<string, JsonElement> Cases =
        Oracle.Read("truncated-posteriors.json").GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("expected"));

    [Theory]
    [InlineData("killed")]
    [InlineData("deployed")]
    public void No_more_can_be_killed_than_were_deployed(string quantity)
    {
        var result = Dossier.Create()
            .Relate("killed <= deployed")
            .ExactClaim("killed", Oracle.Normal(500, 100))
            .ExactClaim("deployed", Oracle.Normal(450, 100))
            .Reconcile();

        AssertMean("killed-le-deployed", quantity, result[quantity], shareOfSd: 0.01);
    }

    [Theory]
    [InlineData("killed")]
    [InlineData("wounded")]
    [InlineData("casualties")]
    public void No_part_of_a_sum_is_negative(string quantity)
    {
        var result = Dossier.Create()
            .Relate("casualties = killed + wounded")
            .ExactClaim("killed", Oracle.Normal(10, 20))
            .ExactClaim("wounded", Oracle.Normal(100, 30))
            .ExactClaim("casualties", Oracle.Normal(150, 25))
            .Reconcile();

        AssertMean("nonneg-sum", quantity, result[quantity], shareOfSd: 0.02);
    }

    [Fact]
    public void Five_cumulative_days_never_fall()
    {
        double[] values = [100, 160, 140, 180, 170];
        double[] sds = [15, 20, 15, 25, 20];
        var dossier = Dossier.Create();
        for (var day = 1; day < values.Length; day++) dossier = dossier.Relate(Invariant($"day{day} <= day{day + 1}"));
        for (var day = 1; day <= values.Length; day++) dossier = dossier.ExactClaim(Invariant($"day{day}"), Oracle.Normal(values[day - 1], sds[day - 1]));
        var result = dossier.Reconcile();

        var expected = Cases["cumulative-5-days"];
        for (var day = 1; day <= values.Length; day++)
        {
            var mean = expected.GetProperty("mean")[day - 1].GetDouble();
            var sd = expected.GetProperty("sd")[day - 1].GetDouble();
            Assert.InRange(result[Invariant($"day{day}")].Best!.Value, mean - (0.03 * sd), mean + (0.03 * sd));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void Saying_an_inequality_many_times_is_saying_it_once(int times)
    {
        var dossier = Dossier.Create()
            .Quantity(new Quantity { Id = "x", Min = null })
            .ExactClaim("x", Oracle.Normal(0, 1));
        for (var k = 1; k <= times; k++) dossier = dossier.Relate(Invariant($"{k} * x >= 0"));
        var estimate = dossier.Reconcile()["x"];

        // A figure of 0 gives the broad prior no scale of its own, hence the wider tolerance; naive expectation propagation says 0.85 for two.
        AssertMean("ep-trap-duplicate-inequality", null, estimate, shareOfSd: 0.03);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void Saying_an_inequality_many_times_is_saying_it_once_away_from_zero_too(int times)
    {
        var dossier = Dossier.Create().ExactClaim("x", Oracle.Normal(100, 1));
        for (var k = 1; k <= times; k++) dossier = dossier.Relate(Invariant($"{k} * x >= {100 * k}"));
        var estimate = dossier.Reconcile()["x"];

        var halfNormal = Math.Sqrt(2 / Math.PI);
        Assert.Equal(100 + halfNormal, estimate.Best!.Value, 0.005);
        Assert.Equal(100, estimate.Low!.Value, 0.03);
        Assert.Equal(100 + 1.6449, estimate.High!.Value, 0.04); // two-sided 10 % of a normal is one-sided 10 % of its half
    }

    [Theory]
    [InlineData("day1 <= day3")]
    [InlineData("day1 + day2 <= day2 + day3")]
    [InlineData("2 * day3 >= day1 + day2")]
    public void An_inequality_that_others_imply_changes_nothing(string implied)
    {
        var dossier = Dossier.Create()
            .Relate("day1 <= day2")
            .Relate("day2 <= day3")
            .ExactClaim("day1", Oracle.Normal(160, 20))
            .ExactClaim("day2", Oracle.Normal(140, 20))
            .ExactClaim("day3", Oracle.Normal(130, 20));

        var (without, with) = (dossier.Reconcile(), dossier.Relate(implied).Reconcile());

        foreach (var day in new[] { "day1", "day2", "day3" })
        {
            Assert.Equal(without[day].Best!.Value, with[day].Best!.Value, 1e-6);
            Assert.Equal(without[day].Low!.Value, with[day].Low!.Value, 1e-4);
            Assert.Equal(without[day].High!.Value, with[day].High!.Value, 1e-4);
        }
    }

    private static void AssertMean(string id, string? quantity, Estimate estimate, double shareOfSd)
    {
        var (mean, sd) = (Number("mean"), Number("sd"));
        Assert.InRange(estimate.Best!.Value, mean - (shareOfSd * sd), mean + (shareOfSd * sd));

        double Number(string name)
        {
            var value = Cases[id].GetProperty(name);
            return (quantity is null ? value : value.GetProperty(quantity)).GetDouble();
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
