namespace Reconcile;

/// <summary>Whether a claim was withdrawn. The default is not.</summary>
public readonly partial record struct Retraction
{
    private Retraction(DateOnly? day)
    {
        IsRetracted = true;
        Day = day;
    }

    /// <summary>Withdrawn, on an unknown day: it never counts.</summary>
    public static Retraction Always => new(null);

    /// <summary>Withdrawn on a day: before it, it counts.</summary>
    /// <param name="day">The day on which the source withdrew it.</param>
    /// <returns>The withdrawal.</returns>
    public static Retraction On(DateOnly day) => new(day);

    /// <summary>Whether withdrawn at all.</summary>
    public bool IsRetracted { get; }

    /// <summary>The day, if known.</summary>
    public DateOnly? Day { get; }
}
