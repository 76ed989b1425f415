using Reconcile.Figures;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;

namespace Reconcile.RuleBooks;

/// <summary>What other people's rules make of the claims of a dossier, quantity by quantity.</summary>
internal sealed class RuleComparison
{
    private readonly DossierSurvey _survey;
    private readonly Evidence _evidence;
    private readonly ReconcileOptions _options;
    private readonly ClaimAppraiser _appraiser;

    private RuleComparison(DossierSurvey survey, ReconcileOptions options)
    {
        _survey = survey;
        _options = options;
        _evidence = EvidenceGatherer.Gather(survey.Spelled, options.Reading, survey.Texts.HasSourcesThatSpeakTwice);
        _appraiser = new ClaimAppraiser(survey.Dossier, options);
    }

    /// <summary>Of a dossier that nobody has checked yet.</summary>
    /// <exception cref="DossierValidationException">The dossier has errors.</exception>
    /// <exception cref="ArgumentException">Two rules have one name, or one has none.</exception>
    /// <exception cref="InvalidOperationException">A rule gave no figure, or a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<RuleBookResult> Checked(Dossier dossier, IReadOnlyList<IRuleBook> rules, ReconcileOptions options, CancellationToken cancellation)
    {
        var survey = new DossierSurvey(dossier);
        var findings = DossierRules.Check(survey);
        if (findings.Any(static finding => finding.Severity == FindingSeverity.Error)) throw new DossierValidationException(findings);
        return Of(survey, rules, options, cancellation);
    }

    /// <summary>Of a dossier without errors.</summary>
    /// <exception cref="ArgumentException">Two rules have one name, or one has none.</exception>
    /// <exception cref="InvalidOperationException">A rule gave no figure, or a number that is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<RuleBookResult> Of(DossierSurvey survey, IReadOnlyList<IRuleBook> rules, ReconcileOptions options, CancellationToken cancellation)
    {
        ThrowIfUnnamed(rules);
        var stated = new RuleComparison(survey, options).Stated();
        return
        [
            .. from quantity in stated
               let claims = quantity.Claims.Select(static claim => claim.Claim).ToArray()
               from rule in rules
               select new RuleBookResult { Quantity = quantity.Quantity, Rule = rule.Name, Stated = claims, Figure = Applied(rule, quantity, cancellation) },
        ];
    }

    private static RuleBookFigure Applied(IRuleBook rule, StatedQuantity quantity, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var figure = rule.Apply(quantity);
        return figure is not null && IsFinite(figure.Best) && IsFinite(figure.Low) && IsFinite(figure.High)
            ? figure
            : throw new InvalidOperationException($"A rule must give a figure, its numbers finite or null; \"{rule.Name}\" gave {figure?.ToString() ?? "null"} for {quantity.Quantity.Id}.");
    }

    private static bool IsFinite(double? number) => number is not { } value || double.IsFinite(value);

    private static void ThrowIfUnnamed(IReadOnlyList<IRuleBook> rules)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
            if (string.IsNullOrWhiteSpace(rule.Name)) throw new ArgumentException($"Each rule must have a name; that of {rule.GetType().Name} is empty.", nameof(rules));
            if (!names.Add(rule.Name)) throw new ArgumentException($"Each rule must have a name of its own; two are named \"{rule.Name}\".", nameof(rules));
        }
    }

    /// <summary>The quantities that a claim states directly, in the order of the estimates.</summary>
    private List<StatedQuantity> Stated()
    {
        var quantities = new QuantityIndex(_survey.Dossier, _survey.ParsedRelations(), _survey.Texts).Quantities;
        var direct = Direct().ToLookup(static claim => claim.Quantity, static claim => claim.Claim, StringComparer.Ordinal);
        var stated = new List<StatedQuantity>();
        foreach (var quantity in quantities)
        {
            var claims = NewestOfRoots.Of(direct[quantity.Id]);
            if (claims.Length == 0) continue;
            stated.Add(new StatedQuantity
            {
                Quantity = quantity,
                AsOf = _evidence.AsOf,
                Level = _options.Level,
                Claims = Array.ConvertAll(claims, claim => Stated(claim, quantity)),
            });
        }

        return stated;
    }

    /// <summary>The claims that count and speak of one quantity itself, up to the day of the dossier.</summary>
    private IEnumerable<(string Quantity, Claim Claim)> Direct()
    {
        for (var i = 0; i < _survey.Dossier.Claims.Count; i++)
        {
            var claim = _survey.Dossier.Claims[i];
            if (_evidence.StandingOf(i) != Standing.Counts || claim.Basis == Basis.Projection || claim.During is not null) continue;
            if (claim.EarliestAsOf > _evidence.AsOf || claim.EarliestReported > _evidence.AsOf) continue;
            var (text, composed) = _survey.Texts.Subjects[i];
            if (composed is null) yield return (_survey.Texts.Names[text], claim);
        }
    }

    private StatedClaim Stated(Claim claim, Quantity quantity)
    {
        var read = _options.Reading.Interpret(claim.Figure);
        var traits = _appraiser.TraitsOf(claim.Source);
        var hasValue = claim.Figure.Kind is FigureKind.Point or FigureKind.Range && double.IsFinite(read.Low) && double.IsFinite(read.High);
        double? value = hasValue ? claim.Figure.Value ?? read.Value : null;
        return new StatedClaim
        {
            Claim = claim,
            Value = value,
            Read = _options.Reading.Read(claim.Figure),
            StandardError = value is { } v ? StandardError((read.High - read.Low) / 2, ClaimAppraiser.ErrorOf(claim, traits.Error) * v) : null,
            Accuracy = _appraiser.AccuracyOf(claim, traits.Accuracy, _appraiser.LikelihoodOf(claim)),
            IsQuestionable = IsQuestionable(claim, quantity),
            Words = _options.Reading.Words,
        };
    }

    /// <summary>From half-widths at 95 %; a figure without any width still has the smallest that can be told from none.</summary>
    private static double StandardError(double words, double source) =>
        Math.Max(Math.Sqrt((words * words) + (source * source)) / NormalQuantile.At95, FigureLimits.FinestUnit);

    private bool IsQuestionable(Claim claim, Quantity quantity) =>
        claim.Credibility is Credibility.Doubtful or Credibility.Improbable
        || _appraiser.LeaningOf(claim.Source, quantity.Subject) is not null
        || (_survey.GradedSources.GetValueOrDefault(claim.Source)?.Reliability ?? _options.DefaultReliability) is Reliability.D or Reliability.E;
}
