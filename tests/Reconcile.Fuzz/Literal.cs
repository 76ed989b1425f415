using System.Globalization;
using System.Text;

namespace Reconcile.Fuzz;

/// <summary>Text as a C# literal, so that an input can be pasted into a test.</summary>
internal static class Literal
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') literal.Append('\\').Append(letter);
            else if (letter is >= ' ' and <= '~') literal.Append(letter);
            else literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return literal.Append('"').ToString();
    }

    /// <summary>As Latin-1, byte for byte, where the bytes are no UTF-8.</summary>
    public static string Of(byte[] bytes)
    {
        try
        {
            return Of(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return "Latin-1 " + Of(Encoding.Latin1.GetString(bytes));
        }
    }
}
