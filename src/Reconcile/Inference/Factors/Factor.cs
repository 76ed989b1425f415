using Reconcile.Figures;

namespace Reconcile.Inference.Factors;

/// <summary>Where the information of a factor comes from.</summary>
internal enum Origin
{
    /// <summary>The prior of a state.</summary>
    Prior,

    /// <summary>A claim; the number is its position in the component.</summary>
    Claim,

    /// <summary>What is known beforehand of a shared error; the number is its error group.</summary>
    SharedError,

    /// <summary>What is expected of a step from one day to the next; the number is the later state.</summary>
    Movement,

    /// <summary>A relation; the number is its position in the dossier.</summary>
    Relation,

    /// <summary>The lower or upper bound of a quantity; the number is its state.</summary>
    Bound,
}

/// <summary>A one-dimensional log-concave function of a linear form of the free coordinates: shape(gᵀz + offset).</summary>
/// <param name="Direction">g, one coefficient per coordinate.</param>
/// <param name="Offset">What the form has when all coordinates are 0.</param>
/// <param name="Shape">The shape, in units of the form.</param>
/// <param name="Origin">What it is.</param>
/// <param name="Number">Which one of these.</param>
internal sealed record Factor(double[] Direction, double Offset, Shape Shape, Origin Origin, int Number);
