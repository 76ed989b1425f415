using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>What can be wrong with what a claim speaks of and with what it says of it.</summary>
internal static class SubjectRules
{
    public static void Check(int index, Claim claim, DossierSurvey survey, FindingCollector findings)
    {
        var text = survey.Texts.Subjects[index];
        var speaksOfSomething = CheckSubject(index, claim, text, survey, findings);
        if (!CheckFigure(index, claim, findings) || !speaksOfSomething) return;

        var pointOfThousands = PointOfThousands.In(claim.Figure);
        if (pointOfThousands is { } meant)
        {
            findings.OnClaim(
                index, claim, "figure", FindingCodes.PointOfThousands,
                $"{NearestNames.Shown(claim.Figure.Text)} has a decimal point before three digits; if thousands are meant, write {meant}.");
        }

        if (SharedThousands.In(claim.Figure) is { } range)
        {
            findings.OnClaim(
                index, claim, "figure", FindingCodes.SharedThousands,
                $"{NearestNames.Shown(claim.Figure.Text)} reads as starting below a thousand; if thousands are meant, write {range}.");
        }

        var isShare = text.Composed?.Subject?.Denominator is not null;
        if (isShare && !claim.Figure.IsShare)
        {
            findings.OnClaim(
                index, claim, "figure", FindingCodes.ShareMismatch,
                $"{NearestNames.Shown(claim.Quantity)} is a share and takes a share, such as \"25 %\" or \"a third\"; found {NearestNames.Shown(claim.Figure.Text)}.");
        }
        else if (!isShare && claim.Figure.IsShare)
        {
            findings.OnClaim(
                index, claim, "figure", FindingCodes.ShareMismatch,
                $"{NearestNames.Shown(claim.Figure.Text)} is a share, and {NearestNames.Shown(claim.Quantity)} is none; "
                + $"say of what it is a share, such as \"{NearestNames.Short(claim.Quantity)} / total\".");
        }
        else if (!isShare)
        {
            if (pointOfThousands is null && FractionsOfWholes.In(claim, text, survey) is { } fraction) findings.OnClaim(index, claim, "figure", FindingCodes.FractionOfWhole, fraction);
            CheckBounds(index, claim, text.Composed is { } composed ? FormBounds.Of(composed.Subject!.Numerator, survey) : FormBounds.Of(text.Name, survey), findings);
        }
    }

    private static bool CheckSubject(int index, Claim claim, SubjectText text, DossierSurvey survey, FindingCollector findings)
    {
        if (text.IsMissing)
        {
            findings.OnClaim(index, claim, "quantity", FindingCodes.Missing, "A claim needs a quantity: what it speaks of.");
            return false;
        }

        if (text.Composed is not { } composed)
        {
            if (survey.DeclaresQuantities && survey.Declared(text.Name) is null) findings.OnClaim(index, claim, "quantity", FindingCodes.UnknownQuantity, survey.QuantityNames.Unknown(claim.Quantity));
            return true;
        }

        if (composed.Subject is not { } subject)
        {
            findings.OnClaim(
                index, claim, "quantity", FindingCodes.SubjectSyntax,
                $"The quantity {NearestNames.Shown(claim.Quantity)} is not understood at {composed.Error}.");
            return false;
        }

        if (subject.Numerator.Terms.IsEmpty || subject.Denominator is { Terms.IsEmpty: true })
        {
            findings.OnClaim(index, claim, "quantity", FindingCodes.SubjectWithoutQuantity, WithoutQuantity(claim.Quantity, subject));
            return false;
        }

        if (subject.Denominator is { } whole && subject.Numerator.IsMultipleOf(whole))
        {
            findings.OnClaim(
                index, claim, "quantity", FindingCodes.SubjectWithoutQuantity,
                $"The share {NearestNames.Shown(claim.Quantity)} is the same whatever is counted; above the \"/\" stands the part, below it the whole.");
            return false;
        }

        if (QuantityNameRules.Unknown(survey, claim.Quantity, subject.Numerator, subject.Denominator) is { } unknown)
        {
            foreach (var message in unknown) findings.OnClaim(index, claim, "quantity", FindingCodes.UnknownQuantity, message);
        }

        return true;
    }

    private static string WithoutQuantity(string text, ParsedSubject subject) =>
        subject.Denominator is null ? $"No quantity is left in {NearestNames.Shown(text)}; a claim must speak of one."
        : subject.Numerator.Terms.IsEmpty ? $"No quantity is left above the \"/\" in {NearestNames.Shown(text)}; a share needs one on both sides."
        : $"No quantity is left below the \"/\" in {NearestNames.Shown(text)}; a part of a quantity is written 0.5 * killed.";

    /// <summary>Whether the figure says something.</summary>
    private static bool CheckFigure(int index, Claim claim, FindingCollector findings)
    {
        if (claim.Figure is not { } figure)
        {
            findings.OnClaim(index, claim, "figure", FindingCodes.Missing, "A claim needs a figure: what was said.");
            return false;
        }

        if (figure.Error is { } error)
        {
            findings.OnClaim(index, claim, "figure", FindingCodes.FigureNotUnderstood, error);
            return false;
        }

        foreach (var number in (ReadOnlySpan<double?>)[figure.Value, figure.Low, figure.High])
        {
            if (number is not { } value || PropertyRules.IsNumber(value)) continue;

            findings.OnClaim(index, claim, "figure", FindingCodes.NumberOutOfRange, PropertyRules.NotANumber("numbers of a figure", value));
            return false;
        }

        return true;
    }

    private static void CheckBounds(int index, Claim claim, FormBounds bounds, FindingCollector findings)
    {
        var figure = claim.Figure;
        var least = figure.Low ?? (figure.Kind == FigureKind.Ceiling ? null : figure.Value);
        var largest = figure.High ?? (figure.Kind == FigureKind.Floor ? null : figure.Value);
        if (!(largest < bounds.Low) && !(least > bounds.High)) return;

        var said = HedgeReading.SignificantDigit.Interpret(figure);
        if (!bounds.IsAlwaysAbove(said.High) && !bounds.IsAlwaysBelow(said.Low)) return;

        var limit = bounds.IsAlwaysAbove(said.High) ? $"at least {PropertyRules.Shown(bounds.Low)}" : $"at most {PropertyRules.Shown(bounds.High)}";
        findings.OnClaim(
            index, claim, "figure", FindingCodes.FigureOutOfBounds,
            $"{NearestNames.Shown(figure.Text)} cannot hold: {NearestNames.Shown(claim.Quantity)} is {limit} by the bounds of its quantities.");
    }
}
