namespace Reconcile;

/// <summary>How reliable a source is, on the Admiralty scale. F is no information, not bad.</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable. The default of a source without a grade.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Reliability cannot be judged: no information, not bad.</summary>
    F,
}
