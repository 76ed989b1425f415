namespace Reconcile;

/// <summary>How credible an item is, on the Admiralty scale. Unknown is no information, not bad.</summary>
public enum Credibility
{
    /// <summary>6: truth cannot be judged. The default.</summary>
    Unknown,

    /// <summary>1: confirmed by other, independent sources.</summary>
    Confirmed,

    /// <summary>2: probably true.</summary>
    ProbablyTrue,

    /// <summary>3: possibly true.</summary>
    PossiblyTrue,

    /// <summary>4: doubtful.</summary>
    Doubtful,

    /// <summary>5: improbable.</summary>
    Improbable,
}
