namespace Reconcile.Provenance;

/// <summary>What makes two claims the same: one root says the same numbers with the same kind of hedge ("about" or "around") of the same thing.</summary>
internal readonly record struct SameWords(
    string Source, string Quantity, Hedge Hedge, double? Value, double? Low, double? High, bool IsShare, string? Words, Basis Basis, DateOnly? Day, Period? During)
{
    /// <param name="claim">The claim.</param>
    /// <param name="isFixed">Whether it speaks of a fixed quantity: said again on another day, it is said again.</param>
    public static SameWords Of(Claim claim, bool isFixed)
    {
        var figure = claim.Figure;
        var hasNumbers = figure.Value is not null || figure.Low is not null || figure.High is not null;
        return new SameWords(
            claim.Source, claim.Quantity, figure.Hedge, figure.Value, figure.Low, figure.High, figure.IsShare, hasNumbers ? null : figure.Text, claim.Basis,
            isFixed ? null : claim.AsOf ?? claim.Reported, claim.During);
    }
}
