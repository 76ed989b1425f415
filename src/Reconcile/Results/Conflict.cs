using System.Diagnostics.CodeAnalysis;
using Reconcile.Results;

namespace Reconcile;

/// <summary>A minimal set of claims that cannot all hold.</summary>
public sealed partial record Conflict
{
    private readonly Deferred<string>? _explanation;

    internal Conflict() { }

    [SetsRequiredMembers]
    internal Conflict(string id, IReadOnlyList<Claim> claims, IReadOnlyList<Relation> relations, Deferred<string> explanation)
    {
        Id = id;
        Claims = claims;
        Relations = relations;
        _explanation = explanation;
    }

    /// <summary>k1, k2, … by position in its result, as in JSON and in reports.</summary>
    public required string Id { get; init; }

    /// <summary>Conflict, or discrepancy within the error of the sources.</summary>
    public required ConflictSeverity Severity { get; init; }

    /// <summary>Whether it is no mere discrepancy.</summary>
    internal bool IsHard => Severity == ConflictSeverity.Conflict;

    /// <summary>What kind.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>Take away any one and the rest can hold.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The relations needed for it.</summary>
    public required IReadOnlyList<Relation> Relations { get; init; }

    /// <summary>One sentence.</summary>
    public required string Explanation
    {
        get => field ?? _explanation!.Value;
        init;
    }
}
