using System.Globalization;

namespace Reconcile.RuleBooks;

/// <summary>The few words in which rules give their reasons.</summary>
internal static class Worded
{
    /// <summary>For example <c>3 figures</c>.</summary>
    public static string Count(int count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>For example <c>the lowest of 3 figures</c>, or <c>the only figure</c>.</summary>
    public static string OneOf(string which, int count) => count == 1 ? "the only figure" : $"{which} of {Count(count, "figure")}";

    /// <summary>What a rule says when the claims give it no number to go by.</summary>
    public static RuleBookFigure NothingFrom(StatedQuantity stated) => new()
    {
        Because = stated.Claims.All(claim => claim.Claim.Figure.Kind is FigureKind.Floor or FigureKind.Ceiling) ? "only bounds are stated" : "nothing stated that it could use",
    };

    /// <summary>A number to three significant digits.</summary>
    public static string Short(double value)
    {
        if (value == 0) return "0";
        var decimals = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (decimals > 15) return value.ToString("0.##E+0", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, -decimals);
        return decimals >= 0
            ? Math.Round(value, decimals).ToString("#,##0." + new string('#', decimals), CultureInfo.InvariantCulture)
            : (Math.Round(value / unit) * unit).ToString("#,##0", CultureInfo.InvariantCulture);
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
