namespace Reconcile;

/// <summary>How a quantity behaves over time.</summary>
public enum QuantityKind
{
    /// <summary>One number, such as the final toll of one strike; later reports revise it. The default.</summary>
    Fixed,

    /// <summary>Accumulates over time and never falls, such as deaths in a war to date.</summary>
    Total,

    /// <summary>Rises and falls, such as troops at the front.</summary>
    Stock,
}
