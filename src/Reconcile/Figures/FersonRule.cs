namespace Reconcile.Figures;

/// <summary>Reads points by the widths that people gave to hedged numbers in the survey of Ferson et al. (2015).</summary>
/// <remarks>
/// Used for values of 1 or more and for shares said in per cent (as the number before the sign); "nearly" takes the whole width below the
/// value, "just over" above it. Bare decimals, fractions, values under 1, bounds, ranges, intervals and number words are outside the survey, or would lose
/// their open side, and are left to the fallback.
/// </remarks>
internal sealed class FersonRule(double normalDeviate, ReadingRule fallback) : ReadingRule
{
    /// <summary>Deviate of the median width.</summary>
    public const double Median = 0;

    /// <summary>Deviate of the 95th percentile of the widths.</summary>
    public const double Percentile95 = 1.645;

    public override ReadingRule WithWords(WordTable words) => new FersonRule(normalDeviate, fallback.WithWords(words));

    public override Interpretation Interpret(Figure figure)
    {
        ref readonly var facts = ref figure.Facts;
        if (facts.Kind != FigureKind.Point || facts.IsFraction)
            return fallback.Interpret(figure);

        var said = facts.IsShare ? 1 / ReadingConventions.OnePercent : 1;
        var value = facts.Value.GetValueOrDefault();
        var number = Math.Abs(value) * said;
        var unit = facts.Unit * said;
        if (number < 1 || (facts.HedgeWord == HedgeWord.None && unit < 1))
            return fallback.Interpret(figure);

        var width = FersonCoefficients.Of(facts.HedgeWord).Width(number, unit, normalDeviate) / said;
        return facts.Hedge switch
        {
            Hedge.Nearly => SignificantDigitRule.Nearly(value, width, SignificantDigitRule.Fine(facts)),
            Hedge.JustOver => SignificantDigitRule.JustOver(value, width, SignificantDigitRule.Fine(facts)),
            _ => Shapes.Point(value, width / 2),
        };
    }
}
