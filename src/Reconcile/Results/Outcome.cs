namespace Reconcile;

/// <summary>What became of a claim.</summary>
public enum Outcome
{
    /// <summary>In every account.</summary>
    Accepted,

    /// <summary>In some accounts.</summary>
    Contested,

    /// <summary>In none that was kept.</summary>
    Rejected,

    /// <summary>Replaced by another claim.</summary>
    Superseded,

    /// <summary>Says what another claim of its root says.</summary>
    Repeated,

    /// <summary>Withdrawn by its source.</summary>
    Retracted,
}
