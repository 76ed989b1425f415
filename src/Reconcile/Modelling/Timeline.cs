using Reconcile.Mathematics;

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

/// <summary>A moving quantity from day to day.</summary>
/// <param name="Quantity">A total or a stock.</param>
/// <param name="States">Its state on each day.</param>
/// <param name="Days">The days on which its component has evidence, ascending.</param>
internal sealed record Course(Quantity Quantity, int[] States, DateOnly[] Days)
{
    /// <summary>Whether it is a total.</summary>
    public bool NeverFalls => Quantity.Kind == QuantityKind.Total;

    /// <summary>Number of steps from one day to the next.</summary>
    public int Steps => States.Length - 1;

    /// <summary>Whether a state is one of its own: they ascend with the days.</summary>
    public bool Has(int state) => Array.BinarySearch(States, state) >= 0;

    /// <summary>The values nearest to those of its states that never fall, day by day.</summary>
    public double[] Isotonic(ReadOnlySpan<double> states)
    {
        var fit = new double[States.Length];
        for (var day = 0; day < fit.Length; day++) fit[day] = states[States[day]];
        IsotonicRegression.Fit(fit, []);
        return fit;
    }
}
