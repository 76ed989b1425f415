namespace Reconcile.Reporting;

/// <summary>Which reading a reconciliation used, and what would be different under others. Plain sentences, neither wrapped nor escaped.</summary>
internal static class ReadingText
{
    /// <summary>Conflicts or estimates that one line names.</summary>
    private const int MostNamed = 4;

    /// <summary>Whether there is anything to say: another reading than the default, or a comparison.</summary>
    public static bool IsWorthSaying(Reconciliation reconciliation) =>
        reconciliation.OtherReadings.Count > 0 || reconciliation.Reading != HedgeReading.SignificantDigit;

    /// <summary>For example <c>Hedges were read by significant-digit. Under ferson-2015 the conflicts are the same and every best value stays in its range.</c></summary>
    public static string Summary(Reconciliation reconciliation)
    {
        var same = reconciliation.OtherReadings.Where(change => change.IsEmpty).Select(change => change.Reading.Name).ToList();
        var under = same.Count == 0 ? "" : $" Under {Listed(same)} the conflicts are the same and every best value stays in its range.";
        return $"Hedges were read by {reconciliation.Reading.Name}.{under}";
    }

    /// <summary>One line for each reading under which something is different.</summary>
    public static IEnumerable<string> Changes(Reconciliation reconciliation) =>
        reconciliation.OtherReadings.Where(change => !change.IsEmpty).Select(change => $"Under {change.Reading.Name} {string.Join("; ", Parts(reconciliation, change))}.");

    private static IEnumerable<string> Parts(Reconciliation reconciliation, ReadingChange change)
    {
        if (change.Error is { } error) yield return $"it cannot be reconciled: {error.TrimEnd('.')}";
        if (change.Vanishing.Count > 0)
        {
            var ids = change.Vanishing.Select(static conflict => conflict.Id).ToList();
            yield return $"{(ids.Count > MostNamed ? Few(ids, ids.Count, ", ") : Listed(ids))} {(change.Vanishing.Count == 1 ? "is no conflict" : "are no conflicts")}";
        }

        if (change.Appearing.Count > 0)
        {
            yield return $"there {(change.Appearing.Count == 1 ? "is a further conflict" : "are further conflicts")}: "
                + Few(change.Appearing.Select(conflict => conflict.Explanation.TrimEnd('.')), change.Appearing.Count, "; ");
        }

        if (change.Moving.Count > 0)
        {
            yield return Few(change.Moving.Select(estimate => Moved(reconciliation[estimate.Quantity.Id], estimate)), change.Moving.Count, "; ");
        }
    }

    private static string Moved(Estimate here, Estimate there)
    {
        var (was, would) = (Phrases.Values(here), Phrases.Values(there));
        if (was == would) return $"{Phrases.Name(there.Quantity)} would leave its range by less than is printed";
        return $"{Phrases.Name(there.Quantity)} would be {would}{(was == Phrases.None ? "; here it has no estimate" : $", not {was}")}";
    }

    private static string Few(IEnumerable<string> texts, int count, string separator) =>
        string.Join(separator, texts.Take(MostNamed)) + (count > MostNamed ? $" and {NumberText.Of(count - MostNamed)} more" : "");

    private static string Listed(List<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
