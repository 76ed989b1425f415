using Reconcile.Figures;
using Reconcile.Inference.Factors;

namespace Reconcile.Inference.Chains;

/// <summary>A factor shape(form + Offset) on a chain, with its site exp(−½ Precision · y² + Shift · y) over y = form.</summary>
internal struct ChainFactor
{
    public required Shape Shape;
    public required double Offset;
    public required Origin Origin;
    public required int Number;

    /// <summary>Where its coordinates begin.</summary>
    public required int First;

    /// <summary>How many coordinates it has.</summary>
    public required int Count;

    /// <summary>Where its pairs of coordinates begin: each with itself and with those before it.</summary>
    public int FirstPair;

    /// <summary>The first block that it touches; the number of blocks where it touches the border alone.</summary>
    public int FirstBlock;

    /// <summary>The last block that it touches.</summary>
    public int LastBlock;

    public double Precision;
    public double Shift;

    /// <summary>A normal shape is its own site.</summary>
    public void SetNormal(double mean, double sd)
    {
        Precision = 1 / (sd * sd);
        Shift = Precision * (mean - Offset);
    }
}
