using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Reconcile.Figures;

namespace Reconcile;

public sealed partial class Figure
{
    /// <summary>Exactly this value.</summary>
    /// <param name="value">The number, in the unit of the quantity, from −1e15 to 1e15.</param>
    /// <returns>The figure "exactly 400".</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at most 1e15 in magnitude.</exception>
    public static Figure Exactly(double value) => FromFacts(FactsOf.Point(Checked(value), Hedge.Exactly, HedgeWord.Exactly, isShare: false));

    /// <summary>About this value; the width comes from its last significant digit.</summary>
    /// <param name="value">The number, in the unit of the quantity, from −1e15 to 1e15.</param>
    /// <returns>The figure "about 400".</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at most 1e15 in magnitude.</exception>
    public static Figure About(double value) => FromFacts(FactsOf.Point(Checked(value), Hedge.About, HedgeWord.About, isShare: false));

    /// <summary>This value or more.</summary>
    /// <param name="value">The number, in the unit of the quantity, from −1e15 to 1e15.</param>
    /// <returns>A floor: "at least 400".</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at most 1e15 in magnitude.</exception>
    public static Figure AtLeast(double value) => FromFacts(FactsOf.Floor(Checked(value), isShare: false));

    /// <summary>This value or less.</summary>
    /// <param name="value">The number, in the unit of the quantity, from −1e15 to 1e15.</param>
    /// <returns>A ceiling: "at most 400".</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number of at most 1e15 in magnitude.</exception>
    public static Figure AtMost(double value) => FromFacts(FactsOf.Ceiling(Checked(value), isShare: false));

    /// <summary>Somewhere in a range.</summary>
    /// <param name="low">Lower end, from −1e15 to 1e15.</param>
    /// <param name="high">Upper end, <paramref name="low"/> or more, at most 1e15.</param>
    /// <returns>The range "300–600".</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, above 1e15 in magnitude, or high below low.</exception>
    public static Figure Between(double low, double high)
    {
        Checked(low);
        Checked(high);
        return high >= low
            ? FromFacts(FactsOf.Range(low, high, isShare: false))
            : throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The upper end must be {low} (the lower end) or more; found {high}."));
    }

    /// <summary>A best value with an interval at a level (default 95 %).</summary>
    /// <param name="best">Best value, from −1e15 to 1e15.</param>
    /// <param name="low">Lower end, <paramref name="best"/> or less.</param>
    /// <param name="high">Upper end, <paramref name="best"/> or more.</param>
    /// <param name="level">Probability that the truth lies between the ends, as a fraction from 0.01 to 0.99999. Default: 0.95.</param>
    /// <returns>The figure "400 (95% CI 350–470)".</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Not finite, above 1e15 in magnitude, not low ≤ best ≤ high, or a level that is not between 0.01 and 0.99999.
    /// </exception>
    public static Figure Interval(double best, double low, double high, double level = FigureLimits.DefaultLevel)
    {
        Checked(best);
        Checked(low);
        Checked(high);
        if (low > best)
            throw new ArgumentOutOfRangeException(nameof(low), low, FormattableString.Invariant($"The lower end must be {best} (the best value) or less; found {low}."));
        if (high < best)
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The upper end must be {best} (the best value) or more; found {high}."));
        return FactsOf.IsLevel(level)
            ? FromFacts(FactsOf.Interval(best, low, high, level, isShare: false))
            : throw new ArgumentOutOfRangeException(nameof(level), level, FactsOf.LevelError(level));
    }

    /// <summary>
    /// A figure from separate numbers, as an object in a file gives them: low only is a floor, high only a ceiling, best only a bare number,
    /// both ends a range, all three an interval at the level (null: 0.95).
    /// </summary>
    internal static bool TryCompose(
        double? low, double? best, double? high, double? level, bool isShare,
        [NotNullWhen(true)] out Figure? figure, [NotNullWhen(false)] out string? error)
    {
        error = FactsOf.CompositionError(low, best, high, level);
        figure = error is not null ? null : (low, best, high) switch
        {
            ({ } l, { } b, { } h) => FromFacts(FactsOf.Interval(b, l, h, level ?? FigureLimits.DefaultLevel, isShare)),
            ({ } l, null, { } h) => FromFacts(FactsOf.Range(l, h, isShare)),
            ({ } l, null, null) => FromFacts(FactsOf.Floor(l, isShare)),
            (null, null, { } h) => FromFacts(FactsOf.Ceiling(h, isShare)),
            _ => FromFacts(FactsOf.Point(best.GetValueOrDefault(), Hedge.None, HedgeWord.None, isShare)),
        };
        return figure is not null;
    }

    /// <summary>As a phrase of the digits of a number alone.</summary>
    internal static Figure OfDigits(string digits) =>
        FigureParser.TryParse(digits, out var facts, out var error) ? new Figure(digits, facts, isOfNumbers: true) : new Figure(digits, error);

    private static Figure FromFacts(in FigureFacts facts) => new(FigureText.Say(facts), facts, isOfNumbers: true);

    private static double Checked(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Math.Abs(value) <= FigureLimits.Magnitude
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"A figure must be a finite number between -1e15 and 1e15; found {value}."));
}
