using System.Globalization;

namespace Reconcile.Figures;

/// <summary>The facts of figures that are made from numbers, and what is wrong with numbers that make none.</summary>
internal static class FactsOf
{
    public static FigureFacts Point(double value, Hedge hedge, HedgeWord word, bool isShare) => new()
    {
        Kind = FigureKind.Point,
        Hedge = hedge,
        HedgeWord = word,
        IsShare = isShare,
        Value = value,
        Unit = UnitOf(value, isShare),
    };

    public static FigureFacts Floor(double low, bool isShare) => new()
    {
        Kind = FigureKind.Floor,
        Hedge = Hedge.AtLeast,
        HedgeWord = HedgeWord.AtLeast,
        IsShare = isShare,
        Low = low,
        Unit = UnitOf(low, isShare),
    };

    public static FigureFacts Ceiling(double high, bool isShare) => new()
    {
        Kind = FigureKind.Ceiling,
        Hedge = Hedge.AtMost,
        HedgeWord = HedgeWord.AtMost,
        IsShare = isShare,
        High = high,
        Unit = UnitOf(high, isShare),
    };

    public static FigureFacts Range(double low, double high, bool isShare) => new()
    {
        Kind = FigureKind.Range,
        Hedge = Hedge.Between,
        IsShare = isShare,
        Low = low,
        High = high,
        Unit = Math.Min(UnitOf(low, isShare), UnitOf(high, isShare)),
    };

    public static FigureFacts Interval(double best, double low, double high, double level, bool isShare) => new()
    {
        Kind = FigureKind.Range,
        Hedge = Hedge.Interval,
        IsShare = isShare,
        Value = best,
        Low = low,
        High = high,
        Unit = UnitOf(best, isShare),
        Level = level,
        LevelDeviations = NormalQuantile.Deviations(level),
    };

    public static bool IsLevel(double level) => level is >= FigureLimits.LowestLevel and <= FigureLimits.HighestLevel;

    public static string LevelError(double level) => string.Create(
        CultureInfo.InvariantCulture,
        $"The level of an interval must lie between {FigureLimits.LowestLevel} and {FigureLimits.HighestLevel}, such as 0.95; found {level}.");

    /// <summary>Why these numbers make no figure; null when they do.</summary>
    public static string? CompositionError(double? low, double? best, double? high, double? level)
    {
        if (low is null && best is null && high is null)
            return "A figure needs a low, a best or a high number; found none.";
        if (best is not null && (low is null) != (high is null))
            return "A best value with one end only says too little; give both low and high, or leave best out.";
        if (level is not null && (low is null || best is null || high is null))
            return "A level belongs to an interval; give low, best and high with it, or leave it out.";
        if (level is { } l && !IsLevel(l))
            return LevelError(l);
        if ((OutOfRange(low) ?? OutOfRange(best) ?? OutOfRange(high)) is { } wrong)
            return string.Create(CultureInfo.InvariantCulture, $"A figure must be a finite number between -1e15 and 1e15; found {wrong}.");
        return low > best || best > high || low > high
            ? string.Create(
                CultureInfo.InvariantCulture, $"A figure must have low ≤ best ≤ high; found low {low}{(best is null ? "" : ", best ")}{best}, high {high}.")
            : null;
    }

    private static double? OutOfRange(double? value) => value is { } v && !(Math.Abs(v) <= FigureLimits.Magnitude) ? v : null;

    private static double UnitOf(double value, bool isShare) => value == 0 && isShare ? 0.01 : DecimalNumber.From(value).Unit;
}
