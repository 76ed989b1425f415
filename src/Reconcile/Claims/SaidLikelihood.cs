namespace Reconcile.Claims;

/// <summary>How likely a claim says that its figure is.</summary>
/// <param name="Words">As said.</param>
/// <param name="Scale">The scale by which they are read.</param>
/// <param name="Term">The step of the scale.</param>
internal readonly record struct SaidLikelihood(string Words, LikelihoodScale Scale, LikelihoodTerm Term)
{
    /// <summary>What a claim says, in its figure or beside it; null: nothing, or words that the scale does not have.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="scale">The scale of its source; null: the first of all that has the words.</param>
    public static SaidLikelihood? Of(Claim claim, LikelihoodScale? scale) =>
        (claim.Figure.Likelihood ?? claim.Likelihood) is { } words ? Read(words, scale) : null;

    /// <summary>Words on a scale, or on the first of all that has them.</summary>
    public static SaidLikelihood? Read(string words, LikelihoodScale? scale)
    {
        if (scale is not null) return scale.TryGetTerm(words, out var known) ? new SaidLikelihood(words, scale, known) : null;
        foreach (var other in LikelihoodScale.All)
        {
            if (other.TryGetTerm(words, out var term)) return new SaidLikelihood(words, other, term);
        }

        return null;
    }

    /// <summary>For example <c>very likely, 80–95 % by ICD 203</c>.</summary>
    public override string ToString() => $"{Words}, {Term.RangeText} by {Scale.Title}";
}
