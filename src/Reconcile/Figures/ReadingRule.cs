namespace Reconcile.Figures;

/// <summary>What a named reading does. Stateless, so one instance serves all threads.</summary>
internal abstract class ReadingRule
{
    /// <summary>The literal interval, value and shape of a figure that was understood.</summary>
    public abstract Interpretation Interpret(Figure figure);

    /// <summary>The literal interval for print: a ceiling starts at 0, an open side is null.</summary>
    public virtual FigureRange Read(Figure figure)
    {
        var reading = Interpret(figure);
        double? low = double.IsFinite(reading.Low) ? reading.Low : reading.High >= 0 && double.IsFinite(reading.High) ? 0 : null;
        return new FigureRange(low, reading.Best, double.IsFinite(reading.High) ? reading.High : null);
    }
}
