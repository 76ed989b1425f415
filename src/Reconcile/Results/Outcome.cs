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

    /// <summary>Counts no more than another claim, of its root or passed on from it: it says the same, or a relay garbled it.</summary>
    Repeated,

    /// <summary>Withdrawn by its source.</summary>
    Retracted,
}
