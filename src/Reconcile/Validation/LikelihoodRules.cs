using Reconcile.Claims;
using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.Validation;

/// <summary>What can be wrong with the words of likelihood of a claim.</summary>
internal static class LikelihoodRules
{
    public static void Check(int index, Claim claim, DossierSurvey survey, FindingCollector findings)
    {
        var inFigure = claim.Figure?.Likelihood;
        if (claim.Likelihood is null && inFigure is null) return;

        var scale = survey.ScaleOf(claim.Source);
        if (inFigure is not null && SaidLikelihood.Read(inFigure, scale) is null)
        {
            findings.OnClaim(index, claim, "figure", FindingCodes.UnknownLikelihood, $"{Unknown(inFigure, scale)}");
        }

        if (claim.Likelihood is not { } words) return;
        if (SaidLikelihood.Read(words, scale) is not { } said)
        {
            findings.OnClaim(index, claim, "likelihood", FindingCodes.UnknownLikelihood, $"{Unknown(words, scale)}");
        }
        else if (said.Term.IsDenial)
        {
            findings.OnClaim(
                index, claim, "likelihood", FindingCodes.UnknownLikelihood,
                $"{NearestNames.Shown(words)} ({said.Term.RangeText} by {said.Scale.Title}) says that the figure does not hold; {Opposite(claim, said)}.");
        }
        else if (inFigure is not null && SaidLikelihood.Read(inFigure, scale) is { } other && !ReferenceEquals(other.Term, said.Term))
        {
            findings.OnClaim(
                index, claim, "likelihood", FindingCodes.TwoLikelihoods,
                $"The figure says {NearestNames.Shown(inFigure)} and the claim {NearestNames.Shown(words)}; say it once.");
        }
    }

    /// <summary>What says the same without denying: unlikely of "over 5,000" is likely of "at most 5,000".</summary>
    private static string Opposite(Claim claim, SaidLikelihood said) =>
        claim.Figure is { Error: null } figure && FigureText.Opposite(figure.Facts) is { } opposite && NearestTo(1 - said.Term.Middle, Affirming(said.Scale)) is { } term
            ? $"say what does: {NearestNames.Shown(opposite)} with {NearestNames.Shown(term.Words[0])}"
            : "leave the claim out";

    private static string Unknown(string words, LikelihoodScale? scale)
    {
        if (string.IsNullOrWhiteSpace(words)) return "The words of likelihood must not be blank; leave them out where none were said.";
        var begins = scale is null ? $"Unknown words of likelihood {NearestNames.Shown(words)}" : $"{NearestNames.Shown(words)} is no step of {scale.Title}, the scale of its source";
        var proposed = scale is not null && SaidLikelihood.Read(words, null) is { } elsewhere
            ? NearestTo(elsewhere.Term.Middle, scale.Terms)?.Words[0]
            : EditDistance.Nearest(words, WordsOf(scale));
        return proposed is not null
            ? $"{begins}; did you mean {NearestNames.Shown(proposed)}?"
            : $"{begins}; known are {(scale is null ? $"the words of all scales ({Titles}), such as " : "")}{NearestNames.Listed([.. Affirming(scale ?? LikelihoodScale.Icd203).Select(static term => term.Words[0])])}.";
    }

    private static string Titles => string.Join(", ", LikelihoodScale.All.Select(static scale => scale.Title));

    private static LikelihoodTerm? NearestTo(double chance, IEnumerable<LikelihoodTerm> terms) => terms.MinBy(term => Math.Abs(term.Middle - chance));

    private static IEnumerable<LikelihoodTerm> Affirming(LikelihoodScale scale) => scale.Terms.Where(static term => !term.IsDenial);

    private static IEnumerable<string> WordsOf(LikelihoodScale? scale) =>
        (scale is null ? LikelihoodScale.All : [scale]).SelectMany(static known => Affirming(known)).SelectMany(static term => term.Words).Distinct();
}
