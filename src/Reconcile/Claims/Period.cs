namespace Reconcile;

/// <summary>First to last day, both included. The default is 0001-01-01 alone.</summary>
public readonly partial record struct Period
{
    /// <summary>A period.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, <paramref name="from"/> or later.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public Period(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, FormattableString.Invariant($"A period must not end ({to:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd})."));
        }

        From = from;
        To = to;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; }
}
