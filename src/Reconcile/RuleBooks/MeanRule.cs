namespace Reconcile.RuleBooks;

/// <summary>The arithmetic mean: see <see cref="RuleBook.Mean"/>.</summary>
internal sealed class MeanRule : IRuleBook
{
    public string Name => "mean";

    public RuleBookFigure Apply(StatedQuantity stated) => Measured.Of(stated) is { } measured ? measured.Figure(measured.Values.Average()) : Worded.NothingFrom(stated);
}
