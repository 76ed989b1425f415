using System.Globalization;

namespace Reconcile.Tests.Promises;

/// <summary>A total that grows, of which each day somebody else speaks, and what a source that leans says of one of the days.</summary>
/// <param name="Others">Without the source that leans.</param>
/// <param name="Said">What that source says.</param>
/// <param name="Tends">Which way it leans.</param>
internal sealed record LeaningSeries(Dossier Others, Claim Said, Tendency Tends)
{
    public static LeaningSeries Draw(Random random, Tendency tends)
    {
        var days = random.Next(3, 15);
        var growth = 9 * random.NextDouble();
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Min = 0, Whole = true });
        for (var day = 0; day < days; day++)
        {
            var value = Math.Round(TruthOn(day) * (0.85 + (0.3 * random.NextDouble())));
            if (day > 0 && random.Next(10) < 3) continue;
            var figure = random.Next(7) switch
            {
                0 => Figure.AtLeast(Math.Round(0.9 * value)),
                1 => Figure.AtMost(Math.Round(1.1 * value)),
                2 => Figure.Between(Math.Round(0.8 * value), Math.Round(1.2 * value)),
                _ => Figure.About(value),
            };
            dossier = dossier.Claim(new Claim { Quantity = "killed", Figure = figure, Source = "source" + day.ToString(CultureInfo.InvariantCulture), AsOf = DateOf(day) });
        }

        var leaning = random.Next(days);
        var factor = 1 + (0.8 * random.NextDouble());
        var said = Figure.About(Math.Round(tends == Tendency.Overstate ? TruthOn(leaning) * factor : TruthOn(leaning) / factor));
        return new LeaningSeries(dossier, new Claim { Quantity = "killed", Figure = said, Source = "leaning", AsOf = DateOf(leaning) }, tends);

        double TruthOn(int day) => 200 * (1 + (growth * day / days));
        static DateOnly DateOf(int day) => new DateOnly(2024, 3, 1).AddDays(2 * day);
    }

    /// <summary>By how much the best value of some day moves against the interest at most when what the source says is added, in widths of the wider range; null where there is a dispute.</summary>
    public double? WrongMove()
    {
        var before = Others.Reconcile();
        var after = Others.Claim(Said).Interest(new Interest { Source = Said.Source, Tends = Tends }).Reconcile();
        if (before.Disputes.Count + after.Disputes.Count > 0) return null;
        var days = after["killed"].Series.ToDictionary(point => point.AsOf);
        return before["killed"].Series.Max(point => Moved(point, days[point.AsOf]));
    }

    private double Moved(SeriesPoint before, SeriesPoint after)
    {
        if (before is not { Best: { } b } || after is not { Best: { } a }) return 0;
        var moved = (Tends == Tendency.Overstate ? a - b : b - a) - 1;
        return moved / Math.Max(1, Math.Max(before.High!.Value - before.Low!.Value, after.High!.Value - after.Low!.Value));
    }
}
