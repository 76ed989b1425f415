namespace Reconcile;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>The dossier cannot be reconciled.</summary>
    Error,

    /// <summary>Worth knowing before trusting the result.</summary>
    Warning,
}
