using Reconcile.Tests.Architecture;

namespace Reconcile.Tests.Seeds;

/// <summary>A dossier under <c>seeds/</c>, by the name of its folder.</summary>
internal static class Seed
{
    public static Dossier Load(string name) => Dossier.Load(Repository.PathOf("seeds", name, name + ".dossier.json"));

    /// <summary>Ids of the claims with an outcome, in the order of the dossier.</summary>
    public static string[] ClaimsThatAre(this Reconciliation result, Outcome outcome) =>
        [.. result.Verdicts.Where(verdict => verdict.Outcome == outcome).Select(verdict => verdict.Claim.Id)];

    public static string[] IdsOf(IEnumerable<Claim> claims) => [.. claims.Select(claim => claim.Id)];
}
