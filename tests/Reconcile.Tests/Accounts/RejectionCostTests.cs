using FsCheck.Xunit;
using Reconcile.Accounts;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Accounts;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class RejectionCostTests
{
    /// <summary>Of each root the dearest claim, and 0.35 of the others; what it says of one quantity and day costs the dearest alone.</summary>
    [Property(MaxTest = 200)]
    public void A_root_pays_once_for_what_it_says_of_one_thing_and_in_part_for_others(int seed)
    {
        var random = new Random(seed);
        var sketch = Drawn(random);
        var claims = sketch.Build().Claims;
        var rejected = Enumerable.Range(0, claims.Length).Where(_ => random.Next(2) == 0).ToArray();
        var expected = rejected.GroupBy(claim => claims[claim].Root).Sum(root =>
        {
            var costs = root.GroupBy(claim => (claims[claim].Claim.Quantity, claims[claim].Claim.AsOf)).Select(thing => thing.Max(claim => claims[claim].Cost)).ToArray();
            return costs.Max() + (0.35 * (costs.Sum() - costs.Max()));
        });

        var cost = new RejectionCost(sketch.Build());

        Assert.Equal(expected, cost.Of(rejected), 1e-9);
        // What it summed up for one question is gone before the next.
        Assert.Equal(expected, cost.Of(rejected), 1e-9);
    }

    [Property(MaxTest = 200)]
    public void To_reject_one_more_raises_the_cost_by_the_least_that_is_promised_or_more(int seed)
    {
        var random = new Random(seed);
        var component = Drawn(random).Build();
        var cost = new RejectionCost(component);
        var rejected = Enumerable.Range(0, component.Claims.Length).Where(_ => random.Next(2) == 0).ToList();
        for (var claim = 0; claim < component.Claims.Length; claim++)
        {
            if (!rejected.Contains(claim)) Assert.True(cost.Of([.. rejected, claim]) >= cost.Of([.. rejected]) + cost.LeastIncrement(claim) - 1e-9);
        }
    }

    [Fact]
    public void The_least_increment_is_the_whole_cost_of_a_root_that_speaks_once_and_nothing_of_one_that_repeats_itself()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        foreach (var (root, quantity) in ((int, string)[])[(0, "a"), (1, "a"), (1, "b"), (2, "a"), (2, "a")])
        {
            sketch.Change(sketch.Claim(0, 1, 2, 3), claim => claim with { Root = root, Claim = claim.Claim with { Quantity = quantity } });
        }

        var cost = new RejectionCost(sketch.Build());

        Assert.Equal([3, 1.05, 1.05, 0, 0], Enumerable.Range(0, 5).Select(cost.LeastIncrement), static (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static ComponentSketch Drawn(Random random)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        for (var count = random.Next(1, 10); count > 0; count--)
        {
            var (root, quantity, day) = (random.Next(3), "abc"[random.Next(3)].ToString(), new DateOnly(2025, 1, 1).AddDays(random.Next(2)));
            sketch.Change(sketch.Claim(0, 1, 2, 0.5 + random.Next(5)), claim => claim with { Root = root, Claim = claim.Claim with { Quantity = quantity, AsOf = day } });
        }

        return sketch;
    }
}
