using System.Globalization;
using Reconcile.Figures;

namespace Reconcile.Validation;

/// <summary>What holds for one value, whatever it belongs to. Each gives the message, or null when nothing is wrong.</summary>
internal static class PropertyRules
{
    public const double LargestNumber = FigureLimits.Magnitude;

    public static bool IsMissing(string? text) => string.IsNullOrWhiteSpace(text);

    public static bool IsNumber(double value) => Math.Abs(value) <= LargestNumber;

    public static string NotANumber(string what, double value) => string.Create(
        CultureInfo.InvariantCulture, $"The {what} must be finite and within ±1e15; found {Shown(value)}.");

    public static string Shown(double value) =>
        double.IsPositiveInfinity(value) ? "infinity"
        : double.IsNegativeInfinity(value) ? "minus infinity"
        : double.IsNaN(value) ? "not a number"
        : value.ToString(CultureInfo.InvariantCulture);

    public static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DuplicateId(string what, string list, string id, int first) => string.Create(
        CultureInfo.InvariantCulture, $"The id {NearestNames.Shown(id)} is that of {list}[{first}] already; each {what} needs its own.");
}
