namespace Reconcile;

/// <summary>A rule by which somebody turns the claims on one quantity into a figure, for comparison with an estimate. Those of this library are in <see cref="RuleBook"/>.</summary>
/// <remarks>
/// A rule book knows nothing of relations, conflicts or other quantities: that is the comparison. To be compared fairly it should not depend on the order of
/// the claims.
/// </remarks>
public interface IRuleBook
{
    /// <summary>A short stable name, such as <c>acled</c>; not empty.</summary>
    string Name { get; }

    /// <summary>What it makes of the claims on one quantity.</summary>
    /// <param name="stated">The quantity with one claim or more.</param>
    /// <returns>A figure, its numbers finite; one without numbers, but with a reason, where the rule has nothing to go by. Never null.</returns>
    RuleBookFigure Apply(StatedQuantity stated);
}
