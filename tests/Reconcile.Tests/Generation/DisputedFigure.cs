using System.Globalization;

namespace Reconcile.Tests.Generation;

/// <summary>Draws how a value that a source saw is said: all kinds of figures, in numbers and in words.</summary>
internal sealed class DisputedFigure(Random random)
{
    private static readonly string[] Abouts = ["about", "around", "roughly", "some", "approximately"];

    private static readonly string[] Floors = ["at least", "more than", "over"];

    private static readonly string[] Ceilings = ["up to", "at most", "no more than"];

    public Figure Of(double value)
    {
        if (value < 1) return Figure.AtMost(Math.Max(1, Math.Ceiling(value)));
        return random.Next(11) switch
        {
            0 or 1 => Figure.Parse(Digits(Rounded(value, random.Next(2, 5)))),
            2 => Figure.About(Rounded(value, random.Next(1, 3))),
            3 => Said(Abouts, Rounded(value, random.Next(1, 3))),
            4 => Said(Floors, Math.Max(1, Rounded(value * (0.4 + (0.6 * random.NextDouble())), 2))),
            5 => Said(Ceilings, Math.Max(1, Rounded(value * (1 + random.NextDouble()), 2))),
            6 => Figure.Between(Rounded(value * (0.5 + (0.5 * random.NextDouble())), 2), Rounded(value * (1 + (0.8 * random.NextDouble())), 2)),
            7 => Figure.Exactly(Math.Round(value)),
            8 => Figure.Parse("nearly " + Digits(Rounded(value * 1.05, 2))),
            9 => Figure.Parse($"{Digits(Math.Round(value))} ± {Digits(Math.Ceiling(value * 0.1))}"),
            _ => Figure.Interval(Math.Round(value), Math.Floor(value * 0.8), Math.Ceiling(value * 1.3)),
        };
    }

    public Figure Share(double share)
    {
        var percent = Math.Max(1, Math.Round(100 * share));
        return Figure.Parse(random.Next(4) switch
        {
            0 => $"about {Digits(percent)} %",
            1 => $"at least {Digits(percent)} %",
            2 => $"{Digits(Math.Floor(percent * 0.9))}–{Digits(Math.Ceiling(percent * 1.1) + 1)} %",
            _ => $"{Digits(percent)} %",
        });
    }

    /// <summary>Rounded to some digits, never to nothing.</summary>
    public static double Rounded(double value, int digits)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(value)) - digits + 1));
        return Math.Max(unit, Math.Round(value / unit) * unit);
    }

    private Figure Said(string[] hedges, double value) => Figure.Parse(hedges[random.Next(hedges.Length)] + " " + Digits(value));

    private static string Digits(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
