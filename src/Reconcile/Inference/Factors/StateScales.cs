using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// How large each state is, for priors that are broad beside it and digits that are fine beside it. Mostly the scale S of the component; but where a
/// factor stands between states (troops = 3,000 · brigades) or a bound is far away (killed ≤ population), S would drown the small or tie down the large.
/// </summary>
internal sealed class StateScales
{
    /// <summary>A state whose range ends beyond this many S is larger than S: the prior would reach it no more.</summary>
    public const double Larger = 10;

    /// <summary>A state whose range ends within this many S is smaller than S: rounding beside S would blur it.</summary>
    private const double Smaller = 1e-3;

    /// <summary>Standard deviation of a prior, in the size of its state (convention).</summary>
    public const double PriorWidth = 10;

    private readonly Component _component;
    private readonly double[] _states;
    private readonly Interval[] _ranges;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims of the account.</param>
    /// <param name="ranges">The feasible range of each state under them.</param>
    public StateScales(Component component, ReadOnlySpan<bool> accepted, Interval[] ranges)
    {
        _component = component;
        Component = component.Scale(accepted);
        Largest = Component;
        _states = new double[ranges.Length];
        _ranges = ranges;
        for (var state = 0; state < _states.Length; state++)
        {
            _states[state] = Of(ranges[state], Component);
            Largest = Math.Max(Largest, _states[state]);
        }
    }

    private StateScales(Component component, double scale, Interval[] ranges)
    {
        _component = component;
        Component = Largest = scale;
        _ranges = ranges;
        _states = new double[ranges.Length];
        Array.Fill(_states, scale);
    }

    /// <summary>S: the largest size of an accepted figure.</summary>
    public double Component { get; }

    /// <summary>The scale of the largest state, at least S.</summary>
    public double Largest { get; }

    /// <summary>The same scale S for every state.</summary>
    public StateScales Even() => new(_component, Component, _ranges);

    /// <summary>What is known of a state before all claims. A quantity with a state on each of many days has one prior all the same, spread over them.</summary>
    public Shape PriorOf(int state)
    {
        var width = _component.States[state].Day is null ? PriorWidth : PriorWidth * Math.Sqrt(_component.Days);
        return Shape.Normal(_states[state], width * _states[state]);
    }

    /// <summary>What a state can be under the claims of the account.</summary>
    public Interval RangeOf(int state) => _ranges[state];

    public double this[int state] => _states[state];

    /// <summary>The scale of the largest term of a form.</summary>
    public double Of(Form form)
    {
        var scale = 0.0;
        for (var i = 0; i < form.States.Length; i++) scale = Math.Max(scale, Math.Abs(form.Coefficients[i]) * _states[form.States[i]]);
        return scale;
    }

    private static double Of(Interval range, double scale)
    {
        var size = Math.Max(Finite(range.Low), Finite(range.High));
        return size > Larger * scale || (range.IsClosed && size > 0 && size < Smaller * scale) ? size : scale;
    }

    private static double Finite(double end) => double.IsFinite(end) ? Math.Abs(end) : 0;
}
