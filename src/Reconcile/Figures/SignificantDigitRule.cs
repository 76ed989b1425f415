using static Reconcile.Figures.ReadingConventions;

namespace Reconcile.Figures;

/// <summary>Reads by the unit of the last significant digit: a number says how finely it is meant by where its digits stop.</summary>
internal sealed class SignificantDigitRule(WordTable words) : ReadingRule
{
    public static SignificantDigitRule Default { get; } = new(WordTable.Wikimpacts);

    /// <summary>One thing counted (one per cent for shares) or the unit, whichever is smaller.</summary>
    public static double Fine(in FigureFacts facts) => Math.Min(facts.IsShare ? OnePercent : One, facts.Unit);

    public override Interpretation Interpret(Figure figure)
    {
        ref readonly var facts = ref figure.Facts;
        return facts.Kind switch
        {
            FigureKind.Point => Point(facts),
            FigureKind.Floor => Ends(facts).Low is var low && double.IsFinite(low) ? Shapes.Floor(low, facts.Unit, Fine(facts)) : Shapes.Nothing,
            FigureKind.Ceiling => Ends(facts).High is var high && double.IsFinite(high) ? Shapes.Ceiling(high, facts.Unit, Fine(facts)) : Shapes.Nothing,
            _ => Range(facts),
        };
    }

    public override ReadingRule WithWords(WordTable replacement) => new SignificantDigitRule(replacement);

    private static Interpretation Point(in FigureFacts facts)
    {
        var value = facts.Value.GetValueOrDefault();
        var fine = Fine(facts);
        return facts.Hedge switch
        {
            Hedge.Exactly => Shapes.Point(value, NarrowestHedge * fine),
            Hedge.None => Shapes.Point(value, Shapes.RoundedHalf(value, facts.Unit, fine)),
            Hedge.Nearly => Nearly(value, Shapes.HedgedHalf(value, facts.Unit, fine), fine),
            Hedge.JustOver => JustOver(value, Shapes.HedgedHalf(value, facts.Unit, fine), fine),
            _ => Shapes.Point(value, Shapes.HedgedHalf(value, facts.Unit, fine)),
        };
    }

    /// <summary>From a value towards 0 by a width.</summary>
    public static Interpretation Nearly(double value, double width, double fine) => value >= 0
        ? Shapes.Plateau(value - width, value, value, value, fine)
        : Shapes.Plateau(value, value + width, value, value, fine);

    /// <summary>From a value away from 0 by a width.</summary>
    public static Interpretation JustOver(double value, double width, double fine) => value >= 0
        ? Shapes.Plateau(value, value + width, value, value, fine)
        : Shapes.Plateau(value - width, value, value, value, fine);

    private Interpretation Range(in FigureFacts facts)
    {
        var fine = Fine(facts);
        if (facts.Hedge == Hedge.Interval)
        {
            return Shapes.Split(
                facts.Value.GetValueOrDefault(), facts.Low.GetValueOrDefault(), facts.High.GetValueOrDefault(), facts.LevelDeviations, fine);
        }

        var (low, high) = Ends(facts);
        if (double.IsInfinity(low)) return Shapes.Nothing;
        // A word that a table gives one value reads as wide as that number itself.
        return facts.Word.IsSaid && low == high
            ? Shapes.Point(low, Shapes.RoundedHalf(low, DecimalNumber.From(low).Unit, fine))
            : Shapes.Range(low, high, fine, facts.Lean);
    }

    private (double Low, double High) Ends(in FigureFacts facts) =>
        facts.Word.IsSaid ? words.Read(facts.Word) : (facts.Low.GetValueOrDefault(), facts.High.GetValueOrDefault());
}
