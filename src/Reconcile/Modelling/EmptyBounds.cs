using Reconcile.Figures;

namespace Reconcile.Modelling;

/// <summary>
/// Floors and ceilings that say nothing: a floor at or below the least that what it speaks of can be anyway, a ceiling at or above the most. "At least 0" is not said to be near 0; as the word of
/// a day it would draw down what nobody knows of that day.
/// </summary>
internal static class EmptyBounds
{
    /// <summary>Has the claims of a component that say nothing leave everything as likely as it is.</summary>
    public static void Empty(ModelledClaim[] claims, State[] states)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            if (!claims[i].GivesValue && SaysNothing(claims[i], states)) claims[i] = claims[i] with { SaysNothing = true, Shape = Shapes.Nothing.Shape };
        }
    }

    private static bool SaysNothing(ModelledClaim claim, State[] states)
    {
        var isFloor = claim.Kind == FigureKind.Floor;
        var end = isFloor ? claim.Literal.Low : claim.Literal.High;
        if (!double.IsFinite(end)) return true;
        if (claim.Denominator is { } denominator) return Holds(claim.Form.Minus(end, denominator), states, isFloor, 0);
        return (claim.Claim.During is not null && claim.Form.States.Length > 1) ? isFloor && end <= 0 && IsRise(claim.Form, states) : Holds(claim.Form, states, isFloor, end);
    }

    /// <summary>Whether a form is never below (above) a number, by the hard bounds of its states.</summary>
    private static bool Holds(Form form, State[] states, bool isFloor, double number)
    {
        var (least, most) = (0.0, 0.0);
        for (var i = 0; i < form.States.Length; i++)
        {
            var (bounds, coefficient) = (states[form.States[i]].Bounds, form.Coefficients[i]);
            least += coefficient * (coefficient > 0 ? bounds.Low : bounds.High);
            most += coefficient * (coefficient > 0 ? bounds.High : bounds.Low);
        }

        return isFloor ? number <= least : number >= most;
    }

    /// <summary>Whether a form is what totals grew by: no total falls.</summary>
    private static bool IsRise(Form form, State[] states)
    {
        for (var i = 0; i < form.States.Length; i++)
        {
            // Of a total the last day is added, the first one taken away.
            var isLast = states[form.States[i]].Day == states[form.States[^1]].Day;
            if (form.Coefficients[i] > 0 != isLast) return false;
        }

        return true;
    }
}
