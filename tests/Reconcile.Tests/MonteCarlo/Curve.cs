using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>The logarithm of a <see cref="Shape"/>, with its cases told apart beforehand.</summary>
internal readonly struct Curve(Shape shape)
{
    public readonly double Low = shape.Low;
    public readonly double High = shape.High;
    public readonly double LowShoulder = shape.LowShoulder;
    public readonly double HighShoulder = shape.HighShoulder;
    public readonly double LowTail = shape.LowTail;
    public readonly double HighTail = shape.HighTail;

    public readonly bool IsNormal = shape is { LowTail: 0, HighTail: 0, LowShoulder: > 0 } && shape.Low == shape.High && shape.LowShoulder == shape.HighShoulder;

    /// <summary>Nothing below <see cref="Low"/> is possible.</summary>
    public readonly bool IsHardBelow = double.IsFinite(shape.Low) && shape is { LowTail: 0, LowShoulder: 0 };

    /// <summary>Nothing above <see cref="High"/> is possible.</summary>
    public readonly bool IsHardAbove = double.IsFinite(shape.High) && shape is { HighTail: 0, HighShoulder: 0 };

    /// <summary>Falls gently on a side.</summary>
    public bool IsSoft => LowTail > 0 || LowShoulder > 0 || HighTail > 0 || HighShoulder > 0;

    public bool Allows(double t) => !(IsHardBelow && t < Low) && !(IsHardAbove && t > High);

    /// <summary>The logarithm at a point that <see cref="Allows"/>, up to a constant.</summary>
    public double Log(double t) =>
        t < Low ? Fall(Low - t, LowShoulder, LowTail)
        : t > High ? Fall(t - High, HighShoulder, HighTail)
        : 0;

    private static double Fall(double distance, double shoulder, double tail) =>
        tail > 0 ? -distance / tail
        : shoulder > 0 ? -0.5 * (distance / shoulder) * (distance / shoulder)
        : 0;
}
