using System.Globalization;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>Figures such as 1.5 killed: nobody counted that, so that a number lost its thousands, or what is counted is not whole.</summary>
internal static class FractionsOfWholes
{
    private const double Thousand = 1000;

    /// <summary>What is wrong with a figure, no share, of what takes whole numbers only; null: nothing. The ends of an interval around a whole best value are no figures of their own.</summary>
    public static string? In(Claim claim, SubjectText subject, DossierSurvey survey)
    {
        var figure = claim.Figure;
        double?[] said = figure.Value is null ? [figure.Low, figure.High] : [figure.Value];
        if (Array.Find(said, static number => number is { } value && !double.IsInteger(value)) is not { } fraction || !IsWhole(subject, survey)) return null;

        var thousands = Math.Round(fraction * Thousand);
        var isThousands = fraction is > 1 and < Thousand && Math.Abs((fraction * Thousand) - thousands) < 1e-6;
        return $"{NearestNames.Shown(figure.Text)} has a fraction, and {NearestNames.Shown(claim.Quantity)} takes whole numbers only; "
            + (isThousands ? $"if thousands are meant, write {thousands.ToString("#,##0", CultureInfo.InvariantCulture)}, and " : "")
            + $"if fractions can be, declare {(subject.Composed is null ? "it" : "its quantities")} without \"whole\".";
    }

    private static bool IsWhole(SubjectText subject, DossierSurvey survey)
    {
        if (subject.Composed is not { } composed) return IsWhole(subject.Name, survey);
        var form = composed.Subject!.Numerator;
        var isWhole = double.IsInteger(form.Constant);
        foreach (ref readonly var term in form.Terms.AsSpan()) isWhole &= double.IsInteger(term.Coefficient) && IsWhole(term.Number, survey);
        return isWhole;
    }

    private static bool IsWhole(int name, DossierSurvey survey) => survey.Declared(name) is { Whole: true };
}
