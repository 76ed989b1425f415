namespace Reconcile.Figures;

/// <summary>A reading made of a user's function: shapes follow from the ranges that it returns.</summary>
internal sealed class CustomRule(Func<Figure, FigureRange?> read, ReadingRule fallback) : ReadingRule
{
    public override Interpretation Interpret(Figure figure) =>
        read(figure) is { } range ? Shaped(range, figure.Unit, SignificantDigitRule.Fine(figure.Facts)) : fallback.Interpret(figure);

    public override ReadingRule WithWords(WordTable words) => new CustomRule(read, fallback.WithWords(words));

    public override FigureRange Read(Figure figure) => read(figure) ?? fallback.Read(figure);

    private static Interpretation Shaped(FigureRange range, double unit, double fine) => (range.Low, range.Best, range.High) switch
    {
        ({ } low, { } best, { } high) => Shapes.Split(best, low, high, NormalQuantile.At95, fine),
        ({ } low, null, { } high) => Shapes.Range(low, high, fine, Lean.None),
        ({ } low, _, null) => Shapes.Floor(low, unit, fine),
        (null, _, { } high) => Shapes.Ceiling(high, unit, fine),
        _ => Shapes.Nothing,
    };
}
