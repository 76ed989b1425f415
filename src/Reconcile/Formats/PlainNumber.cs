using System.Globalization;

namespace Reconcile.Formats;

/// <summary>A number as a phrase: its shortest digits, without an exponent.</summary>
internal static class PlainNumber
{
    /// <param name="value">Finite.</param>
    public static string Text(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        if (e < 0) return shortest;

        var sign = shortest[0] == '-' ? "-" : "";
        var mantissa = shortest[sign.Length..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var places = (point < 0 ? mantissa.Length : point) + int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (places <= 0) return sign + "0." + new string('0', -places) + digits;
        return places >= digits.Length ? sign + digits.PadRight(places, '0') : sign + digits[..places] + "." + digits[places..];
    }
}
