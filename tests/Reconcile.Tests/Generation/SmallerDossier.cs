using Reconcile.Tests.Promises;

namespace Reconcile.Tests.Generation;

/// <summary>Smaller dossiers on the way to a minimal failing case: without a claim, relation, declaration or property, or with a plainer figure.</summary>
internal static class SmallerDossier
{
    public static IEnumerable<Dossier> Of(Dossier dossier)
    {
        foreach (var smaller in DossierShrinker.Shrink(dossier)) if (smaller.Claims.Count > 0) yield return smaller;
        if (dossier.Quantities.Count > 0) yield return dossier.With(quantities: []);
        for (var i = 0; i < dossier.Sources.Count; i++)
        {
            var plain = new Source { Id = dossier.Sources[i].Id };
            if (dossier.Claims.All(claim => claim.Source != plain.Id) && dossier.Interests.All(interest => interest.Source != plain.Id)) yield return dossier.With(sources: Without(dossier.Sources, i));
            else if (dossier.Sources[i] != plain) yield return dossier.With(sources: Replaced(dossier.Sources, i, plain));
        }

        for (var i = 0; i < dossier.Quantities.Count; i++)
        {
            var plain = new Quantity { Id = dossier.Quantities[i].Id };
            if (dossier.Quantities[i] != plain) yield return dossier.With(quantities: Replaced(dossier.Quantities, i, plain));
        }

        for (var i = 0; i < dossier.Claims.Count; i++)
        {
            foreach (var figure in PlainerFigure.Of(dossier.Claims[i].Figure)) yield return dossier.With(Replaced(dossier.Claims, i, dossier.Claims[i] with { Figure = figure }));
        }
    }

    private static T[] Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    private static T[] Replaced<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
