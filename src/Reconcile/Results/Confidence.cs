namespace Reconcile;

/// <summary>How far to trust an estimate.</summary>
public enum Confidence
{
    /// <summary>One root, a contested value, or nobody who says it.</summary>
    Low,

    /// <summary>Some support beyond one root, or one root of grade A or B that counted.</summary>
    Moderate,

    /// <summary>Several independent roots, or counts by reliable ones.</summary>
    High,
}
