namespace Reconcile;

/// <summary>Which way an interest leans.</summary>
public enum Tendency
{
    /// <summary>Tends to say more than is true.</summary>
    Overstate,

    /// <summary>Tends to say less than is true.</summary>
    Understate,
}
