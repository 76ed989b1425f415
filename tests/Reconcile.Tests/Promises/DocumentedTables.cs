namespace Reconcile.Tests.Promises;

/// <summary>What figures, sources and grades mean by the tables of <c>docs/method.md</c>, sections 2 and 3, written down a second time and apart from the library.</summary>
internal static class DocumentedTables
{
    private const double CountError = 0.02;

    /// <summary>The literal interval of a figure and the value that its source's relative error multiplies. Number words are left to other tests.</summary>
    public static (double Low, double High, double Value) Literal(Figure figure)
    {
        var fine = Math.Min(figure.IsShare ? 0.01 : 1, figure.Unit);
        return figure.Hedge switch
        {
            Hedge.AtLeast => (figure.Low!.Value, double.PositiveInfinity, figure.Low.Value),
            Hedge.AtMost => (double.NegativeInfinity, figure.High!.Value, figure.High.Value),
            Hedge.Between when figure.Low < figure.High => (figure.Low!.Value, figure.High!.Value, (figure.Low.Value + figure.High.Value) / 2),
            Hedge.Between => Around(figure.Low!.Value, 0.5 * fine),
            Hedge.Interval => (figure.Low!.Value, figure.High!.Value, figure.Value!.Value),
            Hedge.Exactly => Around(figure.Value!.Value, 0.5 * fine),
            Hedge.None => Around(figure.Value!.Value, Math.Max(0.5 * fine, Math.Min(0.5 * figure.Unit, 0.15 * Math.Abs(figure.Value.Value)))),
            Hedge.About => Around(figure.Value!.Value, About(figure, fine)),
            Hedge.Nearly => (figure.Value!.Value - About(figure, fine), figure.Value.Value, figure.Value.Value),
            Hedge.JustOver => (figure.Value!.Value, figure.Value.Value + About(figure, fine), figure.Value.Value),
            var other => throw new NotSupportedException(other.ToString()),
        };
    }

    /// <summary>The literal interval widened by the relative error of the source: in quadrature for points, added for ranges; further where the source leans.</summary>
    public static (double Low, double High) Tolerant(Dossier dossier, Claim claim)
    {
        var (low, high, value) = Literal(claim.Figure);
        var error = ErrorOf(dossier, claim);
        if (claim.Figure.Kind == FigureKind.Point)
        {
            low = value - Math.Sqrt(Square(value - low) + Square(error * value));
            high = value + Math.Sqrt(Square(high - value) + Square(error * value));
        }
        else
        {
            if (double.IsFinite(low)) low -= error * Math.Abs(low);
            if (double.IsFinite(high)) high += error * Math.Abs(high);
        }

        return LeaningOf(dossier, claim, value) switch
        {
            Tendency.Overstate => (Math.Min(low, 0.17 * value), high),
            Tendency.Understate => (low, Math.Max(high, 3.5 * value)),
            _ => (low, high),
        };
    }

    /// <summary>max(0.1, ln(10·A/(1 − A))), A after credibility and, by ICD 203, words of likelihood.</summary>
    public static double CostOf(Dossier dossier, Claim claim)
    {
        var source = SourceOf(dossier, claim);
        var accuracy = source?.Accuracy ?? (source?.Reliability ?? Reliability.C) switch
        {
            Reliability.A => 0.98,
            Reliability.B => 0.93,
            Reliability.C => 0.85,
            Reliability.D => 0.65,
            Reliability.E => 0.40,
            _ => 0.80,
        };
        var factor = claim.Credibility switch
        {
            Credibility.Confirmed or Credibility.ProbablyTrue => 1.5,
            Credibility.Doubtful => 0.4,
            Credibility.Improbable => 0.1,
            _ => 1,
        };
        var odds = accuracy / (1 - accuracy) * factor * (SpeaksAgainstInterest(dossier, claim) ? 2 : 1);
        if (claim.Likelihood is not null)
        {
            var holds = odds / (1 + odds) * claim.Likelihood switch
            {
                "roughly even chance" => 0.5,
                "likely" => 0.675,
                "very likely" => 0.875,
                "almost certain" => 0.97,
                _ => 1,
            };
            odds = holds / (1 - holds);
        }

        return Math.Max(0.1, Math.Log(10 * odds));
    }

    private static double ErrorOf(Dossier dossier, Claim claim)
    {
        var source = SourceOf(dossier, claim);
        var error = source?.RelativeError ?? (source?.Reliability ?? Reliability.C) switch
        {
            Reliability.A => 0.02,
            Reliability.B => 0.05,
            Reliability.C => 0.10,
            Reliability.D => 0.20,
            Reliability.E => 0.40,
            _ => 0.12,
        };
        return claim.Basis == Basis.Count ? Math.Min(error, CountError) : error;
    }

    /// <summary>Which way the source leans on what the claim is about; on shares, differences and what is not above 0 nobody does.</summary>
    private static Tendency? LeaningOf(Dossier dossier, Claim claim, double value)
    {
        if (claim.Figure.IsShare || claim.Quantity.Contains('-', StringComparison.Ordinal) || value <= 0) return null;
        var subject = SubjectOf(dossier, claim);
        var stated = dossier.Interests.FirstOrDefault(interest => interest.Source == claim.Source && (interest.Subject is null || interest.Subject == subject))?.Tends;
        if (stated is not null || !dossier.PartiesLean || SourceOf(dossier, claim)?.Party is not { } party) return stated;
        return subject == party ? Tendency.Understate : dossier.Sources.Any(source => source.Party is not null && source.Party == subject) ? Tendency.Overstate : null;
    }

    /// <summary>That of the quantity, or the one that all quantities of an expression have.</summary>
    private static string? SubjectOf(Dossier dossier, Claim claim)
    {
        string?[] subjects = [.. claim.Quantity.Split(' ').Where(word => char.IsLetter(word[0])).Select(name => dossier.Quantities.FirstOrDefault(quantity => quantity.Id == name)?.Subject).Distinct()];
        return subjects.Length == 1 ? subjects[0] : null;
    }

    /// <summary>Whether other roots contradict a claim on one quantity, and all of them from the side to which its source would rather have gone.</summary>
    private static bool SpeaksAgainstInterest(Dossier dossier, Claim claim)
    {
        if (claim.Quantity.Contains(' ', StringComparison.Ordinal) || LeaningOf(dossier, claim, Literal(claim.Figure).Value) is not { } tends) return false;
        var (low, high) = Tolerant(dossier, claim);
        var others = Holding.Counting(dossier).Where(other => other.Source != claim.Source && other.Quantity == claim.Quantity).Select(other => Tolerant(dossier, other)).ToArray();
        var (less, more) = (others.Count(other => other.High < low), others.Count(other => other.Low > high));
        return tends == Tendency.Understate ? less > 0 && more == 0 : more > 0 && less == 0;
    }

    private static Source? SourceOf(Dossier dossier, Claim claim) => dossier.Sources.FirstOrDefault(source => source.Id == claim.Source);

    private static (double Low, double High, double Value) Around(double value, double half) => (value - half, value + half, value);

    private static double About(Figure figure, double fine) => Math.Max(0.5 * fine, Math.Min(figure.Unit, 0.15 * Math.Abs(figure.Value!.Value)));

    private static double Square(double value) => value * value;
}
