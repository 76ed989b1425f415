using Reconcile.Mathematics;

namespace Reconcile.Modelling;

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

    /// <summary>Lets values rise by the calendar between two days, from that of the first on.</summary>
    /// <param name="values">A value for each day; receives those between.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="last">The value of that.</param>
    public void RiseBetween(double[] values, int from, int to, double last)
    {
        double start = Days[from].DayNumber, end = Days[to].DayNumber;
        for (var day = from + 1; day < to; day++) values[day] = values[from] + ((last - values[from]) * ((Days[day].DayNumber - start) / (end - start)));
    }

    /// <summary>The values nearest to those of its states that never fall, day by day.</summary>
    public double[] Isotonic(ReadOnlySpan<double> states) => Isotonic(states, 0, Steps);

    /// <summary>The values nearest to those of its states on some days that never fall, day by day; before and after what the first and the last of them say.</summary>
    /// <param name="states">A value for each state.</param>
    /// <param name="from">The first of the days.</param>
    /// <param name="to">The last.</param>
    public double[] Isotonic(ReadOnlySpan<double> states, int from, int to)
    {
        var fit = new double[States.Length];
        for (var day = from; day <= to; day++) fit[day] = states[States[day]];
        IsotonicRegression.Fit(fit.AsSpan(from, to - from + 1), []);
        fit.AsSpan(0, from).Fill(fit[from]);
        fit.AsSpan(to + 1).Fill(fit[to]);
        return fit;
    }
}
