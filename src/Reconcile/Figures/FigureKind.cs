namespace Reconcile;

/// <summary>What a figure bounds.</summary>
public enum FigureKind
{
    /// <summary>One value.</summary>
    Point,

    /// <summary>A lower and an upper end.</summary>
    Range,

    /// <summary>This or more.</summary>
    Floor,

    /// <summary>This or less.</summary>
    Ceiling,
}
