using Reconcile.Claims;

namespace Reconcile;

/// <summary>Who says.</summary>
public sealed partial record Source
{
    /// <summary>Unique in its dossier.</summary>
    public required string Id { get; init; }

    /// <summary>Name for print. Null: the id is printed.</summary>
    public string? Name { get; init; }

    /// <summary>How reliable. Null: as its claims say (<see cref="Claim.Reliability"/>), else <see cref="ReconcileOptions.DefaultReliability"/>.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>Relative error of its figures at 95 %, 0 or more. Null: from the grade.</summary>
    public double? RelativeError { get; init; }

    /// <summary>Chance that a claim is not simply wrong, between 0 and 1. Null: from the grade.</summary>
    public double? Accuracy { get; init; }

    /// <summary>The side it belongs to; it leans by that where <see cref="Dossier.PartiesLean"/>. Null: none.</summary>
    public string? Party { get; init; }

    /// <summary>Whose words of likelihood it uses. Null: each word is read by the first of <see cref="LikelihoodScale.All"/> that has it.</summary>
    public LikelihoodScale? Scale { get; init; }

    internal Annotations Annotations { get; init; }

    internal Place Place { get; init; }
}
