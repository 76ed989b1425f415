namespace Reconcile;

/// <summary>
/// How credible an item is, on the Admiralty scale of 1 to 6. The values 1 to 5 are its numbers; its 6, "cannot be judged", is <see cref="Unknown"/> with the value 0, so that it is the
/// default. Unknown is no information, not bad.
/// </summary>
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
