namespace Reconcile.Claims;

/// <summary>The months and years that some dates of a claim were written as, each of which stands for its last day; null: not written so.</summary>
/// <remarks>They say when a date is none to the day, so that it does not date a dossier. A date that was changed since is no longer what was written.</remarks>
internal sealed record DatePeriods(Period? AsOf, Period? Reported, Period? To)
{
    /// <summary>The first day of which a date may speak.</summary>
    public static DateOnly? FirstOf(DateOnly? date, Period? written) => written is { } period && period.To == date ? period.From : date;

    /// <summary>A date if it is one to the day.</summary>
    public static DateOnly? Full(DateOnly? date, Period? written) => written is { } period && period.To == date ? null : date;
}
