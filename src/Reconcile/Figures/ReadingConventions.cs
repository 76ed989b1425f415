namespace Reconcile.Figures;

/// <summary>The constants of <see cref="HedgeReading.SignificantDigit"/>. None is measured: each is a convention of this library.</summary>
internal static class ReadingConventions
{
    /// <summary>A rounded or hedged number never reads wider than this part of it to either side: "about 1,000" is not 0 to 2,000.</summary>
    public const double WidestHedge = 0.15;

    /// <summary>A bare number reads this part of its unit to either side: it was rounded.</summary>
    public const double Rounding = 0.5;

    /// <summary>The narrowest half-width, as a part of one thing counted (or of the unit, where that is finer).</summary>
    public const double NarrowestHedge = 0.5;

    /// <summary>One thing counted.</summary>
    public const double One = 1;

    /// <summary>One per cent: what one is for shares.</summary>
    public const double OnePercent = 0.01;

    /// <summary>Shoulder of a range, as a part of its width: those who name ends do not mean them to the digit.</summary>
    public const double ShoulderOfWidth = 0.05;

    /// <summary>Shoulder of any end, as a part of one thing counted (or of the unit, where that is finer).</summary>
    public const double ShoulderOfOne = 0.3;

    /// <summary>Shoulder of a bound, as a part of the half-width to which its number was rounded.</summary>
    public const double ShoulderOfRounding = 0.25;

    /// <summary>Scale of the tail above a floor, as a part of the floor.</summary>
    public const double TailOfFloor = 1;

    /// <summary>Scale of the tail below a ceiling, as a part of the ceiling.</summary>
    public const double TailOfCeiling = 0.5;

    /// <summary>The part of a range at the end to which the speaker leaned that is as likely as can be.</summary>
    public const double LeaningPart = 1.0 / 3;

    /// <summary>Smallest standard deviation of a side of an interval, as a part of one: a side of zero width is steep, but no cliff.</summary>
    public const double SmallestDeviation = 1e-3;
}
