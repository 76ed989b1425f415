namespace Reconcile.Provenance;

/// <summary>What makes two figures the same words: the same numbers with the same kind of hedge ("about" or "around") and the same words of likelihood, on the same basis.</summary>
internal readonly record struct Words(Hedge Hedge, double? Value, double? Low, double? High, bool IsShare, string? Text, string? Likelihood, Basis Basis)
{
    public static Words Of(Claim claim)
    {
        var figure = claim.Figure;
        var hasNumbers = figure.Value is not null || figure.Low is not null || figure.High is not null;
        return new Words(figure.Hedge, figure.Value, figure.Low, figure.High, figure.IsShare, hasNumbers ? null : figure.Text, LikelihoodOf(claim), claim.Basis);
    }

    public static string? LikelihoodOf(Claim claim) => claim.Figure.Likelihood ?? claim.Likelihood;
}
