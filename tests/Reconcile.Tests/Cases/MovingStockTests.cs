using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>A stock that one root tells from day to day, by any factor: each day is as sure as its own figure, whatever the others are.</summary>
public class MovingStockTests
{
    [Fact]
    public void The_last_missing_are_not_blurred_by_the_thousands_of_the_first_day()
    {
        double[] said = [3214, 1107, 241, 35];
        var missing = Series(said)["missing"];

        for (var day = 0; day < said.Length; day++)
        {
            var (alone, point) = (Dossier.Create().Claim("missing", Figure.Exactly(said[day]), "agency").Reconcile()["missing"], missing.Series[day]);
            Assert.Equal(alone.Best!.Value, point.Best!.Value, 0.02 * said[day]);
            Assert.Equal(alone.Low!.Value, point.Low!.Value, 0.02 * said[day]);
            Assert.Equal(alone.High!.Value, point.High!.Value, 0.02 * said[day]);
        }
    }

    /// <summary>Many steps pull no harder at the shared error than few: an error near 1 would make all movement vanish.</summary>
    [Property(MaxTest = 40)]
    public void However_often_it_moves_what_is_said_of_a_day_is_its_best_value(PositiveInt days, int seed)
    {
        var random = new Random(seed);
        double[] said = [.. Enumerable.Range(0, 2 + (days.Get % 40)).Select(_ => Math.Round(Math.Exp(3 + (5 * random.NextDouble()))))];
        var missing = Series(said, Reliability.E)["missing"];

        for (var day = 0; day < said.Length; day++)
        {
            var point = missing.Series[day];
            Assert.InRange(point.Best!.Value, 0.85 * said[day], 1.15 * said[day]);
            Assert.InRange(point.High!.Value - point.Low!.Value, 0.5 * said[day], 0.85 * said[day]);
        }
    }

    private static Reconciliation Series(double[] said, Reliability? grade = null)
    {
        var dossier = Dossier.Create().Source(new Source { Id = "agency", Reliability = grade }).Quantity("missing", QuantityKind.Stock);
        for (var day = 0; day < said.Length; day++) dossier = dossier.Claim("missing", Figure.Exactly(said[day]), "agency", new DateOnly(2024, 3, 1).AddDays(2 * day));
        return dossier.Reconcile();
    }
}
