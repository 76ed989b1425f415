namespace Reconcile.RuleBooks;

/// <summary>The middle value: see <see cref="RuleBook.Median"/>.</summary>
internal sealed class MedianRule : IRuleBook
{
    public string Name => "median";

    public RuleBookFigure Apply(StatedQuantity stated) => Measured.Of(stated) is { } measured ? measured.Figure(Middle(measured.Values)) : Worded.NothingFrom(stated);

    /// <summary>Of values in rising order.</summary>
    private static double Middle(double[] values)
    {
        var (below, above) = (values[(values.Length - 1) / 2], values[values.Length / 2]);
        return below + ((above - below) / 2);
    }
}
