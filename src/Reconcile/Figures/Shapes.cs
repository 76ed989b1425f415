using static Reconcile.Figures.ReadingConventions;

namespace Reconcile.Figures;

/// <summary>
/// The interpretations of which readings are made. <c>fine</c> is one thing counted (one per cent for shares) or the unit of the last
/// significant digit, whichever is smaller.
/// </summary>
internal static class Shapes
{
    public static readonly Interpretation Nothing =
        new(double.NegativeInfinity, double.PositiveInfinity, null, 0, new Shape(double.NegativeInfinity, double.PositiveInfinity, 0, 0));

    /// <summary>A value with half-width <paramref name="half"/> at 95 %.</summary>
    public static Interpretation Point(double value, double half) =>
        new(value - half, value + half, value, value, Shape.Normal(value, half / NormalQuantile.At95));

    /// <summary>A value or more.</summary>
    public static Interpretation Floor(double value, double unit, double fine) =>
        new(
            value, double.PositiveInfinity, null, value,
            new Shape(value, value, BoundShoulder(value, unit, fine), 0, 0, TailOfFloor * Size(value, unit)));

    /// <summary>A value or less.</summary>
    public static Interpretation Ceiling(double value, double unit, double fine) =>
        new(
            double.NegativeInfinity, value, null, value,
            new Shape(value, value, 0, BoundShoulder(value, unit, fine), TailOfCeiling * Size(value, unit), 0));

    /// <summary>Somewhere from low to high, which are equally likely.</summary>
    public static Interpretation Plateau(double low, double high, double? best, double value, double fine)
    {
        var shoulder = RangeShoulder(high - low, fine);
        return new Interpretation(low, high, best, value, new Shape(low, high, shoulder, shoulder));
    }

    /// <summary>A range; equal ends are an exact value.</summary>
    public static Interpretation Range(double low, double high, double fine, Lean lean)
    {
        var width = high - low;
        if (width == 0)
            return Point(low, NarrowestHedge * fine);

        var middle = low + width / 2;
        var shoulder = RangeShoulder(width, fine);
        var longShoulder = (1 - LeaningPart) * width / NormalQuantile.At95;
        return lean switch
        {
            Lean.Low => new Interpretation(low, high, null, middle, new Shape(low, low + LeaningPart * width, shoulder, longShoulder)),
            Lean.High => new Interpretation(low, high, null, middle, new Shape(high - LeaningPart * width, high, longShoulder, shoulder)),
            _ => new Interpretation(low, high, null, middle, new Shape(low, high, shoulder, shoulder)),
        };
    }

    /// <summary>A best value whose ends lie <paramref name="deviations"/> standard deviations from it: a split normal.</summary>
    public static Interpretation Split(double best, double low, double high, double deviations, double fine)
    {
        var smallest = SmallestDeviation * fine;
        var below = Math.Max((best - low) / deviations, smallest);
        var above = Math.Max((high - best) / deviations, smallest);
        var scale = NormalQuantile.At95 / deviations;
        return new Interpretation(
            scale == 1 ? low : End(best, low, scale), scale == 1 ? high : End(best, high, scale), best, best, new Shape(best, best, below, above));
    }

    /// <summary>The half-width to which a bare number was rounded.</summary>
    public static double RoundedHalf(double value, double unit, double fine) =>
        Math.Max(Math.Min(Rounding * unit, WidestHedge * Math.Abs(value)), NarrowestHedge * fine);

    /// <summary>The half-width of "about".</summary>
    public static double HedgedHalf(double value, double unit, double fine) =>
        Math.Max(Math.Min(unit, WidestHedge * Math.Abs(value)), NarrowestHedge * fine);

    private static double RangeShoulder(double width, double fine) => ShoulderOfWidth * width + ShoulderOfOne * fine;

    private static double BoundShoulder(double value, double unit, double fine) =>
        Math.Max(ShoulderOfOne * fine, ShoulderOfRounding * RoundedHalf(value, unit, fine));

    /// <summary>The size that a tail scales with; above 0 also for a bound of 0.</summary>
    private static double Size(double value, double unit) => Math.Max(Math.Abs(value), unit);

    /// <summary>An end rescaled to 95 %, which never passes 0 when the one that was said did not.</summary>
    private static double End(double best, double end, double scale)
    {
        var rescaled = best + (end - best) * scale;
        return (end >= 0) == (best >= 0) && (rescaled >= 0) != (end >= 0) ? 0 : rescaled;
    }
}
