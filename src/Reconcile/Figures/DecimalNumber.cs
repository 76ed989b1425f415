using System.Globalization;

namespace Reconcile.Figures;

/// <summary>A number as it was written: ± <paramref name="Mantissa"/> · 10^<paramref name="Exponent"/>, so that "12.3 %" and "1.5 million" round once only.</summary>
/// <param name="IsNegative">Whether it is below zero.</param>
/// <param name="Mantissa">Its digits.</param>
/// <param name="Exponent">Power of ten of the last digit of the mantissa.</param>
/// <param name="UnitExponent">Power of ten of the last significant digit: trailing zeros count only after a decimal point.</param>
internal readonly record struct DecimalNumber(bool IsNegative, ulong Mantissa, int Exponent, int UnitExponent)
{
    private const ulong ExactMantissa = 1UL << 53;

    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>The nearest double.</summary>
    public double Value
    {
        get
        {
            if (Mantissa == 0)
                return 0;

            var size = Mantissa < ExactMantissa && Math.Abs(Exponent) < Powers.Length ? Exact() : Rounded();
            return IsNegative ? -size : size;
        }
    }

    /// <summary>The unit of the last significant digit, never finer than <see cref="FigureLimits.FinestUnit"/>.</summary>
    public double Unit => Math.Max(PowerOfTen(UnitExponent), FigureLimits.FinestUnit);

    /// <summary>A number without a decimal point.</summary>
    public static DecimalNumber Whole(ulong value)
    {
        var exponent = 0;
        for (; value > 0 && value % 10 == 0; value /= 10)
            exponent++;
        return new DecimalNumber(false, value, exponent, exponent);
    }

    /// <summary>A finite double by its shortest digits.</summary>
    public static DecimalNumber From(double value)
    {
        Span<char> text = stackalloc char[32];
        Math.Abs(value).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        ulong mantissa = 0;
        var exponent = 0;
        var afterPoint = false;
        for (var i = 0; i < length; i++)
        {
            if (text[i] == '.')
            {
                afterPoint = true;
            }
            else if (text[i] == 'E')
            {
                exponent += int.Parse(text[(i + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else
            {
                mantissa = mantissa * 10 + (ulong)(text[i] - '0');
                exponent -= afterPoint ? 1 : 0;
            }
        }

        return mantissa == 0 ? default : Whole(mantissa).Shifted(exponent) with { IsNegative = value < 0 };
    }

    /// <summary>This times 10^<paramref name="powers"/>, with as many significant digits.</summary>
    public DecimalNumber Shifted(int powers) => this with { Exponent = Exponent + powers, UnitExponent = UnitExponent + powers };

    /// <summary>This times a small whole number, such as a dozen.</summary>
    public DecimalNumber Times(uint factor)
    {
        var product = Whole(Mantissa * factor);
        return product.Shifted(Exponent) with { IsNegative = IsNegative };
    }

    /// <summary>10^<paramref name="exponent"/> as the nearest double.</summary>
    public static double PowerOfTen(int exponent) => exponent switch
    {
        >= 0 and <= 22 => Powers[exponent],
        < 0 and >= -22 => 1 / Powers[-exponent],
        _ => Math.Pow(10, exponent),
    };

    private double Exact() => Exponent >= 0 ? Mantissa * Powers[Exponent] : Mantissa / Powers[-Exponent];

    private double Rounded()
    {
        Span<char> text = stackalloc char[40];
        text.TryWrite(CultureInfo.InvariantCulture, $"{Mantissa}E{Exponent}", out var length);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
