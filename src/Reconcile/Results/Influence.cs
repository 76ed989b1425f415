namespace Reconcile;

/// <summary>The share of a claim, a relation or the prior in an estimate's information; the shares of one estimate add up to 1.</summary>
public sealed partial record Influence
{
    internal Influence() { }

    /// <summary>The claim; null when the information comes from a relation or from the prior.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The relation, or the bound of a quantity written as one; null when it comes from a claim or from the prior.</summary>
    public Relation? Relation { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public double Share { get; init; }
}
