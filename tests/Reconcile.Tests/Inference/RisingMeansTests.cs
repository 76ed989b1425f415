using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Inference;

public class RisingMeansTests
{
    [Fact]
    public void Best_values_of_a_long_series_follow_the_claims_to_the_end()
    {
        var random = new Random(5);
        var start = new DateOnly(2023, 1, 1);
        string[] ids = ["killed", "wounded", "casualties"];
        var dossier = ids.Aggregate(Dossier.Create(), static (all, id) => all.Quantity(id, QuantityKind.Total)).Relate("casualties = killed + wounded");
        var claims = Enumerable.Range(0, 400).Select(i =>
        {
            var (part, truth) = (i % 3, (double[])[1, 3, 4]);
            var value = Math.Round(truth[part] * (1000 + (5 * i)) * (0.96 + (0.08 * random.NextDouble())));
            return new Claim { Quantity = ids[part], Figure = Figure.About(value), Source = "root" + (i % 5).ToString(CultureInfo.InvariantCulture), AsOf = start.AddDays(i) };
        });
        var result = dossier.WithClaims(claims).Reconcile();

        Assert.InRange(result["killed"].Best!.Value, 2600, 3300);
        Assert.InRange(result["wounded"].Best!.Value, 7800, 9900);
        Assert.InRange(result["casualties"].Best!.Value, 10_400, 13_200);
        Assert.InRange(result["killed"].Series[0].Best!.Value, 900, 1150);
        Assert.All(result["casualties"].Series.Zip(result["killed"].Series, result["wounded"].Series), static day => Assert.True(day.First.Best is null || Math.Abs(day.First.Best.Value - day.Second.Best!.Value - day.Third.Best!.Value) < 1e-6));
        Assert.All(ids, id => Assert.Equal(result[id].Series.Select(point => point.Best).Where(best => best is not null).Order(), result[id].Series.Select(point => point.Best).Where(best => best is not null)));
    }
}
