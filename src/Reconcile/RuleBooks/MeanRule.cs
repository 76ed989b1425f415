namespace Reconcile.RuleBooks;

/// <summary>The arithmetic mean: see <see cref="RuleBook.Mean"/>.</summary>
internal sealed class MeanRule : IRuleBook
{
    public string Name => "mean";

    public RuleBookFigure Apply(StatedQuantity stated) => Measured.Of(stated) is { } measured
        ? new RuleBookFigure { Best = measured.Values.Average(), Because = $"of {measured.Counted}", Claims = measured.Claims }
        : Worded.NothingFrom(stated);
}
