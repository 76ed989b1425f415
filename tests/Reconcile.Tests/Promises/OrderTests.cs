using Reconcile.Tests.Generation;

namespace Reconcile.Tests.Promises;

public class OrderTests
{
    [Promise(typeof(DisputedDossiers))]
    public void The_order_of_claims_sources_and_relations_changes_nothing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var shuffled = dossier.With(
                Holding.Shuffled(dossier.Claims, seed), Holding.Shuffled(dossier.Sources, seed), Holding.Shuffled(dossier.Relations, seed), Holding.Shuffled(dossier.Quantities, seed), Holding.Shuffled(dossier.Interests, seed));
            Content.AssertSameThroughout(result, Holding.Again(shuffled));
            Content.AssertSameThroughout(result, Holding.Again(shuffled.With(Renumbered(shuffled.Claims, seed))));
        }
    });

    /// <summary>The same claims under ids whose order has nothing to do with theirs.</summary>
    private static Claim[] Renumbered(IReadOnlyList<Claim> claims, int seed)
    {
        var ids = claims.Select((claim, i) => (Old: claim.Id, New: $"x{(i + seed) % 7}{i}")).ToDictionary(id => id.Old, id => id.New);
        return [.. claims.Select(claim => claim with { Id = ids[claim.Id], Supersedes = [.. claim.Supersedes.Select(id => ids[id])] })];
    }
}
