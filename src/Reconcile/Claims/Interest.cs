using Reconcile.Claims;

namespace Reconcile;

/// <summary>A source that tends to overstate or understate a subject. Said to do both, it leans neither way.</summary>
public sealed partial record Interest
{
    /// <summary>Whose interest.</summary>
    public required string Source { get; init; }

    /// <summary>In what; null: in all subjects.</summary>
    public string? Subject { get; init; }

    /// <summary>Which way.</summary>
    public required Tendency Tends { get; init; }

    internal Annotations Annotations { get; init; }

    internal Place Place { get; init; }
}
