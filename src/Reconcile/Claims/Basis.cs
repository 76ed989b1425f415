namespace Reconcile;

/// <summary>How a source came by its figure.</summary>
public enum Basis
{
    /// <summary>Estimated. The default.</summary>
    Estimate,

    /// <summary>Counted: bodies, a list of names, certificates. Its error is at most 2 %, and a floor says nothing against larger values.</summary>
    Count,

    /// <summary>Projected forward; it does not date the dossier.</summary>
    Projection,
}
