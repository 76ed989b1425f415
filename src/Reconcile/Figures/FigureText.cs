using System.Globalization;
using System.Text;

namespace Reconcile.Figures;

/// <summary>The words of figures that were made from numbers. Each text parses back to an equal figure.</summary>
internal static class FigureText
{
    /// <summary>A number whose first digit stands lower than this power of ten is written with an exponent, every other one in full.</summary>
    private const int LowestPlainPower = -12;

    public static string Say(in FigureFacts facts)
    {
        var share = facts.IsShare;
        return facts.Hedge switch
        {
            Hedge.Exactly => "exactly " + Number(facts.Value, share),
            Hedge.About => "about " + Number(facts.Value, share),
            Hedge.AtLeast => "at least " + Number(facts.Low, share),
            Hedge.AtMost => "at most " + Number(facts.High, share),
            Hedge.Between => Ends(facts.Low, facts.High, share),
            Hedge.Interval => $"{Number(facts.Value, share)} ({Number(facts.Level, true)} CI {Ends(facts.Low, facts.High, share)})",
            _ => Number(facts.Value, share),
        };
    }

    /// <summary>What holds where a floor or a ceiling does not: "at most 5,000" for "over 5,000"; null for every other figure.</summary>
    public static string? Opposite(in FigureFacts facts) => facts switch
    {
        { Kind: FigureKind.Floor, Low: { } low } => "at most " + Number(Short(low, facts), facts.IsShare),
        { Kind: FigureKind.Ceiling, High: { } high } => "at least " + Number(Short(high, facts), facts.IsShare),
        _ => null,
    };

    /// <summary>A third as 33.3 %.</summary>
    private static double Short(double value, in FigureFacts facts) => facts.IsFraction ? Math.Round(value, 3) : value;

    /// <summary>A text whose numbers use the separators of a culture.</summary>
    /// <remarks>In every text a comma or point between digits is an invariant separator.</remarks>
    public static string InCulture(string text, IFormatProvider? provider)
    {
        var numbers = NumberFormatInfo.GetInstance(provider ?? CultureInfo.InvariantCulture);
        if (numbers.NumberGroupSeparator == "," && numbers.NumberDecimalSeparator == ".")
            return text;

        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var beforeDigit = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            var afterDigit = i > 0 && char.IsAsciiDigit(text[i - 1]);
            _ = text[i] switch
            {
                ',' when beforeDigit && afterDigit => result.Append(numbers.NumberGroupSeparator),
                '.' when beforeDigit => result.Append(numbers.NumberDecimalSeparator),
                var other => result.Append(other),
            };
        }

        return result.ToString();
    }

    /// <summary>A number with thousands separators; a share in per cent.</summary>
    public static string Number(double? value, bool isShare)
    {
        var number = DecimalNumber.From(value.GetValueOrDefault());
        var text = new StringBuilder();
        if (number.IsNegative)
            text.Append('-');
        AppendSize(text, isShare ? number.Shifted(2) : number);
        return (isShare ? text.Append('%') : text).ToString();
    }

    private static string Ends(double? low, double? high, bool share)
    {
        var between = low < 0 || high < 0 ? " to " : "–";
        return Number(low, share) + between + Number(high, share);
    }

    private static void AppendSize(StringBuilder text, DecimalNumber number)
    {
        var digits = number.Mantissa.ToString(CultureInfo.InvariantCulture);
        if (number.Mantissa == 0)
        {
            text.Append('0');
        }
        else if (number.Exponent + digits.Length <= LowestPlainPower)
        {
            text.Append(digits).Append('E').Append(CultureInfo.InvariantCulture, $"{number.Exponent}");
        }
        else if (number.Exponent >= 0)
        {
            AppendGrouped(text, digits + new string('0', number.Exponent));
        }
        else
        {
            var padded = digits.PadLeft(1 - number.Exponent, '0');
            AppendGrouped(text, padded[..^-number.Exponent]);
            text.Append('.').Append(padded, padded.Length + number.Exponent, -number.Exponent);
        }
    }

    private static void AppendGrouped(StringBuilder text, string digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0)
                text.Append(',');
            text.Append(digits[i]);
        }
    }
}
