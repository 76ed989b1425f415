using System.Globalization;

namespace Reconcile.Validation;

/// <summary>Ranges such as 10-15,000: from ten to this library, to the letter; mostly from ten thousand to whoever wrote it.</summary>
internal static class SharedThousands
{
    private const double Thousand = 1000;

    /// <summary>How such a range would be written if its first number were thousands too; null where that makes no rising range, or the words leave no doubt.</summary>
    public static string? In(Figure figure)
    {
        if (figure.IsShare || figure.IsOfNumbers || figure.Kind != FigureKind.Range || figure.Read(HedgeReading.SignificantDigit) is not { Low: { } low, High: { } high }) return null;
        var isMistakable = low is >= 1 and < Thousand && high % Thousand == 0 && low == Math.Floor(low) && low < high / Thousand && Says(figure.Text, low) && Says(figure.Text, high);
        return isMistakable ? $"{Said(low * Thousand)}–{Said(high)}" : null;
    }

    private static bool Says(string text, double number) =>
        text.Contains(Said(number), StringComparison.Ordinal) || text.Contains(number.ToString("0", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Said(double number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
