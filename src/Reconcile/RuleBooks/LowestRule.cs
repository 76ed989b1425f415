namespace Reconcile.RuleBooks;

/// <summary>The lowest figure: see <see cref="RuleBook.Acled"/>.</summary>
internal sealed class LowestRule : IRuleBook
{
    public string Name => "acled";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var entries = Entry.Of(stated, WordTable.Acled);
        return entries.Count == 0 ? Worded.NothingFrom(stated) : Entry.Lowest(entries, Worded.OneOf("the lowest", entries.Count));
    }
}
