using System.Globalization;
using Reconcile.Consistency;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;

namespace Reconcile;

/// <summary>
/// Relations that no claims could make hold, found by the engine where validation did not look: in systems larger than <see cref="RelationFeasibility"/> puts
/// into a dense program, and where dates do not keep relations apart.
/// </summary>
internal static class ImpossibleRelations
{
    /// <summary>Why the relations of a component cannot hold; null when they can.</summary>
    public static Finding? In(ClaimSystem system, Dossier dossier)
    {
        if (HoldWhereAllIsZero(system.Component)) return null;

        // Of a large system with circles the equations are looked at first: bounds would creep round them, and a program would take minutes.
        var positions = system is PropagationSystem { Component.Courses.Length: 0 } ? ImpossibleEquations.Relations(system.Component) : null;
        positions ??= Refuting(system)?.RelationsOf([]);
        if (positions is null) return null;

        var culprits = Array.ConvertAll(positions, position => dossier.Relations[position]);
        return culprits.Length == 0
            ? Error($"The bounds around {NearestNames.Shown(system.Component.States[0].Quantity.Id)} cannot hold, whatever the claims say.", "quantities", null)
            : Error(Sentence(culprits), string.Create(CultureInfo.InvariantCulture, $"relations[{positions[^1]}]"), culprits[^1].Place.LineOf("rule"));
    }

    /// <summary>The usual case: no relation has a constant, and every quantity may be 0.</summary>
    private static bool HoldWhereAllIsZero(Component component) =>
        Array.TrueForAll(component.States, static state => state.Bounds is { Low: <= 0, High: >= 0 })
        && Array.TrueForAll(component.Constraints, static constraint => constraint.Range is { Low: <= 0, High: >= 0 });

    /// <summary>
    /// The system in which the relations alone cannot hold; null: they can. An exact program may find what propagation does not; day by day the same relations hold, so that
    /// dated ones need no such look.
    /// </summary>
    private static ClaimSystem? Refuting(ClaimSystem system)
    {
        var none = new bool[system.Component.Claims.Length];
        if (!system.IsFeasible(none)) return system;
        return system is PropagationSystem { Component.Courses.Length: 0 } large && large.TryExact() is { } exact && !exact.IsFeasible(none) ? exact : null;
    }

    private static Finding Error(string message, string path, int? line) =>
        new() { Code = FindingCodes.ImpossibleRelations, Severity = FindingSeverity.Error, Message = message, Path = path, Line = line };

    /// <summary>For a dossier without other errors: contradictions among the relations that <see cref="RelationFeasibility"/> left open.</summary>
    public static IEnumerable<Finding> LeftOpen(DossierSurvey survey)
    {
        if (!RelationFeasibility.LeavesOpen(survey.Dossier.Relations)) yield break;

        foreach (var component in ModelBuilder.Build(EvidenceGatherer.Gather(survey.Spelled, HedgeReading.SignificantDigit, survey.Texts.HasSourcesThatSpeakTwice), survey.ParsedRelations(), survey.Texts, new ReconcileOptions()).Components)
        {
            if (In(ClaimSystem.Create(component, Width.Tolerant), survey.Dossier) is { } finding) yield return finding;
        }
    }

    private static string Sentence(Relation[] culprits)
    {
        var dated = culprits.Any(static relation => relation.From is not null || relation.To is not null)
            ? " Nothing in the dossier is dated, so from and to do not keep them apart."
            : "";
        return culprits.Length == 1
            ? $"The relation {RelationRules.Shown(culprits[0])} cannot hold within the bounds of its quantities, whatever the claims say.{dated}"
            : RelationRules.Contradiction(culprits) + dated;
    }
}
