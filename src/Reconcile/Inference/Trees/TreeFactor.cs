using Reconcile.Figures;
using Reconcile.Inference.Factors;

namespace Reconcile.Inference.Trees;

/// <summary>
/// A factor on one node: shape(x + Size·b + e) with the shared error b (−1: none) and an error e of its own. Its site is kept over y = x + Size·b + e.
/// </summary>
internal struct TreeFactor
{
    public required int Node { get; init; }

    public required Shape Shape { get; init; }

    public required Origin Origin { get; init; }

    public required int Number { get; init; }

    /// <summary>The shared error, by its place among those shared by several claims; −1: none.</summary>
    public required int Error { get; init; }

    /// <summary>By how much the shared error moves what the claim says.</summary>
    public double Size { get; init; }

    /// <summary>Variance of the error that no other claim shares.</summary>
    public double OwnVariance { get; init; }

    /// <summary>τ of the site over y.</summary>
    public double Precision { get; set; }

    /// <summary>ν of the site over y.</summary>
    public double Shift { get; set; }

    /// <summary>τ over x + Size·b, the own error integrated out.</summary>
    public readonly double FeltPrecision => Precision / (1 + (Precision * OwnVariance));

    /// <summary>ν over x + Size·b.</summary>
    public readonly double FeltShift => Shift / (1 + (Precision * OwnVariance));
}
