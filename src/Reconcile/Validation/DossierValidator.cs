using FluentValidation;
using FluentValidation.Results;
using Reconcile.Validation;

namespace Reconcile;

/// <summary>The rules of a valid dossier, for apps that have a FluentValidation pipeline: register it, or Include it and add rules.</summary>
/// <remarks>
/// Each failure carries the code, path, message and severity of a <see cref="Finding"/>, and the finding itself as custom state. Of more than 1,000 errors or warnings of one
/// property the first 1,000 and how many more there are. Thread-safe.
/// </remarks>
public sealed class DossierValidator : AbstractValidator<Dossier>
{
    private const string SurveyKey = "Reconcile.Survey";

    /// <summary>With the default options.</summary>
    public DossierValidator()
    {
        // Coarse rules that loop: a rule and a child validator for each item cost a hundred times as much.
        RuleFor(dossier => dossier.AsOf).Custom((_, context) => Report(ReplayRules.Check, context));
        RuleFor(dossier => dossier.PartiesLean).Custom((_, context) => Report(PartyRules.Check, context));
        RuleFor(dossier => dossier.Sources).Custom((_, context) => Report(SourceRules.CheckSources, context));
        RuleFor(dossier => dossier.Interests).Custom((_, context) => Report(SourceRules.CheckInterests, context));
        RuleFor(dossier => dossier.Quantities).Custom((_, context) => Report(QuantityRules.Check, context));
        RuleFor(dossier => dossier.Relations).Custom((_, context) => Report(RelationRules.Check, context));
        RuleFor(dossier => dossier.Claims).Custom((_, context) => Report(ClaimRules.Check, context));
    }

    private static void Report(Action<DossierSurvey, FindingCollector> check, ValidationContext<Dossier> context)
    {
        var found = new FindingCollector();
        check(SurveyOf(context), found);
        foreach (var finding in found.Findings)
        {
            context.AddFailure(new ValidationFailure(context.PropertyChain.BuildPropertyPath(finding.Path), finding.Message)
            {
                ErrorCode = finding.Code,
                Severity = finding.Severity == FindingSeverity.Error ? Severity.Error : Severity.Warning,
                CustomState = finding,
            });
        }
    }

    /// <summary>One survey for all rules of a run. A run over a list of dossiers has one context: the survey must be of this one.</summary>
    private static DossierSurvey SurveyOf(ValidationContext<Dossier> context)
    {
        if (context.RootContextData.TryGetValue(SurveyKey, out var known)
            && known is DossierSurvey survey
            && ReferenceEquals(survey.Dossier, context.InstanceToValidate))
        {
            return survey;
        }

        survey = new DossierSurvey(context.InstanceToValidate);
        context.RootContextData[SurveyKey] = survey;
        return survey;
    }
}
