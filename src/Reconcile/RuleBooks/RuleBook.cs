using Reconcile.RuleBooks;

namespace Reconcile;

/// <summary>
/// Other people's rules, for comparison: what the codebooks of conflict research, and the usual averages, would print from the same claims. They are read from
/// their publications and simplified to what a dossier can tell; none of them is the work of the projects named.
/// </summary>
/// <remarks>
/// All see the same claims: those that state the quantity itself, of each root the newest of its kind (value, floor or ceiling), without what is superseded,
/// repeated, retracted or projected and without increments. How each treats bounds and ranges is said there.
/// </remarks>
public static partial class RuleBook
{
    /// <summary>
    /// <c>acled</c>: the lowest figure. Armed Conflict Location and Event Data, Codebook (2023) and its page on fatalities (2023): of differing reports the most
    /// conservative counts.
    /// </summary>
    /// <remarks>
    /// A range counts with its lower end, a floor with its number, a ceiling not at all; "dozens" is 12, "hundreds" 100. The coders also change to a better report
    /// when one comes; here <see cref="Claim.Supersedes"/> says which that is. One number, no range.
    /// </remarks>
    public static IRuleBook Acled { get; } = new LowestRule();

    /// <summary>
    /// <c>gtd</c>: the latest figure, else that of the majority, else the lowest. Global Terrorism Database, Codebook (START, University of Maryland, 2021).
    /// </summary>
    /// <remarks>
    /// The figure of the day of the latest report, if all of that day say the same and are not questionable (<see cref="StatedClaim.IsQuestionable"/>, which
    /// stands for the codebook's doubtful sources and claims of perpetrators). Else the figure of more than half of the roots that are not questionable; else the
    /// lowest of theirs. Where all are questionable, all count. A range counts with its lower end, a floor with its number, ceilings and number words without a
    /// number not at all: they are too vague. One number, no range.
    /// </remarks>
    public static IRuleBook Gtd { get; } = new LatestRule();

    /// <summary>
    /// <c>ucdp</c>: best, low and high. Uppsala Conflict Data Program, Battle-Related Deaths Dataset Codebook (2023) and Georeferenced Event Dataset Codebook
    /// (2023): best is the figure of the most reliable source, the lower one where none is more reliable; low and high are the least and the most that is
    /// reliably reported.
    /// </summary>
    /// <remarks>
    /// The most reliable is the claim of the largest <see cref="StatedClaim.Accuracy"/>. Low and high pass over questionable claims where there are others. A range
    /// counts with its lower end for best and with both for low and high; a floor with its number for all three; a ceiling for high alone; "dozens" is 24, as the
    /// model of the R package uncertainUCDP 0.5.2 treats such words (inferred, not quoted from a codebook).
    /// </remarks>
    public static IRuleBook Ucdp { get; } = new BestLowHighRule();

    /// <summary>
    /// <c>range</c>: from the minimum to the maximum reported, without a best value, as casualty recorders publish it: Every Casualty Counts, Standards for
    /// Casualty Recording (2016); Iraq Body Count (since 2003).
    /// </summary>
    /// <remarks>
    /// Numbers as they were said, whatever the hedge; both ends of a range; number words as the reading has them. The number of a floor counts at both ends, that
    /// of a ceiling at the upper one.
    /// </remarks>
    public static IRuleBook Range { get; } = new SpanRule();

    /// <summary><c>mean</c>: the arithmetic mean of the values, ranges by their middle. Floors and ceilings are no values and have no part. No range.</summary>
    public static IRuleBook Mean { get; } = new MeanRule();

    /// <summary><c>median</c>: the middle value, or the mean of the two middle ones. Ranges by their middle; floors and ceilings have no part. No range.</summary>
    public static IRuleBook Median { get; } = new MedianRule();

    /// <summary>
    /// <c>weighted-mean</c>: weighted by 1/<see cref="StatedClaim.StandardError"/>², the error multiplied by a scale factor where the figures scatter more than
    /// that. Particle Data Group, Review of Particle Physics (2024), section 5.2.2.
    /// </summary>
    /// <remarks>Floors and ceilings have no part. The range is that of a normal distribution at <see cref="StatedQuantity.Level"/>; it may pass 0.</remarks>
    public static IRuleBook WeightedMean { get; } = new WeightedMeanRule();

    /// <summary>
    /// <c>random-effects</c>: the mean of a random-effects model, its variance between figures by restricted maximum likelihood (Viechtbauer 2005, Journal of
    /// Educational and Behavioral Statistics 30, 261–293; the model of DerSimonian and Laird 1986).
    /// </summary>
    /// <remarks>As <see cref="WeightedMean"/> for bounds and range. With one figure, or without scatter beyond the errors, it is the weighted mean without a scale factor.</remarks>
    public static IRuleBook RandomEffects { get; } = new RandomEffectsRule();

    /// <summary>Every rule book here: <c>acled</c>, <c>gtd</c>, <c>ucdp</c>, <c>range</c>, <c>mean</c>, <c>median</c>, <c>weighted-mean</c>, <c>random-effects</c>.</summary>
    public static IReadOnlyList<IRuleBook> All { get; } = [Acled, Gtd, Ucdp, Range, Mean, Median, WeightedMean, RandomEffects];
}
