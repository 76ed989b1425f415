namespace Reconcile.Variations;

/// <summary>A dossier in which one thing is otherwise. Its day stays that of the reconciliation, whatever claims are left.</summary>
internal sealed class ChangedDossiers(Dossier dossier, DateOnly? asOf)
{
    /// <summary>Without a claim; what it replaced counts again.</summary>
    public Dossier Without(string id) => With(dossier.Sources, [.. dossier.Claims.Where(claim => claim.Id != id).Select(claim => Unlinked(claim, id))]);

    /// <summary>A source with another grade, and with the error and accuracy of that grade.</summary>
    public Dossier Graded(string id, Reliability reliability) => With(
        [.. Declared().Select(source => source.Id == id ? source with { Reliability = reliability, RelativeError = null, Accuracy = null } : source)],
        [.. dossier.Claims.Select(claim => claim.Source == id ? claim with { Reliability = null } : claim)]);

    /// <summary>A further claim of a further source.</summary>
    public Dossier With(Claim claim, Source source) => With([.. Declared(), source], [.. dossier.Claims, claim]);

    /// <summary>The sources, those declared implicitly too: once one is declared, all must be.</summary>
    private IEnumerable<Source> Declared() =>
        dossier.Sources.Count > 0 ? dossier.Sources
        : dossier.Claims.Select(claim => claim.Source).Concat(dossier.Interests.Select(interest => interest.Source)).Distinct(StringComparer.Ordinal).Select(id => new Source { Id = id });

    private static Claim Unlinked(Claim claim, string id) => claim.Supersedes.Contains(id) ? claim with { Supersedes = [.. claim.Supersedes.Where(other => other != id)] } : claim;

    private Dossier With(IReadOnlyList<Source> sources, IReadOnlyList<Claim> claims) => Dossier.FromParts(
        dossier.Title, asOf, sources, dossier.Interests, dossier.Quantities, dossier.Relations, claims, dossier.PartiesLean, dossier.Annotations, dossier.Place);
}
