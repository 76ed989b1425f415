using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Marginals;

/// <summary>log ∫ N(t; mean, variance) · shape(t) dt as a function of the mean: what depends on the variance alone is worked out once.</summary>
internal readonly struct ShapeMass
{
    private readonly Shape _shape;
    private readonly double _sd;
    private readonly Shoulder _below;
    private readonly Shoulder _above;

    /// <param name="shape">The shape.</param>
    /// <param name="variance">Variance of the normal, &gt; 0.</param>
    public ShapeMass(in Shape shape, double variance)
    {
        _shape = shape;
        _sd = Math.Sqrt(variance);
        if (shape.LowTail == 0 && shape.LowShoulder > 0) _below = new Shoulder(shape.LowShoulder, variance);
        if (shape.HighTail == 0 && shape.HighShoulder > 0) _above = new Shoulder(shape.HighShoulder, variance);
    }

    /// <summary>−∞ when nothing of the normal lies where the shape allows it.</summary>
    public double LogAt(double mean)
    {
        double below = double.NegativeInfinity, plateau = double.NegativeInfinity, above = double.NegativeInfinity;
        if (double.IsFinite(_shape.Low))
        {
            if (_shape.LowTail > 0) below = NormalMass.LogWithTail((mean - _shape.Low) / _sd, _sd / _shape.LowTail);
            else if (_shape.LowShoulder > 0) below = _below.LogAt(mean - _shape.Low);
        }

        if (_shape.High > _shape.Low) plateau = NormalMass.LogBetween((_shape.Low - mean) / _sd, (_shape.High - mean) / _sd);
        if (double.IsFinite(_shape.High))
        {
            if (_shape.HighTail > 0) above = NormalMass.LogWithTail((_shape.High - mean) / _sd, _sd / _shape.HighTail);
            else if (_shape.HighShoulder > 0) above = _above.LogAt(_shape.High - mean);
        }

        return LogSum(below, plateau, above);
    }

    private static double LogSum(double a, double b, double c)
    {
        var greatest = Math.Max(a, Math.Max(b, c));
        if (double.IsNegativeInfinity(greatest)) return greatest;
        var others = 0.0;
        var first = true;
        foreach (var piece in (ReadOnlySpan<double>)[a, b, c])
        {
            if (first && piece == greatest) first = false;
            else if (piece > greatest - 40) others += Math.Exp(piece - greatest);
        }

        return others > 0 ? greatest + StandardNormal.LogOnePlus(others) : greatest;
    }

    /// <summary>The normal times exp(−½ (distance beyond the end / shoulder)²), beyond the end: again a piece of a normal.</summary>
    private readonly struct Shoulder
    {
        private readonly double _total;
        private readonly double _rate;
        private readonly double _constant;

        public Shoulder(double shoulder, double variance)
        {
            var square = shoulder * shoulder;
            _total = variance + square;
            _rate = Math.Sqrt(square / (variance * _total));
            _constant = 0.5 * Math.Log(square / _total);
        }

        /// <param name="inward">How far the mean lies from the end, towards the plateau.</param>
        public double LogAt(double inward) => StandardNormal.LogCdf(-inward * _rate) - (0.5 * inward * inward / _total) + _constant;
    }
}
