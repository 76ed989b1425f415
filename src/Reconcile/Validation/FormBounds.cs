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
        double low = 0, high = 0, largest = 0;
        Add(form, 1, survey, ref low, ref high, ref largest);
        return new FormBounds(low, high, Tolerance * largest);
    }

    /// <summary>The range of one quantity, by the number of its name.</summary>
    public static FormBounds Of(int name, DossierSurvey survey)
    {
        var (low, high) = survey.BoundsOf(name);
        return new FormBounds(low, high, Tolerance * Math.Max(double.IsFinite(low) ? Math.Abs(low) : 0, double.IsFinite(high) ? Math.Abs(high) : 0));
    }

    /// <summary>The range of left − right where no quantity stands on both sides; null where one does, for then its terms have to be joined first.</summary>
    public static FormBounds? OfSeparate(LinearForm left, LinearForm right, DossierSurvey survey)
    {
        if (left.Terms.IsEmpty && right.Terms.IsEmpty) return null;
        if (left.SharesNameWith(right)) return null;
        double low = 0, high = 0, largest = 0;
        Add(left, 1, survey, ref low, ref high, ref largest);
        Add(right, -1, survey, ref low, ref high, ref largest);
        return new FormBounds(low, high, Tolerance * largest);
    }

    private static void Add(LinearForm form, double sign, DossierSurvey survey, ref double low, ref double high, ref double largest)
    {
        low += sign * form.Constant;
        high += sign * form.Constant;
        largest = Math.Max(largest, Math.Abs(form.Constant));
        foreach (ref readonly var term in form.Terms.AsSpan())
        {
            var coefficient = sign * term.Coefficient;
            var (min, max) = survey.BoundsOf(term.Number);
            low += coefficient * (coefficient > 0 ? min : max);
            high += coefficient * (coefficient > 0 ? max : min);
            if (double.IsFinite(min)) largest = Math.Max(largest, Math.Abs(coefficient * min));
            if (double.IsFinite(max)) largest = Math.Max(largest, Math.Abs(coefficient * max));
        }
    }
}
