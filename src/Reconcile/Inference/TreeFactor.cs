using Reconcile.Figures;

namespace Reconcile.Inference;

/// <summary>
/// A factor on one node: shape(x + Size·b + e) with the shared error b (−1: none) and an error e of its own. Its site is kept over y = x + Size·b + e.
/// </summary>
internal sealed class TreeFactor(int node, Shape shape, Origin origin, int number)
{
    public int Node { get; } = node;

    public Shape Shape { get; } = shape;

    public Origin Origin { get; } = origin;

    public int Number { get; } = number;

    /// <summary>The shared error, by its place among those shared by several claims; −1: none.</summary>
    public int Error { get; init; } = -1;

    /// <summary>By how much the shared error moves what the claim says.</summary>
    public double Size { get; init; }

    /// <summary>Variance of the error that no other claim shares.</summary>
    public double OwnVariance { get; init; }

    /// <summary>τ of the site over y.</summary>
    public double Precision { get; set; }

    /// <summary>ν of the site over y.</summary>
    public double Shift { get; set; }

    /// <summary>τ over x + Size·b, the own error integrated out.</summary>
    public double FeltPrecision => Precision / (1 + (Precision * OwnVariance));

    /// <summary>ν over x + Size·b.</summary>
    public double FeltShift => Shift / (1 + (Precision * OwnVariance));

    /// <summary>A normal factor whose site never changes.</summary>
    public static TreeFactor Normal(int node, Shape shape, Origin origin, int number, int error = -1, double size = 0)
    {
        var precision = 1 / (shape.LowShoulder * shape.LowShoulder);
        return new TreeFactor(node, shape, origin, number) { Error = error, Size = size, Precision = precision, Shift = precision * shape.Low };
    }
}
