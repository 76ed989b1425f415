using System.Globalization;

namespace Reconcile.Tests;

/// <summary>Cultures of other callers. The tests run without the data of real ones, so that what matters of them here is written by hand.</summary>
internal static class Abroad
{
    public static CultureInfo German { get; } = Culture(
        numbers => (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator) = (",", "."),
        dates => (dates.ShortDatePattern, dates.DateSeparator, dates.MonthNames) = ("dd.MM.yyyy", ".", [.. "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".Split(' '), ""]));

    public static CultureInfo Arabic { get; } = Culture(
        numbers => (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign, numbers.PercentSymbol) = ("٫", "٬", "\u061C-", "٪"),
        dates => (dates.ShortDatePattern, dates.DateSeparator) = ("d\u200F/M\u200F/yyyy", "\u200F/"));

    /// <summary>A long dash for minus, as in Swedish.</summary>
    public static CultureInfo Swedish { get; } = Culture(
        numbers => (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign) = (",", "\u00A0", "−"),
        dates => dates.ShortDatePattern = "yyyy-MM-dd");

    public static IReadOnlyList<CultureInfo> Cultures { get; } = [German, Arabic, Swedish];

    /// <summary>What comes out in a culture.</summary>
    public static string In(CultureInfo culture, Func<string> action)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Culture(Action<NumberFormatInfo> numbers, Action<DateTimeFormatInfo> dates)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        numbers(culture.NumberFormat);
        dates(culture.DateTimeFormat);
        return culture;
    }
}
