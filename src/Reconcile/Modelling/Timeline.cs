namespace Reconcile.Modelling;

/// <summary>The days on which a component has evidence, and how its states are numbered: those of fixed quantities first, then day by day those of the moving ones.</summary>
/// <param name="Days">Ascending.</param>
/// <param name="Fixed">How many of its quantities are fixed.</param>
/// <param name="Moving">How many of its quantities move: totals and stocks.</param>
internal sealed record Timeline(DateOnly[] Days, int Fixed, int Moving)
{
    /// <summary>Number of states.</summary>
    public int States => Fixed + (Moving * Days.Length);

    /// <summary>The position of a day on which there is evidence.</summary>
    public int IndexOf(DateOnly day) => Array.BinarySearch(Days, day) is var index and >= 0
        ? index
        : throw new InvalidOperationException(FormattableString.Invariant($"No state stands for {day:yyyy-MM-dd}."));
}
