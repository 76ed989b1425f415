using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Generation;

/// <summary>Draws figures: phrases as people say them, and figures made from numbers.</summary>
internal static class RandomFigure
{
    private static readonly string[] Hedges =
        ["", "exactly ", "about ", "around ", "roughly ", "approximately ", "at least ", "more than ", "up to ", "at most ", "nearly ", "almost "];

    private static readonly string[] Words =
        ["dozens", "hundreds", "several hundred", "a few thousand", "tens of thousands", "a dozen", "half a million", "between 300 and 600", "300–600", "4,000 ± 200", "very likely about 400", "it is very likely that over 5,000"];

    private static readonly string[] Shares = ["25 %", "a third", "10–13 %", "about 40 %", "at least 5 %"];

    public static Figure Next(Random random) => random.Next(9) switch
    {
        0 => Figure.Exactly(Number(random)),
        1 => Figure.About(Number(random)),
        2 => Figure.AtLeast(Number(random)),
        3 => Figure.AtMost(Number(random)),
        4 => Between(random),
        5 => Interval(random),
        6 => Figure.Parse(Words[random.Next(Words.Length)]),
        _ => Hedged(Hedges[random.Next(Hedges.Length)], Number(random)),
    };

    public static Figure NextShare(Random random)
    {
        if (random.Next(2) == 0) return Figure.Parse(Shares[random.Next(Shares.Length)]);
        var low = random.NextDouble() / 2;
        Assert.True(Figure.TryCompose(low, low + (random.NextDouble() / 4), low + 0.3, random.Next(2) == 0 ? null : 0.9, isShare: true, out var figure, out var error), error);
        return figure;
    }

    /// <summary>What is nearly none is no figure.</summary>
    private static Figure Hedged(string hedge, double value) => Figure.Parse((Said(value) == "0" && hedge is ("nearly " or "almost ") ? "about " : hedge) + Said(value));

    /// <summary>Whole, round or with decimals; now and then of a size that needs all digits.</summary>
    public static double Number(Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => random.Next(1, 1000),
        2 => random.Next(1, 100) * Math.Pow(10, random.Next(1, 7)),
        3 => random.Next(1, 1_000_000) / 100.0,
        4 => random.NextDouble() * Math.Pow(10, random.Next(-6, 15)),
        _ => random.Next(1, 1_000_000),
    };

    private static Figure Between(Random random)
    {
        double one = Number(random), other = Number(random);
        return Figure.Between(Math.Min(one, other), Math.Max(one, other));
    }

    private static Figure Interval(Random random)
    {
        double[] ends = [Number(random), Number(random), Number(random)];
        Array.Sort(ends);
        return Figure.Interval(ends[1], ends[0], ends[2], random.Next(2) == 0 ? 0.95 : random.Next(50, 99) / 100.0);
    }

    private static string Said(double number) => number.ToString(number < 1 ? "0.######" : "#,##0.###", CultureInfo.InvariantCulture);
}
