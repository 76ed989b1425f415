namespace Reconcile;

/// <summary>What makes the claims incompatible.</summary>
public enum ConflictKind
{
    /// <summary>One quantity, one date.</summary>
    Contradiction,

    /// <summary>Different quantities or days, joined by relations or increments, or figures beyond the bounds of a quantity.</summary>
    Relation,

    /// <summary>A total that falls.</summary>
    Fall,

    /// <summary>All claims of one root.</summary>
    Self,
}
