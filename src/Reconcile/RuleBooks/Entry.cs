namespace Reconcile.RuleBooks;

/// <summary>The one number that a coder would enter for a claim: its value, the lower end of a range, the number of a floor.</summary>
internal readonly record struct Entry(StatedClaim Stated, double Number)
{
    /// <summary>The entries of all claims that have one; ceilings have none.</summary>
    public static List<Entry> Of(StatedQuantity stated, WordTable words)
    {
        var entries = new List<Entry>(stated.Claims.Count);
        foreach (var claim in stated.Claims)
        {
            if (Quoted.Of(claim, words).Low is { } number) entries.Add(new Entry(claim, number));
        }

        return entries;
    }

    /// <summary>Those of a careful coder: the questionable ones only where there are no others.</summary>
    public static List<Entry> Reliable(List<Entry> entries) =>
        entries.Exists(static entry => !entry.Stated.IsQuestionable) ? entries.FindAll(static entry => !entry.Stated.IsQuestionable) : entries;

    /// <summary>The lowest number, with the claims that say it.</summary>
    public static RuleBookFigure Lowest(List<Entry> entries, string because) => Figure(entries, entries.Min(static entry => entry.Number), because);

    /// <summary>A number, with the claims that say it.</summary>
    public static RuleBookFigure Figure(List<Entry> entries, double number, string because) => new()
    {
        Best = number,
        Because = because,
        Claims = [.. entries.Where(entry => entry.Number == number).Select(static entry => entry.Stated.Claim)],
    };
}
