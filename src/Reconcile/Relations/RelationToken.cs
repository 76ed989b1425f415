namespace Reconcile.Relations;

/// <summary>What a <see cref="RelationScanner"/> tells apart.</summary>
internal enum TokenKind
{
    End,
    Number,
    Name,
    Plus,
    Minus,
    Times,
    Slash,
    Percent,
    Open,
    Close,
    Equal,
    AtMost,
    AtLeast,
    About,

    /// <summary>No part of the language; the scanner knows what to write instead.</summary>
    Mistake,
}

/// <summary>One word or sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Value">The value of a number, infinite when too large for one; otherwise 0.</param>
/// <param name="Instead">For a mistake: what to write instead.</param>
internal readonly record struct RelationToken(TokenKind Kind, int Start, int Length, double Value = 0, string Instead = "");
