using Reconcile.Claims;
using Reconcile.Figures;

namespace Reconcile.Modelling;

/// <summary>Appraises claims: how wide each reads, how accurate its source makes it, what it costs to reject.</summary>
internal sealed class ClaimAppraiser
{
    /// <summary>Relative error of a count at 95 %, at most (convention).</summary>
    private const double CountError = 0.02;

    /// <summary>Number of plausible false values of a claim: n of the ACCU family (Dong, Berti-Équille and Srivastava 2009), a convention.</summary>
    public const double FalseValues = 10;

    private const double LeastCost = 0.1;

    /// <summary>However sure a source and its item are graded, the odds are no longer than this, nor shorter than one to as many: certainty would cost without end.</summary>
    private const double MostOdds = 1e15;

    private readonly ReconcileOptions _options;
    private readonly Dictionary<string, Source> _sources;
    private readonly Leanings? _leanings;

    public ClaimAppraiser(Dossier dossier, ReconcileOptions options)
    {
        _options = options;
        _sources = dossier.GradedSources();
        _leanings = Leanings.Of(dossier, options.Grades);
    }

    /// <summary>Which way a source leans on a subject, if it does.</summary>
    public Leaning? LeaningOf(string source, string? subject) => _leanings?.Of(source, subject);

    /// <summary>Which way the source of a claim leans on its subject: more and less are said of counts only, not of shares, differences or what lies under 0.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="read">Its figure as read.</param>
    /// <param name="subject">What it speaks of; null: of several subjects, or none.</param>
    /// <param name="isCount">Whether it speaks of a sum in which nothing is taken away.</param>
    public Leaning? LeaningOf(Claim claim, in Interpretation read, string? subject, bool isCount) =>
        isCount && read.Value > 0 && !claim.Figure.IsShare ? LeaningOf(claim.Source, subject) : null;

    /// <summary>Relative error at 95 % and accuracy of a source, before what a claim adds.</summary>
    public (double Error, double Accuracy) TraitsOf(string source)
    {
        var written = _sources.GetValueOrDefault(source);
        var reliability = written?.Reliability ?? _options.DefaultReliability;
        return (written?.RelativeError ?? _options.Grades.Error(reliability), written?.Accuracy ?? _options.Grades.Accuracy(reliability));
    }

    /// <summary>Relative error at 95 % of a claim of a source with a relative error.</summary>
    public static double ErrorOf(Claim claim, double sourceError) => claim.Basis == Basis.Count ? Math.Min(sourceError, CountError) : sourceError;

    /// <summary>What a claim says of its own likelihood, on the scale of its source.</summary>
    public SaidLikelihood? LikelihoodOf(Claim claim) =>
        claim.Likelihood is null && claim.Figure.Likelihood is null ? null : SaidLikelihood.Of(claim, _sources.GetValueOrDefault(claim.Source)?.Scale);

    /// <summary>
    /// Chance that the claim is not simply wrong: the accuracy A of its source, its odds multiplied by the factor of its credibility, and that times the middle p
    /// of the range of its word of likelihood: it holds where the source is right and what it calls likely is so.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="sourceAccuracy">A.</param>
    /// <param name="likelihood">Its word of likelihood.</param>
    /// <param name="isAgainstInterest">Whether it speaks against the interest of its source, which multiplies the odds once more.</param>
    public double AccuracyOf(Claim claim, double sourceAccuracy, SaidLikelihood? likelihood, bool isAgainstInterest = false)
    {
        var odds = sourceAccuracy / (1 - sourceAccuracy) * _options.Grades.OddsFactor(claim.Credibility) * (isAgainstInterest ? _options.Grades.AgainstInterestFactor : 1);
        var kept = Math.Clamp(odds, 1 / MostOdds, MostOdds);
        var accuracy = kept / (1 + kept);
        return likelihood is { } said ? accuracy * said.Term.Middle : accuracy;
    }

    /// <summary>The same claim, dearer to reject since it speaks against the interest of its source.</summary>
    public ModelledClaim AgainstInterest(ModelledClaim claim)
    {
        var accuracy = AccuracyOf(claim.Claim, TraitsOf(claim.Claim.Source).Accuracy, claim.Likelihood, isAgainstInterest: true);
        return claim with { AccuracyUnlessAgainst = claim.Accuracy, Accuracy = accuracy, Cost = CostOf(accuracy, claim.DaysBehind) };
    }

    /// <summary>
    /// Cost of rejecting a claim of accuracy A: max(0.1, ln(n·A/(1 − A))), its vote in the ACCU family of truth-discovery models; d days behind the newest claim on
    /// one fixed number, less by min(1, ln(1 + d/30)).
    /// </summary>
    public static double CostOf(double accuracy, int daysBehind) =>
        Math.Max(LeastCost, Math.Log(FalseValues * accuracy / (1 - accuracy)) - (daysBehind > 0 ? Math.Min(MostAgeDiscount, Math.Log(1 + (daysBehind / DaysOfAge))) : 0));

    /// <summary>After so many days a figure has lost ln 2 of its vote (convention).</summary>
    private const double DaysOfAge = 30;

    private const double MostAgeDiscount = 1;

    /// <summary>Shoulder of a floor that was counted, as a part of it: of 1,000 names ten may be wrong (convention).</summary>
    private const double ShoulderOfCounted = 0.01;

    /// <summary>The literal interval and shape. A floor that was counted has no tail: 12 identified dead say nothing against 600.</summary>
    public Interpretation Interpret(Claim claim)
    {
        var read = _options.Reading.Interpret(claim.Figure);
        if (claim.Figure.Kind != FigureKind.Floor || claim.Basis != Basis.Count) return read;
        var shoulder = Math.Max(ReadingConventions.ShoulderOfOne * Math.Min(1, claim.Figure.Unit), ShoulderOfCounted * Math.Abs(read.Value));
        return read with { Shape = new Shape(read.Low, double.PositiveInfinity, shoulder, 0) };
    }

    /// <summary>The literal interval widened by the relative error e of the source: in quadrature for point figures, by e times each end for ranges.</summary>
    public static Interval Widen(in Interpretation read, FigureKind kind, double error)
    {
        var (low, high) = kind switch
        {
            FigureKind.Point => (read.Value - Hypotenuse(read.Value - read.Low, error * read.Value), read.Value + Hypotenuse(read.High - read.Value, error * read.Value)),
            _ => (read.Low - (error * Math.Abs(Finite(read.Low))), read.High + (error * Math.Abs(Finite(read.High)))),
        };
        return new Interval(low, high);
    }

    private static double Finite(double end) => double.IsFinite(end) ? end : 0;

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
