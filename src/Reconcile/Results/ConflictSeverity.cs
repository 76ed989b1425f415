namespace Reconcile;

/// <summary>How hard a conflict is.</summary>
public enum ConflictSeverity
{
    /// <summary>The words cannot all hold, but within the error of the sources they can.</summary>
    Discrepancy,

    /// <summary>Not even within the error of the sources.</summary>
    Conflict,
}
