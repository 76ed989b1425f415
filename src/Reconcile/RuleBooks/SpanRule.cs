namespace Reconcile.RuleBooks;

/// <summary>From the least to the most reported: see <see cref="RuleBook.Range"/>.</summary>
internal sealed class SpanRule : IRuleBook
{
    public string Name => "range";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var span = Span.Of(stated.Claims);
        return (span.Low, span.High) switch
        {
            (null, null) => Worded.NothingFrom(stated),
            (null, _) => span.UpperBound(),
            _ => new RuleBookFigure { Low = span.Low, High = span.High, Because = Worded.OneOf("the least and the most", stated.Claims.Count), Claims = span.Claims },
        };
    }
}
