using Reconcile.Figures;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>How far the truth may well lie above a floor and below a ceiling, beside what else is said.</summary>
internal sealed class BoundTails
{
    /// <summary>A floor lies surely below what others say where the distance is this part of its tail (convention).</summary>
    private const double SurelyImplied = 0.25;

    /// <summary>A floor and a ceiling of others that differ by less than this factor each say that the truth is near (convention).</summary>
    private const double NearEnds = 2;

    /// <summary>Of ends further apart than by this factor neither does (convention).</summary>
    private const double FarEnds = 4;

    private readonly Component _component;
    private readonly StateScales _scales;
    private readonly int[] _highestFloors;
    private readonly Interval[] _ends;

    /// <summary>What claims say of each stock where no equation ties any; null: there is none, or one does.</summary>
    private readonly ClaimedValues?[]? _told;

    /// <summary>Where claims and equations put each stock; null: no equation ties one.</summary>
    private readonly TiedLevels? _tied;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">Knows the feasible range of each state under them.</param>
    public BoundTails(Component component, ReadOnlySpan<bool> accepted, StateScales scales)
    {
        (_component, _scales) = (component, scales);
        _highestFloors = new int[component.States.Length];
        _ends = new Interval[component.States.Length];
        Array.Fill(_highestFloors, -1);
        Array.Fill(_ends, Interval.All);
        _tied = TiedLevels.Of(component, accepted, scales);
        if (_tied is null && component.Courses.Length > 0) _told = ToldOf(component, accepted);
        for (var i = 0; i < component.Claims.Length; i++)
        {
            var claim = component.Claims[i];
            if (!accepted[i] || claim.State < 0 || claim.SaysNothing) continue;
            ref var known = ref _highestFloors[claim.State];
            if (claim.Kind == FigureKind.Floor && (known < 0 || claim.Value > component.Claims[known].Value)) known = i;
            if (claim.Kind != FigureKind.Point && (claim.Kind != FigureKind.Range || claim.IsWide)) _ends[claim.State] = _ends[claim.State].Intersect(claim.Literal);
        }
    }

    private static ClaimedValues?[] ToldOf(Component component, ReadOnlySpan<bool> accepted)
    {
        var told = new ClaimedValues?[component.Courses.Length];
        for (var i = 0; i < told.Length; i++)
        {
            if (!component.Courses[i].NeverFalls) told[i] = ClaimedValues.Of(component, component.Courses[i], accepted);
        }

        return told;
    }

    /// <summary>The likelihood of a claim without the error of its source.</summary>
    public Shape ShapeOf(int claim)
    {
        var modelled = _component.Claims[claim];
        var shape = modelled.Shape;
        if (modelled.SaysNothing || modelled.State is not (>= 0 and var state)) return shape;
        if (modelled.Kind == FigureKind.Floor && _highestFloors[state] != claim) return shape with { High = double.PositiveInfinity, HighTail = 0, HighShoulder = 0 };
        if (shape.HighTail > 0) shape = shape with { HighTail = Math.Max(TailOf(shape.HighTail, modelled), Beside(shape.HighTail, modelled.Value, _ends[state].High)) };
        if (shape.LowTail > 0 && _ends[state].Low > 0) shape = shape with { LowTail = Beside(shape.LowTail, modelled.Value, _ends[state].Low) };
        return shape;
    }

    /// <summary>
    /// "At least 4" of one and "up to 280" of another are no more than "4 to 280" of one: where the other end is far, the tail of scale s becomes D²/s, D the distance of the ends.
    /// </summary>
    private static double Beside(double scale, double value, double otherEnd)
    {
        var distance = Math.Abs(otherEnd - value);
        if (!(scale > 0 && distance > 0) || double.IsInfinity(distance)) return scale;
        var part = SmoothStep.Between(NearEnds, FarEnds, Math.Max(Math.Abs(value), Math.Abs(otherEnd)) / Math.Min(Math.Abs(value), Math.Abs(otherEnd)));
        return scale + (part * Math.Max(0, TailTo(distance, scale) - scale));
    }

    /// <summary>The scale of a tail that would have been s and reaches well as far as D: D²/s.</summary>
    private static double TailTo(double distance, double scale) => distance * (distance / scale);

    /// <summary>
    /// The scale of the tail above a floor. A floor is no evidence against larger values: where the other claims put the state a distance d above the floor
    /// that is longer than its tail of scale s, the tail becomes d²/s, or "at least 12" would pull "about 600" down. Where they put it above the floor, but anywhere up to a distance D,
    /// it becomes D²/s: "at least 2,000" after a count of 3,500 says nothing of how far a total has risen since.
    /// </summary>
    private double TailOf(double scale, ModelledClaim floor)
    {
        var range = _scales.RangeOf(floor.State);
        var distance = Math.Max(double.IsFinite(range.Low) ? range.Low - floor.Value : 0, ToldBeside(floor.State) - floor.Value);
        if (distance <= 0) return scale;
        var tail = Math.Max(scale, TailTo(distance, scale));
        var widest = double.IsFinite(range.High) ? TailTo(range.High - floor.Value, scale) : 0;
        if (widest <= tail) return tail;
        return tail + (SmoothStep.Between(0, SurelyImplied * scale, distance) * (widest - tail));
    }

    /// <summary>
    /// The least that claims give a stock on the days with a value before and after a day without, or where they and equations put it: it does not fall to a floor because that is all that is said of the day.
    /// </summary>
    private double ToldBeside(int state)
    {
        if (_tied is not null) return _component.States[state].Quantity.Kind == QuantityKind.Stock && !_tied.IsTold(state) && _tied[state] is var level && !double.IsNaN(level) ? level : double.NegativeInfinity;
        if (_told is null || _component.CourseOf(state) is not { } course || _told[Array.IndexOf(_component.Courses, course)] is not { } told) return double.NegativeInfinity;
        var day = Array.IndexOf(course.States, state);
        if (told.Has(day)) return double.NegativeInfinity;
        var (before, after) = (day, day);
        while (before >= 0 && !told.Has(before)) before--;
        while (after < course.States.Length && !told.Has(after)) after++;
        return Math.Min(before < 0 ? double.PositiveInfinity : told.ValueAt(before), after == course.States.Length ? double.PositiveInfinity : told.ValueAt(after));
    }
}
