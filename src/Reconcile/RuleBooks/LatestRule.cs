namespace Reconcile.RuleBooks;

/// <summary>The latest figure, then that of the majority, then the lowest: see <see cref="RuleBook.Gtd"/>.</summary>
internal sealed class LatestRule : IRuleBook
{
    public string Name => "gtd";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        var entries = Entry.Of(stated, WordTable.Gtd);
        entries.RemoveAll(static entry => entry.Stated.Claim.Figure.Facts.Word.IsSaid);
        if (entries.Count == 0) return Worded.NothingFrom(stated);
        if (entries.Count == 1) return Entry.Lowest(entries, Worded.OneOf("", 1));
        var reliable = Entry.Reliable(entries);
        return Latest(entries) ?? OfMajority(reliable) ?? Entry.Lowest(reliable, Because(reliable.Count, entries.Count));
    }

    private static string Because(int reliable, int all)
    {
        var among = reliable == all ? "" : reliable == 1 ? " that is not questionable" : " that are not questionable";
        return Worded.OneOf("the lowest", reliable) + among + (reliable == 1 ? "" : ", as neither the latest nor a majority decides");
    }

    /// <summary>What all of the latest day say; null where nothing is dated, they differ or one of them is questionable while there are others.</summary>
    private static RuleBookFigure? Latest(List<Entry> entries)
    {
        if (entries.Max(static entry => DayOf(entry.Stated.Claim)) is not { } day) return null;
        var latest = entries.FindAll(entry => DayOf(entry.Stated.Claim) == day);
        var number = latest[0].Number;
        if (latest.Exists(entry => entry.Number != number)) return null;
        var isDoubtful = latest.Exists(static entry => entry.Stated.IsQuestionable) && entries.Exists(static entry => !entry.Stated.IsQuestionable);
        return isDoubtful ? null : Entry.Figure(latest, number, $"the latest, {Worded.Day(day)}");
    }

    private static RuleBookFigure? OfMajority(List<Entry> entries)
    {
        var roots = entries.Select(static entry => entry.Stated.Claim.Source).Distinct(StringComparer.Ordinal).Count();
        foreach (var group in entries.GroupBy(static entry => entry.Number))
        {
            var its = group.Select(static entry => entry.Stated.Claim.Source).Distinct(StringComparer.Ordinal).Count();
            if (2 * its > roots && its > 1) return Entry.Figure(entries, group.Key, $"said by {its} of {Worded.Count(roots, "root")}");
        }

        return null;
    }

    /// <summary>The day on which it was said.</summary>
    private static DateOnly? DayOf(Claim claim) => claim.Reported ?? claim.AsOf;
}
