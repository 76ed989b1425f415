using FsCheck.Xunit;
using Reconcile.Tests.Generation;

namespace Reconcile.Tests.Promises;

[Properties(Replay = Holding.Seed)]
public class OrderTests
{
    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void The_order_of_claims_sources_and_relations_changes_nothing(Dossier dossier) => Holding.Check(dossier, result =>
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var turned = seed;
            var shuffled = dossier.With(
                Holding.Shuffled(dossier.Claims, seed), Holding.Shuffled(dossier.Sources, seed), Holding.Shuffled(dossier.Relations, seed), Holding.Shuffled(dossier.Quantities, seed));
            Content.AssertSame(result, Holding.Again(shuffled));
            Claim[] renumbered = [.. shuffled.Claims.Select((claim, i) => claim with { Id = $"x{(i + turned) % 7}{i}" })];
            Content.AssertSame(result, Holding.Again(shuffled.With(renumbered)));
        }
    });
}
