using Reconcile.Inference;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>The best values of a component as they print: rounded to the digits that mean something, so that sums of printed numbers still add up.</summary>
/// <param name="component">The component.</param>
/// <param name="bests">Its best values, whole quantities already rounded.</param>
/// <param name="headlines">Of each quantity that moves, the state that prints as its estimate: other days have digits of their own.</param>
internal sealed class PrintedBests(ComponentEstimate component, double[] bests, int[] headlines) : Deferred<PrintedBests.Rounding>
{
    /// <param name="Unit">A power of ten, at most 1, that leaves the narrowest range among the headlines its meaningful digits.</param>
    /// <param name="Bests">The best values, rounded to it.</param>
    internal sealed record Rounding(double Unit, double[] Bests);

    /// <summary>A printed range shows about this many steps of its rounding unit at least.</summary>
    private const double StepsInRange = 20;

    protected override Rounding Work()
    {
        var unit = Unit();
        // The unit divides 1, so what is whole already stays.
        return new Rounding(unit, new ConsistentRounding(component.Component, bests, unit, state => component.States[state].Value.Best is not null, static _ => true).Round());
    }

    private double Unit()
    {
        double narrowest = double.PositiveInfinity, largest = 0;
        for (var state = 0; state < component.States.Length; state++)
        {
            if (component.Component.States[state].Day is not null && Array.IndexOf(headlines, state) < 0) continue;
            if (component.States[state].Value is not { Best: { } best, Low: { } low, High: { } high }) continue;
            largest = Math.Max(largest, Math.Max(Math.Abs(best), Math.Max(Math.Abs(low), Math.Abs(high))));
            if (high > low) narrowest = Math.Min(narrowest, high - low);
        }

        return UnitOf(double.IsFinite(narrowest) ? narrowest : largest > 0 ? largest : 1, largest);
    }

    /// <summary>The unit that leaves a range of some width its meaningful digits, beside numbers of some size.</summary>
    public static double UnitOf(double width, double size)
    {
        var power = Math.Floor(Math.Log10(Math.Max(width / StepsInRange, size * 1e-12)));
        return power < -300 ? 1 : Math.Pow(10, Math.Min(0, power));
    }
}
