namespace Reconcile.Relations;

/// <summary>How the two sides of a relation compare.</summary>
internal enum RelationOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>~=</c>: left between (1 − within) and (1 + within) times right.</summary>
    About,
}

/// <summary>A relation as read: two linear forms and how they compare.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Operator">How the sides compare.</param>
/// <param name="Right">The right side.</param>
/// <param name="Within">For <see cref="RelationOperator.About"/>: the tolerance as a fraction, default 0.05; otherwise 0.</param>
internal sealed record ParsedRelation(LinearForm Left, RelationOperator Operator, LinearForm Right, double Within);

/// <summary>What a claim speaks of: a linear form, or a share when there is a denominator.</summary>
internal sealed record ParsedSubject(LinearForm Numerator, LinearForm? Denominator);

/// <summary>Why a text is no relation.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Found">What stands there, quoted, or <c>the end</c>.</param>
/// <param name="Expected">What could stand there.</param>
internal readonly record struct SyntaxError(int Column, string Found, string Expected)
{
    public override string ToString() => $"column {Column}: found {Found}, expected {Expected}";
}
