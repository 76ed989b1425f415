namespace Reconcile;

/// <summary>What is counted or measured.</summary>
public sealed record Quantity
{
    /// <summary>Unique in its dossier.</summary>
    public required string Id { get; init; }

    /// <summary>Name for print. Default: the id.</summary>
    public string? Name { get; init; }

    /// <summary>Unit for print, for example people.</summary>
    public string? Unit { get; init; }

    /// <summary>The population counted, such as a side; quantities of one subject share a source's error, and interests are in a subject. Default: none.</summary>
    public string? Subject { get; init; }

    /// <summary>How it behaves over time. Default: <see cref="QuantityKind.Fixed"/>.</summary>
    public QuantityKind Kind { get; init; }

    /// <summary>Whole numbers only; estimates are rounded. Default: false. (Not named Integer: CA1720.)</summary>
    public bool Whole { get; init; }

    /// <summary>Hard lower bound. Default: 0; null: none.</summary>
    public double? Min { get; init; } = 0;

    /// <summary>Hard upper bound. Default: none.</summary>
    public double? Max { get; init; }

    /// <summary>For a stock: standard deviation of the change in a day, as a fraction. Default: 0.02.</summary>
    public double Drift { get; init; } = UsualDrift;

    internal const double UsualDrift = 0.02;

    internal Annotations Annotations { get; init; }

    internal Place Place { get; init; }
}
