using FsCheck.Xunit;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class LinkedFiguresTests
{
    /// <summary>Linked is what a chain of relations, or of sums that the root itself states, joins; a part by itself says of a point what the whole says of it.</summary>
    [Property(MaxTest = 300)]
    public void Each_part_holds_what_is_linked_and_its_figures_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var component = Drawn(random);
        int[] group = [.. Enumerable.Range(0, component.Claims.Length).Where(_ => random.Next(3) > 0)];
        var sets = Sets(component, group);
        double[] point = [.. component.States.Select(_ => random.NextDouble())];

        var parts = LinkedFigures.Of(component, group);

        int[][] expected = [.. group.GroupBy(claim => sets[component.Claims[claim].Form.States[0]]).Where(part => part.Count() > 1 || sets.Distinct().Count() == 1).Select(static part => part.ToArray())];
        Assert.Equal(sets.Distinct().Count() == 1 ? [group] : expected, parts.Select(static part => part.Claims));
        foreach (var part in parts)
        {
            var set = part.Claims.Length > 0 ? sets[component.Claims[part.Claims[0]].Form.States[0]] : sets[0];
            int[] states = [.. Enumerable.Range(0, sets.Length).Where(state => sets[state] == set)];
            double[] own = [.. states.Select(state => point[state])];
            Assert.Equal(states.Select(state => component.States[state]), part.Component.States);
            Assert.Equal(
                component.Constraints.Where(constraint => sets[constraint.Form.States[0]] == set).Select(constraint => (constraint.Form.Value(point), constraint.Range)),
                part.Component.Constraints.Select(constraint => (constraint.Form.Value(own), constraint.Range)));
            Assert.Equal(part.Claims.Select(claim => (component.Claims[claim].Position, component.Claims[claim].Form.Value(point))), part.Figures.Select(figure => (part.Component.Claims[figure].Position, part.Component.Claims[figure].Form.Value(own))));
        }
    }

    private static Component Drawn(Random random)
    {
        var sketch = new ComponentSketch();
        for (var state = random.Next(2, 9); state > 0; state--) sketch.State(random.Next(5));
        for (var row = random.Next(5); row > 0; row--) sketch.Row(0, random.Next(2), Terms(sketch, random, 2));
        for (var claim = random.Next(1, 8); claim > 0; claim--) sketch.Claim(Terms(sketch, random, random.Next(4) == 0 ? 2 : 1), null, 5, 9);
        return sketch.Build();
    }

    private static (int State, double Coefficient)[] Terms(ComponentSketch sketch, Random random, int count)
    {
        int[] states = [.. Enumerable.Range(0, sketch.States)];
        random.Shuffle(states);
        return [.. states.Take(count).Select(state => (state, 1.0 + random.Next(3)))];
    }

    /// <summary>For each state the least one that it is linked to, by going on until nothing changes.</summary>
    private static int[] Sets(Component component, int[] group)
    {
        int[] sets = [.. Enumerable.Range(0, component.States.Length)];
        int[][] links = [.. component.Constraints.Select(static constraint => constraint.Form.States.ToArray()), .. group.Select(claim => component.Claims[claim].Form.States.ToArray())];
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var link in links)
            {
                var least = link.Min(state => sets[state]);
                foreach (var state in link)
                {
                    hasChanged |= sets[state] != least;
                    sets[state] = least;
                }
            }
        }

        return sets;
    }
}
