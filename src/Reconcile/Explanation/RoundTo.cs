using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Whether a value, rounded, is what a rounder figure says.</summary>
internal static class RoundTo
{
    /// <summary>Of half a unit: decimal fractions are none of base two.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>With as many significant digits as the figure has, either way from half way between: 95 rounds to 100, 88 to 90. To dozens and scores it rounds by their size.</summary>
    public static bool Figure(ModelledClaim rounder, double value)
    {
        var said = rounder.Claim.Figure;
        var power = Math.Log10(said.Unit);
        var isDecimal = Math.Abs(power - Math.Round(power)) < Tolerance;
        if (!isDecimal || value == 0 || said.Value is not { } number || number == 0) return Lies(value, rounder.Value, said.Unit);
        var digitsAfterFirst = FirstDigit(number) - Math.Round(power);
        return Lies(value, rounder.Value, Math.Pow(10, FirstDigit(value) - digitsAfterFirst));
    }

    private static bool Lies(double value, double rounder, double unit) => Math.Abs(value - rounder) <= unit / 2 * (1 + Tolerance);

    /// <summary>Power of ten of the first digit.</summary>
    private static double FirstDigit(double value) => Math.Floor(Math.Log10(Math.Abs(value)) + Tolerance);
}
