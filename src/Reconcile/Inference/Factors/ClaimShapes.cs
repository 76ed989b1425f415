using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>An accepted claim as a factor: shape(form + size · error).</summary>
/// <param name="Form">What it speaks of; for a share a − s·b.</param>
/// <param name="Shape">Its likelihood, in units of the form, with the error of its source folded in where it is not shared.</param>
/// <param name="ErrorVariable">The shared error; −1: none.</param>
/// <param name="ErrorSize">By how much that error moves what the claim says.</param>
internal readonly record struct ClaimFactor(Form Form, Shape Shape, int ErrorVariable, double ErrorSize);

/// <summary>Turns the accepted claims of a component into factors.</summary>
internal sealed class ClaimShapes
{
    private readonly Component _component;
    private readonly ErrorGroups _errors;
    private readonly ErrorSizes _sizes;
    private readonly FactorSettings _settings;
    private readonly BoundTails _tails;

    public ClaimShapes(Component component, ReadOnlySpan<bool> accepted, ErrorGroups errors, FactorSettings settings)
    {
        _component = component;
        _errors = errors;
        _sizes = new ErrorSizes(component, errors, settings);
        _settings = settings;
        _tails = new BoundTails(component, accepted, settings.Scales);
    }

    public ClaimFactor Of(int claim)
    {
        var modelled = _component.Claims[claim];
        var shape = _tails.ShapeOf(claim);
        var form = modelled.Form;
        var unit = 1.0;
        if (modelled.Denominator is { } denominator)
        {
            // a/b = s with b of size D is a − s·b = 0 within the width of the share times D.
            var share = modelled.Best ?? modelled.Value;
            unit = SizeOf(denominator);
            form = form.Minus(share, denominator);
            shape = new Shape(
                (shape.Low - share) * unit, (shape.High - share) * unit, shape.LowShoulder * unit, shape.HighShoulder * unit, shape.LowTail * unit, shape.HighTail * unit);
        }

        var variable = _errors.VariableOf(claim);
        var deviation = modelled.ErrorDeviation * Math.Abs(modelled.Value);
        if (_errors.ScatterOf(claim) is var scatter and > 0 && modelled.Scales) shape = Widened(shape, Math.Sqrt(scatter) * Math.Abs(modelled.Value), null, modelled.Value);
        if (_errors.WideningOf(claim) is var factor and > 0) shape = shape with { LowShoulder = shape.LowShoulder * factor, HighShoulder = shape.HighShoulder * factor };
        else if (variable < 0) shape = Widened(shape, deviation * unit, _settings.AreHonest || !modelled.Scales ? null : modelled.Leaning, modelled.Value);
        else if (_errors.SharesBias(claim)) shape = Widened(shape, deviation * _errors.SpreadOf(claim), null, modelled.Value);
        else if (UnsharedPartOf(claim) is var part and > 0) shape = Widened(shape, part * deviation, null, modelled.Value);
        return new ClaimFactor(form, Floored(shape, form), variable, variable < 0 ? 0 : _sizes.Of(claim));
    }

    /// <summary>The part of its error that a claim has to itself beside the shared one.</summary>
    private double UnsharedPartOf(int claim)
    {
        var part = _errors.OwnPartOf(claim);
        return Math.Sqrt(part + ((1 - part) * _sizes.BeyondSharedOf(claim)));
    }

    private double SizeOf(Form denominator)
    {
        if (_settings.Point is not { } point) return _settings.Scales.Component;
        var size = Math.Abs(denominator.Value(point));
        return size > 0 ? size : _settings.Scales.Component;
    }

    /// <summary>With the error of its source, and the plateau of its bias where that leans.</summary>
    private static Shape Widened(Shape shape, double deviation, Leaning? leaning, double value)
    {
        static double Joined(double shoulder, double deviation) => shoulder > 0 ? Math.Sqrt((shoulder * shoulder) + (deviation * deviation)) : shoulder;
        if (leaning?.BiasOf(deviation / value) is not { } bias) return shape with { LowShoulder = Joined(shape.LowShoulder, deviation), HighShoulder = Joined(shape.HighShoulder, deviation) };
        // x = v (1 − b): what b says to its high side lies below the figure.
        return shape with
        {
            Low = shape.Low - (bias.High * value),
            High = shape.High - (bias.Low * value),
            LowShoulder = Joined(shape.LowShoulder, bias.HighShoulder * value),
            HighShoulder = Joined(shape.HighShoulder, bias.LowShoulder * value),
        };
    }

    private Shape Floored(Shape shape, Form form)
    {
        var least = _settings.Resolution * _settings.Scales.Of(form);
        return shape with
        {
            LowShoulder = shape.LowShoulder > 0 ? Math.Max(shape.LowShoulder, least) : 0,
            HighShoulder = shape.HighShoulder > 0 ? Math.Max(shape.HighShoulder, least) : 0,
        };
    }
}
