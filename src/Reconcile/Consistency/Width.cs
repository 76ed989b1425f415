using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>How wide the claims of a system are taken.</summary>
internal enum Width
{
    /// <summary>What the words say, rounded figures without their very ends.</summary>
    Literal,

    /// <summary>What the words say, but as wide as its interest to the side to which a source leans.</summary>
    Believed,

    /// <summary>Widened by the error of the sources.</summary>
    Tolerant,
}

/// <summary>A claim as wide as it is taken.</summary>
internal static class Widths
{
    public static Interval Of(this Width width, ModelledClaim claim) => width switch
    {
        Width.Literal => claim.Inside,
        Width.Believed => claim.Believed,
        _ => claim.Tolerant,
    };
}
