namespace Reconcile.Tests.Generation;

/// <summary>Smaller dossiers on the way to a minimal failing case: without a claim, relation, declaration or property.</summary>
internal static class SmallerDossier
{
    public static IEnumerable<Dossier> Of(Dossier dossier)
    {
        foreach (var smaller in DossierShrinker.Shrink(dossier)) if (smaller.Claims.Count > 0) yield return smaller;
        if (dossier.Quantities.Count > 0) yield return With(dossier, quantities: []);
        for (var i = 0; i < dossier.Sources.Count; i++)
        {
            var plain = new Source { Id = dossier.Sources[i].Id };
            if (dossier.Claims.All(claim => claim.Source != plain.Id)) yield return With(dossier, sources: Without(dossier.Sources, i));
            else if (dossier.Sources[i] != plain) yield return With(dossier, sources: Replaced(dossier.Sources, i, plain));
        }

        for (var i = 0; i < dossier.Quantities.Count; i++)
        {
            var plain = new Quantity { Id = dossier.Quantities[i].Id };
            if (dossier.Quantities[i] != plain) yield return With(dossier, quantities: Replaced(dossier.Quantities, i, plain));
        }
    }

    private static Dossier With(Dossier dossier, IReadOnlyList<Source>? sources = null, IReadOnlyList<Quantity>? quantities = null) =>
        Dossier.FromParts(
            dossier.Title, dossier.AsOf, sources ?? dossier.Sources, dossier.Interests, quantities ?? dossier.Quantities, dossier.Relations, dossier.Claims, dossier.Parties,
            dossier.Annotations, dossier.Place);

    private static T[] Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    private static T[] Replaced<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
