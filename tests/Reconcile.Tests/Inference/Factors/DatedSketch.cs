using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>Moving quantities on some days, numbered from the first, with plain claims of a deviation of 1.</summary>
internal sealed class DatedSketch
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    public DatedSketch(int[] days, params Quantity[] quantities) => Courses = Sketch.Move([.. days.Select(Start.AddDays)], quantities);

    public ComponentSketch Sketch { get; } = new();

    public Course[] Courses { get; }

    public static Quantity Total(string id = "dead") => new() { Id = id, Kind = QuantityKind.Total };

    public static Quantity Stock(string id = "troops") => new() { Id = id, Kind = QuantityKind.Stock };

    /// <summary>The figure of one day of a quantity, by its place among the days.</summary>
    public int Says(int day, double value, int quantity = 0, Func<ModelledClaim, ModelledClaim>? change = null)
    {
        var claim = Sketch.Claim(Courses[quantity].States[day], value - ModelledClaim.DeviationsAt95, value + ModelledClaim.DeviationsAt95);
        Sketch.Change(claim, said => said with { Value = value, Best = value });
        if (change is not null) Sketch.Change(claim, change);
        return claim;
    }

    /// <summary>How far a quantity rose from the evening of one day to that of another.</summary>
    public int SaysRise(int after, int until, double value)
    {
        var claim = Sketch.Claim([(Courses[0].States[after], -1), (Courses[0].States[until], 1)], null, value - ModelledClaim.DeviationsAt95, value + ModelledClaim.DeviationsAt95);
        Sketch.Change(claim, said => said with { Value = value, Best = value, Claim = said.Claim with { During = new Period(Start, Start) } });
        return claim;
    }

    /// <summary>A share of the first quantity in the second.</summary>
    public int SaysShare(int day, double share)
    {
        var claim = Sketch.Claim([(Courses[0].States[day], 1)], [(Courses[1].States[day], 1)], share, share);
        Sketch.Change(claim, said => said with { Value = share });
        return claim;
    }

    public static bool[] All(Component component) => [.. component.Claims.Select(static _ => true)];

    /// <summary>What each state can be: anything, but for some states.</summary>
    public static StateScales Scales(Component component, params (int State, Interval Range)[] known)
    {
        var ranges = new Interval[component.States.Length];
        Array.Fill(ranges, Interval.All);
        foreach (var (state, range) in known) ranges[state] = range;
        return new StateScales(component, All(component), ranges);
    }
}
