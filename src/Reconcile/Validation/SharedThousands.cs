using System.Globalization;
using System.Text;

namespace Reconcile.Validation;

/// <summary>Ranges such as 10-15,000 or 10–15 000: from ten to this library, to the letter; mostly from ten thousand to whoever wrote it.</summary>
internal static class SharedThousands
{
    private const double Thousand = 1000;

    /// <summary>How such a range would be written if its first number were thousands too; null where that makes no rising range, or the words leave no doubt.</summary>
    public static string? In(Figure figure)
    {
        if (figure.IsShare || figure.IsOfNumbers || figure.Kind != FigureKind.Range || figure.Read(HedgeReading.SignificantDigit) is not { Low: { } low, High: { } high }) return null;
        if (low is not (>= 1 and < Thousand) || high % Thousand != 0 || low != Math.Floor(low) || !(low < high / Thousand)) return null;
        var said = WithoutSeparators(figure.Text);
        return Says(said, low) && Says(said, high) ? $"{Grouped(low * Thousand)}–{Grouped(high)}" : null;
    }

    private static bool Says(string text, double number) => text.Contains(number.ToString("0", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The text with 15,000, 15 000 and 15'000 as 15000.</summary>
    private static string WithoutSeparators(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isBetweenDigits = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (!isBetweenDigits || !(text[i] is ',' or '\'' or '\u2018' or '\u2019' || char.IsWhiteSpace(text[i]))) digits.Append(text[i]);
        }

        return digits.ToString();
    }

    private static string Grouped(double number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
