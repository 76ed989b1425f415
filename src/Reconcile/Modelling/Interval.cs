namespace Reconcile.Modelling;

/// <summary>A closed interval of the extended real line. The default is [0, 0].</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsClosed => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Whether it is one number.</summary>
    public bool IsFixed => IsClosed && Low == High;

    public bool Holds(double value) => Low <= value && value <= High;

    public Interval Intersect(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>factor · interval; an end at 0 stays 0, not −0, which would be printed.</summary>
    public Interval Times(double factor) => factor >= 0 ? new(Low * factor, High * factor) : new((High * factor) + 0.0, (Low * factor) + 0.0);
}
