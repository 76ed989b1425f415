using System.Globalization;

namespace Reconcile.Reporting;

/// <summary>Numbers for print: thousands separated by commas, no digit that means nothing. Invariant culture.</summary>
internal static class NumberText
{
    private const double LargestInDigits = 1e18;
    private const double SmallestInDigits = 1e-9;

    /// <summary>A number that was said or is already rounded: every digit but the noise of binary fractions (12 are kept).</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        var size = Math.Abs(value);
        if (size >= LargestInDigits || (size > 0 && size < SmallestInDigits)) return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        if (size >= 1e12 || value == Math.Truncate(value)) return Signed(value.ToString("#,##0", CultureInfo.InvariantCulture));

        var decimals = Math.Clamp(11 - (int)Math.Floor(Math.Log10(size)), 0, 20);
        return Signed(value.ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>An end of what a figure reads as: as <see cref="Of"/> where it has three decimals at most, else four digits, or whole; more where it is nearer than that to what it stands beside.</summary>
    /// <param name="value">The end.</param>
    /// <param name="beside">What the figure says, or its other end; null: nothing.</param>
    public static string End(double value, double? beside = null)
    {
        if (Math.Abs(value - Math.Round(value, 3)) <= 1e-9 * Math.Abs(value)) return Of(value);
        var unit = Math.Min(1, Power(Math.Abs(value), 3));
        if (beside is { } other && other != value) unit = Math.Min(unit, Power(Math.Abs(other - value), 1));
        return Of(ToUnit(value, unit)!.Value);
    }

    /// <summary>One of the ends of what a figure reads as, with the digits that tell it from the best value, else from the other end.</summary>
    public static string ReadEnd(FigureRange read, double end) => End(end, read.Best ?? (end == read.Low ? read.High : read.Low));

    /// <summary>The digits that mean something in a best value with its range: each end to two digits of its distance from the best, or three where the first is 1.</summary>
    /// <param name="low">Lower end; null: open.</param>
    /// <param name="best">Best value; null: none.</param>
    /// <param name="high">Upper end; null: open.</param>
    /// <param name="whole">Whether only whole numbers make sense.</param>
    /// <returns>The three, rounded so that low ≤ best ≤ high still holds where it held.</returns>
    public static (double? Low, double? Best, double? High) Rounded(double? low, double? best, double? high, bool whole)
    {
        var centre = best ?? Middle(low, high);
        var below = UnitOf(centre - low, centre, whole);
        var above = UnitOf(high - centre, centre, whole);
        return (ToUnit(low, below), ToUnit(best, Math.Min(below, above)), ToUnit(high, above));
    }

    /// <summary>The digits of a day in a course: all three to the finer unit of both ends, at most to whole numbers, so that days can be told apart.</summary>
    public static (double? Low, double? Best, double? High) RoundedInCourse(double? low, double? best, double? high, bool whole)
    {
        var centre = best ?? Middle(low, high);
        var unit = Math.Min(1, Math.Min(UnitOf(centre - low, centre, whole), UnitOf(high - centre, centre, whole)));
        return (ToUnit(low, unit), ToUnit(best, unit), ToUnit(high, unit));
    }

    /// <summary>A probability or a share as whole per cent: <c>24 %</c>, <c>under 1 %</c>, <c>over 99 %</c>.</summary>
    public static string Weight(double weight) => weight switch
    {
        <= 0 => "0 %",
        < 0.01 => "under 1 %",
        > 0.99 and < 1 => "over 99 %",
        _ => Whole(Math.Round(100 * weight)),
    };

    /// <summary>Weights that add up to 1 as whole per cent that add up to 100: the remainder goes to the largest fractions (largest remainder method).</summary>
    public static string[] Weights(IReadOnlyList<double> weights)
    {
        if (Math.Abs(weights.Sum() - 1) > 0.005) return [.. weights.Select(Weight)];
        int[] whole = [.. weights.Select(weight => (int)Math.Floor((100 * weight) + 1e-9))];
        var missing = 100 - whole.Sum();
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => (100 * weights[i]) - whole[i]).Take(Math.Max(missing, 0))) whole[i]++;
        return [.. weights.Select((weight, i) => weight is > 0 and < 0.01 or > 0.99 and < 1 ? Weight(weight) : Whole(whole[i]))];
    }

    /// <summary>A fraction as per cent, to three digits: <c>33.3 %</c>. What is only close to 1 is not 100 % and keeps all its digits: <c>99.99 %</c>.</summary>
    public static string Percent(double fraction)
    {
        var percent = ToUnit(100 * fraction, Power(Math.Abs(100 * fraction), 2))!.Value;
        return (percent == 100 && fraction < 1 ? InFull(fraction) : Of(percent)) + " %";
    }

    /// <summary>What a share reads as and its ends, in per cent with the digits of <see cref="End"/>: <c>99.85 %</c>.</summary>
    public static string PercentEnd(double fraction) => End(100 * fraction) + " %";

    /// <summary>From one number to another: <c>347–453</c>, or with <c>to</c> where a minus sign would be misread.</summary>
    public static string Range(string low, string high) =>
        low == high ? low : low.StartsWith('-') || high.StartsWith('-') ? $"{low} to {high}" : $"{low}–{high}";

    /// <summary>A hundred times a number near 1, in decimals: as a binary fraction the product may be 100.</summary>
    private static string InFull(double fraction) =>
        (100 * decimal.Parse(fraction.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("0.##################", CultureInfo.InvariantCulture);

    private static string Whole(double percent) => percent.ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Signed(string digits) => digits == "-0" ? "0" : digits;

    private static double? Middle(double? low, double? high) => low is { } l && high is { } h ? l + (h - l) / 2 : low ?? high;

    /// <summary>The unit in which a distance has its digits; a number without a range keeps four of its own.</summary>
    private static double UnitOf(double? distance, double? centre, bool whole)
    {
        var unit = distance is { } d && d > 0 ? Power(d, d < 2 * Power(d, 0) ? 2 : 1) : Power(Math.Abs(centre ?? 0), 3);
        return whole ? Math.Max(unit, 1) : unit;
    }

    private static double Power(double size, int digitsLess) =>
        size > 0 && double.IsFinite(size) ? Math.Pow(10, Math.Floor(Math.Log10(size)) - digitsLess) : 1;

    private static double? ToUnit(double? value, double unit)
    {
        if (value is not { } v || !double.IsFinite(v)) return value;

        // A unit below 1 is divided by its inverse: 0.1 is no binary fraction, 10 is, so that 3 tenths print as 0.3.
        if (unit >= 1) return Math.Round(v / unit) * unit;
        var inverse = Math.Round(1 / unit);
        return double.IsFinite(v * inverse) ? Math.Round(v * inverse) / inverse : v;
    }
}
