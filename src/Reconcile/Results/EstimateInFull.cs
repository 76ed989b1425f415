namespace Reconcile.Results;

/// <summary>An estimate with all that is behind it, for explanations.</summary>
internal sealed record EstimateInFull
{
    public required Reconciliation Reconciliation { get; init; }

    public required Estimate Estimate { get; init; }

    /// <summary>The claims that speak of the quantity and those that inform it through relations, in the order of the dossier.</summary>
    public required IReadOnlyList<ClaimInFull> Claims { get; init; }

    /// <summary>The equations over which claims on other quantities bear on it, in the order of the dossier. They hold exactly and have no share of their own.</summary>
    public IReadOnlyList<Relation> Equations { get; init; } = [];

    /// <summary>The single changes that move it, the greatest effect first.</summary>
    public IReadOnlyList<SingleChange> Changes { get; init; } = [];
}
