namespace Reconcile.Figures;

/// <summary>What a figure may hold. All are conventions.</summary>
internal static class FigureLimits
{
    /// <summary>Largest magnitude of a number: beyond 2⁵³ ≈ 9 × 10¹⁵ doubles no longer count one by one.</summary>
    public const double Magnitude = 1e15;

    /// <summary>Finest unit of a last digit: the digits of 0.1 + 0.2 are not all meant, and a width must not vanish beside 1.</summary>
    public const double FinestUnit = 1e-15;

    /// <summary>Longest phrase that is read, in characters.</summary>
    public const int PhraseLength = 1000;

    /// <summary>Level of an interval that names none.</summary>
    public const double DefaultLevel = 0.95;

    /// <summary>Lowest and highest level of an interval: outside, rescaling to 95 % would multiply rounding into nonsense.</summary>
    public const double LowestLevel = 0.01;

    /// <inheritdoc cref="LowestLevel"/>
    public const double HighestLevel = 0.99999;

    /// <summary>The unit of a share said as a fraction: "a third" is not meant to a per cent.</summary>
    public const double FractionUnit = 0.05;
}
