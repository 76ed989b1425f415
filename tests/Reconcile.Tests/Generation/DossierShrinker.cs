namespace Reconcile.Tests.Generation;

/// <summary>Smaller dossiers that are still valid: without a part, or with a plainer one.</summary>
internal static class DossierShrinker
{
    public static IEnumerable<Dossier> Shrink(Dossier dossier)
    {
        if (dossier.Claims.Count > 3)
        {
            var half = dossier.Claims.Count / 2;
            yield return With(dossier, claims: WithoutDangling([.. dossier.Claims.Take(half)]));
            yield return With(dossier, claims: WithoutDangling([.. dossier.Claims.Skip(half)]));
        }

        for (var i = 0; i < dossier.Claims.Count; i++) yield return With(dossier, claims: WithoutDangling(Without(dossier.Claims, i)));
        for (var i = 0; i < dossier.Relations.Count; i++) yield return With(dossier, relations: Without(dossier.Relations, i));
        for (var i = 0; i < dossier.Interests.Count; i++) yield return With(dossier, interests: Without(dossier.Interests, i));
        if (dossier.Title.Length > 0) yield return dossier.WithTitle("");
        if (dossier.AsOf is not null) yield return dossier.WithAsOf(null);
        for (var i = 0; i < dossier.Claims.Count; i++)
        {
            foreach (var claim in Shrink(dossier.Claims[i])) yield return With(dossier, claims: [.. dossier.Claims.Take(i), claim, .. dossier.Claims.Skip(i + 1)]);
        }
    }

    public static IEnumerable<Claim> Shrink(Claim claim)
    {
        var plain = new Claim { Id = claim.Id, Quantity = claim.Quantity, Figure = claim.Figure, Source = claim.Source };
        if (claim.Equals(plain)) yield break;
        yield return plain;
        yield return claim with { Via = [], Supersedes = [], Quote = null, Url = null, Annotations = default, FigureAnnotations = default, DuringAnnotations = default };
        yield return claim with { AsOf = null, Reported = null, During = null, Retracted = default, DuringAnnotations = default };
    }

    private static Dossier With(
        Dossier dossier, IReadOnlyList<Claim>? claims = null, IReadOnlyList<Relation>? relations = null, IReadOnlyList<Interest>? interests = null) =>
        Dossier.FromParts(
            dossier.Title, dossier.AsOf, dossier.Sources, interests ?? dossier.Interests, dossier.Quantities, relations ?? dossier.Relations,
            claims ?? dossier.Claims, dossier.PartiesLean, dossier.Annotations, dossier.Place);

    private static T[] Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    /// <summary>A claim cannot supersede one that is gone.</summary>
    private static Claim[] WithoutDangling(Claim[] claims)
    {
        var ids = claims.Select(claim => claim.Id).ToHashSet();
        return [.. claims.Select(claim => claim.Supersedes.All(ids.Contains) ? claim : claim with { Supersedes = [.. claim.Supersedes.Where(ids.Contains)] })];
    }
}
