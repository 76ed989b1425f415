namespace Reconcile;

/// <summary>Settings of a <see cref="Reconciler"/>, which keeps its own copy: later changes do not touch it.</summary>
/// <remarks>
/// In an app with dependency injection they are set in the argument of <see cref="Microsoft.Extensions.DependencyInjection.ReconcileServiceCollectionExtensions.AddReconcile"/>. Options that
/// were registered otherwise, such as by <c>services.Configure&lt;ReconcileOptions&gt;</c>, are not read: hand their values over there.
/// </remarks>
public sealed class ReconcileOptions
{
    /// <summary>Probability of the printed ranges, above 0 and below 1. Default: 0.9.</summary>
    public double Level { get; set; } = 0.9;

    /// <summary>How hedges read. Default: <see cref="HedgeReading.SignificantDigit"/>.</summary>
    public HedgeReading Reading { get; set; } = HedgeReading.SignificantDigit;

    /// <summary>How grades read. Default: <see cref="GradeTable.Default"/>.</summary>
    public GradeTable Grades { get; set; } = GradeTable.Default;

    /// <summary>Grade of a source that has none. Default: C.</summary>
    public Reliability DefaultReliability { get; set; } = Reliability.C;

    /// <summary>
    /// Most accounts kept of a dispute, 1 or more; where no leader and runner-up would be left without cutting between accounts that weigh the same, up to twice as many. Default: 32. A cut is
    /// reported as a warning.
    /// </summary>
    public int MaxAccounts { get; set; } = 32;

    /// <summary>Most steps of search before it stops and says so. Counted, not timed, so that every machine prints the same. Default: 1,000,000.</summary>
    public int MaxSteps { get; set; } = 1_000_000;

    /// <summary>A copy that later changes to this one do not touch.</summary>
    internal ReconcileOptions Copy() => (ReconcileOptions)MemberwiseClone();

    /// <summary>A copy whose values are in their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal static ReconcileOptions Checked(ReconcileOptions options)
    {
        var copy = options.Copy();
        copy.ThrowIfInvalid();
        return copy;
    }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    private void ThrowIfInvalid()
    {
        if (!(Level > 0 && Level < 1)) throw OutOfRange(nameof(Level), Level, "above 0 and below 1");
        if (Reading is null) throw OutOfRange(nameof(Reading), null, "a reading, such as HedgeReading.SignificantDigit");
        if (Grades is null) throw OutOfRange(nameof(Grades), null, "a table, such as GradeTable.Default");
        if (DefaultReliability is < Reliability.A or > Reliability.F) throw OutOfRange(nameof(DefaultReliability), DefaultReliability, "A to F");
        if (MaxAccounts < 1) throw OutOfRange(nameof(MaxAccounts), MaxAccounts, "1 or more");
        if (MaxSteps < 1) throw OutOfRange(nameof(MaxSteps), MaxSteps, "1 or more");
    }

    private static ArgumentOutOfRangeException OutOfRange(string option, object? value, string range) =>
        new($"options.{option}", value, FormattableString.Invariant($"The option {option} must be {range}; found {value ?? "null"}."));
}
