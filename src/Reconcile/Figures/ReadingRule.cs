namespace Reconcile.Figures;

/// <summary>What a named reading does. Stateless, so one instance serves all threads.</summary>
internal abstract class ReadingRule
{
    /// <summary>The literal interval, value and shape of a figure that was understood.</summary>
    public abstract Interpretation Interpret(Figure figure);

    /// <summary>The same rule with another table of number words.</summary>
    public abstract ReadingRule WithWords(WordTable words);

    /// <summary>The literal interval for print: a ceiling starts at 0, a value of 0 or more reads no lower than 0, an open side is null.</summary>
    /// <remarks>The engine keeps both sides of such a value: where a quantity cannot be negative, its own bound cuts them.</remarks>
    public virtual FigureRange Read(Figure figure)
    {
        var reading = Interpret(figure);
        double? low = double.IsFinite(reading.Low) ? reading.Low : reading.High >= 0 && double.IsFinite(reading.High) ? 0 : null;
        if (figure.Kind == FigureKind.Point && reading.Best >= 0 && low < 0) low = 0;
        return new FigureRange(low, reading.Best, double.IsFinite(reading.High) ? reading.High : null);
    }
}
