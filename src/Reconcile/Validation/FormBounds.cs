using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>The range of a linear form while its quantities move within their bounds.</summary>
/// <param name="Low">Its least value; −∞: open.</param>
/// <param name="High">Its largest value; +∞: open.</param>
/// <param name="Rounding">How far rounding may have moved the ends.</param>
internal readonly record struct FormBounds(double Low, double High, double Rounding)
{
    /// <summary>Relative to the largest part; far above the rounding of 500 terms, far below what anybody means by a number.</summary>
    private const double Tolerance = 1e-9;

    public bool IsAlwaysAbove(double value) => Low > value + Rounding;

    public bool IsAlwaysBelow(double value) => High < value - Rounding;

    public static FormBounds Of(LinearForm form, DossierSurvey survey)
    {
        double low = form.Constant, high = form.Constant, largest = Math.Abs(form.Constant);
        foreach (var (name, coefficient) in form.Terms)
        {
            var (min, max) = survey.BoundsOf(name);
            low += coefficient * (coefficient > 0 ? min : max);
            high += coefficient * (coefficient > 0 ? max : min);
            if (double.IsFinite(min)) largest = Math.Max(largest, Math.Abs(coefficient * min));
            if (double.IsFinite(max)) largest = Math.Max(largest, Math.Abs(coefficient * max));
        }

        return new FormBounds(low, high, Tolerance * largest);
    }
}
