using FsCheck.Xunit;
using Reconcile.Inference.Spaces;

namespace Reconcile.Tests.Inference.Spaces;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class ReducedSpaceTests
{
    [Property(MaxTest = 300)]
    public void Its_coordinates_reach_what_keeps_the_relations_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        Check(RandomSystem.Still(random), random);
    }

    [Property(MaxTest = 100)]
    public void Days_are_states_like_others(int seed)
    {
        var random = new Random(seed);
        Check(RandomSystem.Dated(random), random);
    }

    private static void Check(KnownSystem system, Random random)
    {
        var space = ReducedSpace.Of(system.Component, system.Uncounted, system.Implied);
        new CoordinatesCheck(
            system,
            space.Free,
            state => (space.Row(state).ToArray(), space.Offset(state)),
            [.. space.Inequalities.Select(factor => new CoordinatesCheck.Inequality(factor.Direction, factor.Shape.Low, factor.Origin, factor.Number, -1))]).Check(random);
    }
}
