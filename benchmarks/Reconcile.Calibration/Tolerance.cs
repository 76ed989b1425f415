namespace Reconcile.Calibration;

/// <summary>The tolerant interval of a claim, written down here once more from the documentation, so that the engine does not judge itself.</summary>
internal static class Tolerance
{
    /// <summary>Relative error of a count, at most.</summary>
    public const double CountError = 0.02;

    /// <summary>Whether a value lies in the literal interval of the claim, widened by the error of its root: in quadrature for points, added for all else.</summary>
    public static bool Holds(Claim claim, Reliability grade, double value)
    {
        var error = GradeTable.Default.Error(grade);
        if (claim.Basis == Basis.Count) error = Math.Min(error, CountError);
        var read = claim.Figure.Read(HedgeReading.SignificantDigit);
        var low = read.Low ?? 0;
        var high = read.High ?? double.PositiveInfinity;
        if (claim.Figure.Kind != FigureKind.Point) return value >= low * (1 - error) && value <= high * (1 + error);
        var best = read.Best!.Value;
        return value >= best - double.Hypot(best - low, error * best) && value <= best + double.Hypot(high - best, error * best);
    }
}
