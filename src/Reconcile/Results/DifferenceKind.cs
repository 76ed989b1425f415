namespace Reconcile;

/// <summary>Why figures that look like a conflict are none.</summary>
public enum DifferenceKind
{
    /// <summary>They measure different quantities of one relation.</summary>
    Definition,

    /// <summary>They speak of different dates.</summary>
    Date,

    /// <summary>One is an increment, the other a running total.</summary>
    Increment,

    /// <summary>One is only a floor or a ceiling.</summary>
    Bound,

    /// <summary>They agree after rounding.</summary>
    Rounding,

    /// <summary>One root revised its own figure, or one claim replaces another.</summary>
    Revision,

    /// <summary>A relay changed the figure or its meaning.</summary>
    Relay,

    /// <summary>One root, said again.</summary>
    Repeat,

    /// <summary>One was withdrawn.</summary>
    Retraction,

    /// <summary>They count another population or place. Reserved; not found yet.</summary>
    Scope,
}
