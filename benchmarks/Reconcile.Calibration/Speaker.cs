using System.Globalization;

namespace Reconcile.Calibration;

/// <summary>
/// Says numbers as the default reading understands them: the number that is meant falls around what is said as the shape of the reading has it, and nobody rounds
/// in a way that would be read as something else. Where a way of saying does not fit a number nothing is said.
/// </summary>
internal static class Speaker
{
    /// <summary>Nobody says 1,000 for 1,450: the unit of the last digit is at most this part of the number.</summary>
    private const double LargestUnit = 0.3;

    /// <summary>The reading of "about" is never wider than this part of the number.</summary>
    private const double WidestHedge = 0.15;

    /// <summary>How often each way of saying is chosen.</summary>
    public static IReadOnlyList<(Saying Item, double Weight)> Habits { get; } =
    [
        (Saying.Plain, 0.34), (Saying.About, 0.24), (Saying.AtLeast, 0.10), (Saying.AtMost, 0.06),
        (Saying.Range, 0.12), (Saying.Interval, 0.06), (Saying.Counted, 0.04), (Saying.CountedFloor, 0.04),
    ];

    /// <summary>The words for a number; null where this way of saying does not fit it.</summary>
    public static Figure? Say(Saying saying, double number, Draws draws) => saying switch
    {
        Saying.Plain => Rounded(number, draws.Pick([(1, 0.25), (2, 0.4), (3, 0.35)])),
        Saying.About => About(number, draws),
        Saying.AtLeast => AtLeast(Cut(number / (1 + draws.Exponential(1)), draws.Whole(1, 2), Math.Floor)),
        Saying.AtMost => AtMost(number, draws),
        Saying.Range => Range(number, draws),
        Saying.Interval => Interval(number, draws),
        Saying.Counted => Meant(Plain(Math.Max(1, Math.Round(number))), 1),
        _ => AtLeast(Math.Floor(number * draws.Uniform(0.2, 1))),
    };

    /// <summary>The same, rounded once more and hedged, as relays do; null where nothing is left to round.</summary>
    public static Figure? SayRounder(Figure figure)
    {
        if (figure.Value is not { } value || figure.Kind != FigureKind.Point) return null;
        var rounder = Cut(value, DigitsFor(value, 1), Math.Round);
        return rounder == value ? null : Figure.About(rounder);
    }

    private static Figure? Rounded(double number, int digits)
    {
        var needed = DigitsFor(number, digits);
        return Meant(Plain(Math.Max(1, Cut(number, needed, Math.Round))), UnitOf(number, needed));
    }

    /// <summary>The number lies around what is said with the standard deviation of the reading, of which rounding is a part.</summary>
    private static Figure? About(double number, Draws draws)
    {
        var digits = DigitsFor(number, draws.Whole(1, 2));
        var unit = UnitOf(number, digits);
        var deviation = Math.Min(unit, WidestHedge * number) / 1.96;
        var rounding = Math.Min(unit / Math.Sqrt(12), deviation);
        var vague = number + (draws.Normal() * Math.Sqrt((deviation * deviation) - (rounding * rounding)));
        return Meant(Figure.About(Math.Max(1, Math.Round(vague / unit) * unit)), unit);
    }

    private static Figure? AtLeast(double floor) => floor < 1 ? null : Figure.AtLeast(floor);

    /// <summary>The number lies below the ceiling by an exponential part of it, on average half.</summary>
    private static Figure? AtMost(double number, Draws draws)
    {
        var part = draws.Exponential(0.5);
        return part > 0.95 ? null : Figure.AtMost(Cut(number / (1 - part), draws.Whole(1, 2), Math.Ceiling));
    }

    /// <summary>The number lies anywhere in the range alike, and one time in twenty a little outside: the words of a range hold at about 95 %.</summary>
    private static Figure? Range(double number, Draws draws)
    {
        var width = number * draws.Uniform(0.2, 1);
        var position = draws.Uniform();
        if (draws.Happens(0.05)) position = Math.Round(position) + (0.05 * draws.Normal());
        var low = Cut(number - (position * width), 2, Math.Round);
        var high = Cut(number + ((1 - position) * width), 2, Math.Round);
        return low >= 1 && high > low ? Figure.Between(low, high) : null;
    }

    private static Figure? Interval(double number, Draws draws)
    {
        var deviation = number * draws.Uniform(0.08, 0.35);
        var best = Math.Round(number + (draws.Normal() * deviation));
        var half = Math.Round(1.96 * deviation);
        return best > half && half > 0 ? Figure.Interval(best, best - half, best + half) : null;
    }

    private static Figure Plain(double number) => Figure.Parse(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>The figure, if it ends with the digit that was meant; null where rounding left a zero, which would be read as a rounder number.</summary>
    private static Figure? Meant(Figure figure, double unit) => figure.Unit > unit ? null : figure;

    private static int DigitsFor(double number, int digits)
    {
        while (UnitOf(number, digits) > Math.Max(1, LargestUnit * number)) digits++;
        return digits;
    }

    private static double Cut(double number, int digits, Func<double, double> cut)
    {
        var unit = UnitOf(number, digits);
        return cut(number / unit) * unit;
    }

    /// <summary>The unit of the last of some digits, at least 1.</summary>
    private static double UnitOf(double number, int digits) => Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(number, 1))) - digits + 1));
}
