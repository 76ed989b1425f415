using Reconcile.Claims;

namespace Reconcile;

/// <summary>What is counted or measured.</summary>
public sealed partial record Quantity
{
    /// <summary>Unique in its dossier.</summary>
    public required string Id { get; init; }

    /// <summary>Name for print. Null: the id is printed.</summary>
    public string? Name { get; init; }

    /// <summary>Unit for print, for example people. Null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>The population counted, such as a side; quantities of one subject share a source's error, and interests are in a subject. Null: one population with all others that have none.</summary>
    public string? Subject { get; init; }

    /// <summary>How it behaves over time. Default: <see cref="QuantityKind.Fixed"/>.</summary>
    public QuantityKind Kind { get; init; }

    // Not named Integer, which is the name of a type (CA1720).
    /// <summary>Whole numbers only; estimates are rounded. Default: false.</summary>
    public bool Whole { get; init; }

    /// <summary>Hard lower bound. Default: 0; null: none.</summary>
    public double? Min { get; init; } = 0;

    /// <summary>Hard upper bound. Null: none.</summary>
    public double? Max { get; init; }

    /// <summary>For a stock: standard deviation of the change in a day, as a fraction. Default: 0.02.</summary>
    public double Drift { get; init; } = UsualDrift;

    internal const double UsualDrift = 0.02;

    internal Annotations Annotations { get; init; }

    internal Place Place { get; init; }
}
