using Reconcile.Figures;

namespace Reconcile.Modelling;

/// <summary>Appraises claims: how wide each reads, how accurate its source makes it, what it costs to reject.</summary>
internal sealed class ClaimAppraiser
{
    /// <summary>Relative error of a count at 95 %, at most (design convention).</summary>
    private const double CountError = 0.02;

    /// <summary>Number of plausible false values of a claim: n of the ACCU family (Dong, Berti-Équille and Srivastava 2009), a convention.</summary>
    public const double FalseValues = 10;

    private const double LeastCost = 0.1;

    private readonly ReconcileOptions _options;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<(string, string?), Tendency>? _leanings;

    public ClaimAppraiser(Dossier dossier, ReconcileOptions options)
    {
        _options = options;
        _sources = dossier.GradedSources();
        if (dossier.Interests.Count == 0) return;
        _leanings = [];
        foreach (var interest in dossier.Interests) _leanings.TryAdd((interest.Source, interest.Subject), interest.Tends);
    }

    /// <summary>Which way a source leans on a subject, if it does.</summary>
    public Tendency? LeaningOf(string source, string? subject)
    {
        if (_leanings is null) return null;
        if (_leanings.TryGetValue((source, subject), out var tendency)) return tendency;
        return _leanings.TryGetValue((source, null), out tendency) ? tendency : null;
    }

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
    public double AccuracyOf(Claim claim, double sourceAccuracy, SaidLikelihood? likelihood)
    {
        var odds = sourceAccuracy / (1 - sourceAccuracy) * _options.Grades.OddsFactor(claim.Credibility);
        var accuracy = odds / (1 + odds);
        return likelihood is { } said ? accuracy * said.Term.Middle : accuracy;
    }

    /// <summary>
    /// Cost of rejecting a claim of accuracy A: max(0.1, ln(n·A/(1 − A))), its vote in the ACCU family of truth-discovery models; d days behind the newest claim on
    /// one fixed number, less by min(1, ln(1 + d/30)).
    /// </summary>
    public static double CostOf(double accuracy, int daysBehind) =>
        Math.Max(LeastCost, Math.Log(FalseValues * accuracy / (1 - accuracy)) - (daysBehind > 0 ? Math.Min(MostAgeDiscount, Math.Log(1 + (daysBehind / DaysOfAge))) : 0));

    /// <summary>After so many days a figure has lost ln 2 of its vote (design convention).</summary>
    private const double DaysOfAge = 30;

    private const double MostAgeDiscount = 1;

    /// <summary>The literal interval and shape. A floor that was counted has no tail: 12 identified dead say nothing against 600.</summary>
    public Interpretation Interpret(Claim claim)
    {
        var read = _options.Reading.Interpret(claim.Figure);
        if (claim.Figure.Kind != FigureKind.Floor || claim.Basis != Basis.Count) return read;
        var shoulder = Math.Max(0.3 * Math.Min(1, claim.Figure.Unit), 0.01 * Math.Abs(read.Value));
        return read with { Shape = new Shape(read.Low, double.PositiveInfinity, shoulder, 0) };
    }

    /// <summary>
    /// The literal interval widened by the relative error e of the source: in quadrature for point figures, by e times each end for ranges.
    /// An overstated value v widens to 0.17 v below, an understated one to 3.5 v above.
    /// </summary>
    public static Interval Widen(in Interpretation read, FigureKind kind, double error, Tendency? leaning)
    {
        var (low, high) = kind switch
        {
            FigureKind.Point => (read.Value - Hypotenuse(read.Value - read.Low, error * read.Value), read.Value + Hypotenuse(read.High - read.Value, error * read.Value)),
            _ => (read.Low - (error * Math.Abs(Finite(read.Low))), read.High + (error * Math.Abs(Finite(read.High)))),
        };
        return leaning switch
        {
            Tendency.Overstate => new Interval(Math.Min(low, LeastShareOfOverstated * read.Value), high),
            Tendency.Understate => new Interval(low, Math.Max(high, GreatestMultipleOfUnderstated * read.Value)),
            _ => new Interval(low, high),
        };
    }

    /// <summary>An overstater says at most about six times what is true (convention after Radford et al. 2023, PNAS: 1.5 to 5 times).</summary>
    private const double LeastShareOfOverstated = 0.17;

    /// <summary>An understater says at least 0.3 of what is true (Radford et al. 2023).</summary>
    private const double GreatestMultipleOfUnderstated = 3.5;

    private static double Finite(double end) => double.IsFinite(end) ? end : 0;

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
