using Reconcile.Mathematics;
using Reconcile.Provenance;
using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From evidence to linear systems: states, constraints, claims, and the components that they form.</summary>
internal static class ModelBuilder
{
    /// <param name="evidence">The claims, each with its standing.</param>
    /// <param name="relations">The relations of the dossier as read, in its order.</param>
    /// <param name="texts">Its names and what its claims speak of.</param>
    /// <param name="options">How figures and grades read.</param>
    public static Model Build(Evidence evidence, IReadOnlyList<ParsedRelation> relations, DossierTexts texts, ReconcileOptions options)
    {
        var index = new QuantityIndex(evidence.Dossier, relations, texts);
        var groups = new StateGroups(index.Quantities, evidence.AsOf);
        var (order, claims) = Cores.Both(
            index.Quantities.Count,
            (evidence, relations, index, texts, groups, options),
            static needs => IdOrder.Of(needs.index.Quantities),
            static needs => Linked(needs.evidence, needs.relations, needs.index, needs.texts, needs.groups, needs.options));
        var numbering = groups.Number(order, claims.Days);
        var (states, constraints, modelled) = (groups.StatesOf(numbering), groups.ConstraintsOf(numbering), claims.ByComponent(numbering));
        var courses = groups.CoursesOf(numbering);
        var components = new Component[states.Length];
        for (var i = 0; i < components.Length; i++) EmptyBounds.Empty(modelled[i], states[i]);
        for (var i = 0; i < components.Length; i++) components[i] = new Component(states[i], constraints[i], modelled[i], courses[i]);
        return new Model([.. index.Quantities], components);
    }

    /// <summary>Has the groups learn what links quantities: relations, then claims.</summary>
    private static ClaimModeller Linked(Evidence evidence, IReadOnlyList<ParsedRelation> relations, QuantityIndex index, DossierTexts texts, StateGroups groups, ReconcileOptions options)
    {
        ConstraintBuilder.AddAll(relations, evidence.Dossier.Relations, index, groups);
        return new ClaimModeller(evidence, index, texts, groups, options);
    }
}
