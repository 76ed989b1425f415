using Reconcile.Figures;

namespace Reconcile.Modelling;

/// <summary>Why a source leans.</summary>
internal enum LeaningReason
{
    /// <summary>The dossier says so.</summary>
    Stated,

    /// <summary>The subject is its own party.</summary>
    OwnParty,

    /// <summary>The subject is the party of another source.</summary>
    OtherParty,
}

/// <summary>
/// Which way a source leans on what a claim is about. A claim with value v whose source has the relative error b says x = v (1 − b): said is f times the
/// truth at b = 1 − 1/f. Leaning sources say f between 1 and a usual limit, all of it alike, and seldom go beyond.
/// </summary>
/// <param name="Tends">Which way.</param>
/// <param name="Because">Why.</param>
/// <param name="Subject">On which subject; null: on all.</param>
/// <param name="Limit">The usual limit of f: above 1 where it overstates, under 1 where it understates.</param>
internal sealed record Leaning(Tendency Tends, LeaningReason Because, string? Subject, double Limit)
{
    /// <summary>An overstated figure conflicts with less than this part of what it is at its usual limit: 0.85/5, 0.17 of it (convention).</summary>
    private const double MarginOfOverstated = 0.85;

    /// <summary>An understated figure conflicts with more than this many times what it is at its usual limit: 1.05/0.3, 3.5 times it (convention).</summary>
    private const double MarginOfUnderstated = 1.05;

    /// <summary>Standard deviation beyond the usual limit, in parts of the value there: 0.35/5, 0.07 of an overstated figure (convention).</summary>
    private const double ShoulderOfOverstated = 0.35;

    /// <summary>Standard deviation beyond the usual limit, in parts of the value there: 0.09/0.3, 0.3 of an understated figure (convention).</summary>
    private const double ShoulderOfUnderstated = 0.09;

    /// <summary>How far the plateau of b reaches from 0.</summary>
    public double Reach => Math.Abs(Bias);

    private double Bias => 1 - (1 / Limit);

    /// <summary>What is known of the relative error of the source: a plateau from 0 to its usual limit, on the honest side its own error as shoulder.</summary>
    /// <param name="deviation">Standard deviation of its own error.</param>
    public Shape BiasOf(double deviation) => Tends == Tendency.Overstate
        ? new Shape(0, Bias, deviation, ShoulderOfOverstated / Limit)
        : new Shape(Bias, 0, ShoulderOfUnderstated / Limit, deviation);

    /// <summary>The interval of a claim with value v, open further on the side on which the truth lies if the source leans.</summary>
    public Interval Widen(in Interval tolerant, double value) => Tends == Tendency.Overstate
        ? tolerant with { Low = Math.Min(tolerant.Low, MarginOfOverstated / Limit * value) }
        : tolerant with { High = Math.Max(tolerant.High, MarginOfUnderstated / Limit * value) };
}
