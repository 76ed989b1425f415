using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Explanation;
using Reconcile.Inference;
using Reconcile.Mathematics;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;

namespace Reconcile;

/// <summary>Reconciles dossiers. Reusable and thread-safe; options are copied and checked when constructed.</summary>
public sealed class Reconciler
{
    private readonly ReconcileOptions _options;
    private readonly ILogger _logger;

    /// <summary>With default options, silent.</summary>
    public Reconciler()
        : this(new ReconcileOptions())
    {
    }

    /// <summary>With options and, if given, a logger.</summary>
    /// <param name="options">How figures and grades read, the level of ranges and the limits of the search.</param>
    /// <param name="logger">Is told of each result (information) and its warnings. Null: silent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names option, value and range.</exception>
    public Reconciler(ReconcileOptions options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = ReconcileOptions.Checked(options);
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Finds conflicts, accounts and estimates.</summary>
    /// <param name="dossier">All that is known.</param>
    /// <param name="cancellationToken">Stops the work when cancelled. Default: never.</param>
    /// <returns>Conflicts, accounts, estimates and verdicts, the same on every run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dossier"/> is null.</exception>
    /// <exception cref="DossierValidationException">The dossier has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation Reconcile(Dossier dossier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (findings, evidence, model) = Prepare(new DossierSurvey(dossier));
        var components = new ResolvedComponent[model.Components.Length];
        for (var i = 0; i < components.Length; i++) components[i] = ResolveWithinLimits(dossier, model.Components[i], cancellationToken);
        var reconciliation = new ResultBuilder(evidence, model, _options).Build(components, findings);
        Report(reconciliation);
        return reconciliation;
    }

    /// <summary>The rules, then the model; of a large dossier both at once, and what the rules find still comes first.</summary>
    private (IReadOnlyList<Finding> Findings, Evidence Evidence, Model Model) Prepare(DossierSurvey survey)
    {
        if (!Cores.AreWorth(survey.Dossier.Claims.Count))
        {
            var findings = DossierRules.Check(survey);
            ThrowIfInvalid(findings);
            var (evidence, model) = ModelOf(survey);
            return (findings, evidence, model);
        }

        var checking = Task.Run(() => DossierRules.Check(survey));
        try
        {
            var (evidence, model) = ModelOf(survey);
            var findings = checking.GetAwaiter().GetResult();
            ThrowIfInvalid(findings);
            return (findings, evidence, model);
        }
        catch (Exception exception) when (exception is not DossierValidationException)
        {
            // A dossier with errors may have no model.
            ThrowIfInvalid(checking.GetAwaiter().GetResult());
            throw;
        }
    }

    private (Evidence Evidence, Model Model) ModelOf(DossierSurvey survey)
    {
        var evidence = EvidenceGatherer.Gather(survey.Spelled, _options.Reading, survey.Texts.HasSourcesThatSpeakTwice);
        return (evidence, ModelBuilder.Build(evidence, survey.ParsedRelations(), survey.Texts, _options));
    }

    private ResolvedComponent ResolveWithinLimits(Dossier dossier, Component component, CancellationToken cancellationToken)
    {
        try
        {
            return Resolve(dossier, component, cancellationToken);
        }
        catch (SizeLimitException)
        {
            throw Invalid(EngineCodes.TooLarge, $"The {component.States.Length.ToString("N0", CultureInfo.InvariantCulture)} quantities around {NamesOf(component)} are too many to be reckoned together while relations or claims join them in circles, or shares, interests or increments over long periods are among them; leave out what closes the circles, or split the dossier.", "relations");
        }
        catch (NumericalLimitException)
        {
            throw Invalid(EngineCodes.BeyondDigits, $"The figures around {NamesOf(component)} are too far apart in size to be reckoned together; give the small or the large ones in another unit.", "claims");
        }
    }

    /// <summary>Conflicts, then accounts, then the posterior of one component.</summary>
    private ResolvedComponent Resolve(Dossier dossier, Component component, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (tolerant, literal) = ClaimSystem.CreateBoth(component);
        // Validation looks for impossible relations in small systems only; here none may slip through.
        if (ImpossibleRelations.In(tolerant, dossier) is { } impossible) throw new DossierValidationException([impossible]);
        var limits = new SearchLimits(_options.MaxAccounts, _options.MaxSteps);
        var disputes = DisputeFinder.Find(tolerant, limits, cancellationToken);
        var discrepancies = Discrepancies.Find(literal, disputes.LeadingClaims(component.Claims.Length), cancellationToken);
        var estimate = ComponentEstimator.Estimate(component, disputes, tolerant, _options.Level, limits, cancellationToken);
        return new ResolvedComponent(estimate, tolerant, literal, discrepancies);
    }

    private static void ThrowIfInvalid(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == FindingSeverity.Error) throw new DossierValidationException(findings);
        }
    }

    private static string NamesOf(Component component) => string.Join(", ", component.States.Take(3).Select(state => NearestNames.Shown(state.Quantity.Id)));

    private static DossierValidationException Invalid(string code, string message, string path) =>
        new([new Finding { Code = code, Severity = FindingSeverity.Error, Message = message, Path = path }]);

    private void Report(Reconciliation result)
    {
        Log.Reconciled(_logger, result.Dossier.Title, result.Dossier.Claims.Count, result.Conflicts.Count, result.Disputes.Count, result.Warnings.Count);
        foreach (var warning in result.Warnings) Log.Finding(_logger, warning.Code, warning.Message);
    }
}
