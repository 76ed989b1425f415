namespace Reconcile;

/// <summary>What would be different if hedges and number words were read in another way.</summary>
/// <remarks>Minor discrepancies, which lie within the error of the sources, are not compared.</remarks>
public sealed partial record ReadingChange
{
    internal ReadingChange() { }

    /// <summary>The other reading.</summary>
    public required HedgeReading Reading { get; init; }

    /// <summary>Conflicts that are found only under the other reading. Their ids are those of the reconciliation under it, and say nothing about the conflicts here.</summary>
    public IReadOnlyList<Conflict> Appearing { get; init; } = [];

    /// <summary>Conflicts of the reconciliation that are not found under the other reading.</summary>
    public IReadOnlyList<Conflict> Vanishing { get; init; } = [];

    /// <summary>Estimates under the other reading whose best value lies outside of the range found here, or that have a best value where here is none, or none where here is one.</summary>
    public IReadOnlyList<Estimate> Moving { get; init; } = [];

    /// <summary>Why the dossier cannot be reconciled under the other reading; null when it can.</summary>
    public string? Error { get; init; }

    /// <summary>Whether anything is different.</summary>
    public bool IsEmpty => Appearing.Count == 0 && Vanishing.Count == 0 && Moving.Count == 0 && Error is null;
}
