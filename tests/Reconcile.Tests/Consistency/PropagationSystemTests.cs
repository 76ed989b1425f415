using FsCheck.Xunit;
using Reconcile.Consistency;
using Reconcile.Modelling;
using Reconcile.Tests.Mathematics;
using Xunit;

namespace Reconcile.Tests.Consistency;

/// <summary>Propagation against the exact systems, on components that are small enough for these.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class PropagationSystemTests
{
    private const double Slack = 1e-7;

    [Property(MaxTest = 400)]
    public void What_it_calls_infeasible_is_infeasible(int seed)
    {
        var random = new Random(seed);
        var component = RandomSketch.Circular(random).Build();
        var (propagation, program) = (Propagation(component), Program(component));
        for (var question = 0; question < 8; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            if (program.IsFeasible(active)) Assert.True(propagation.IsFeasible(active));
        }
    }

    [Property(MaxTest = 200)]
    public void Its_ranges_hold_the_exact_ones(int seed)
    {
        var random = new Random(seed);
        var component = RandomSketch.Circular(random).Build();
        var (propagation, program) = (Propagation(component), Program(component));
        for (var question = 0; question < 4; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            active[0] = false;
            if (!program.IsFeasible(active)) continue;
            var (wide, exact) = (Ranges(propagation, active), Ranges(program, active));
            for (var state = 0; state < exact.Length; state++) Holds(wide[state], exact[state]);
            if (program.RangeOf(0, active) is { } of && propagation.RangeOf(0, active) is { } wideOf) Holds(wideOf, of);
        }
    }

    [Property(MaxTest = 300)]
    public void On_trees_it_answers_as_the_exact_passes_do(int seed)
    {
        var random = new Random(seed);
        var component = RandomSketch.Tree(random).Build();
        var (propagation, tree) = (Propagation(component), new TreeSystem(component, Rows(component)));
        for (var question = 0; question < 6; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            active[0] = false;
            Assert.Equal(tree.IsFeasible(active), propagation.IsFeasible(active));
            if (!tree.IsFeasible(active)) continue;
            var (ranges, exact) = (Ranges(propagation, active), Ranges(tree, active));
            for (var state = 0; state < exact.Length; state++) Same(exact[state], ranges[state]);
            Same(tree.RangeOf(0, active)!.Value, propagation.RangeOf(0, active)!.Value);
        }
    }

    [Property(MaxTest = 60)]
    public void Of_sums_of_two_parts_on_several_dates_it_finds_every_contradiction(int seed)
    {
        var random = new Random(seed);
        var component = RandomSketch.Dated(random, random.Next(2, 7), random.Next(3, 16)).Build();
        var (propagation, program) = (Propagation(component), Program(component));
        for (var question = 0; question < 6; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            Assert.Equal(program.IsFeasible(active), propagation.IsFeasible(active));
        }
    }

    [Property(MaxTest = 200)]
    public void Its_conflicts_are_infeasible_and_without_any_claim_it_finds_nothing(int seed)
    {
        var random = new Random(seed);
        var component = (random.Next(2) == 0 ? RandomSketch.Circular(random) : RandomSketch.Dated(random, 5, 14)).Build();
        var (propagation, program) = (Propagation(component), Program(component));
        for (var question = 0; question < 4; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            if (propagation.IsFeasible(active)) continue;
            var conflict = propagation.FindConflict(active);
            Assert.All(conflict, claim => Assert.True(active[claim]));
            Assert.Equal(conflict.Order(), conflict);
            Assert.False(program.IsFeasible(Only(component, conflict)));
            Assert.All(conflict, claim => Assert.True(Propagation(component).IsFeasible(Only(component, [.. conflict.Where(other => other != claim)]))));
        }
    }

    [Property(MaxTest = 200)]
    public void The_relations_of_a_conflict_are_enough_to_prove_it(int seed)
    {
        var random = new Random(seed);
        var sketch = RandomSketch.Circular(random);
        var component = sketch.Build();
        var propagation = Propagation(component);
        var all = Everything(component);
        if (propagation.IsFeasible(all)) return;
        var conflict = propagation.FindConflict(all);
        var relations = propagation.RelationsOf(conflict);
        Constraint[] named = [.. component.Constraints.Where((_, i) => relations.Contains(i))];

        Assert.False(Program(new Component(component.States, named, component.Claims, [])).IsFeasible(Only(component, conflict)));
    }

    [Property(MaxTest = 100)]
    public void What_was_asked_before_changes_no_answer(int seed)
    {
        var random = new Random(seed);
        var component = (random.Next(2) == 0 ? RandomSketch.Tree(random) : RandomSketch.Dated(random, 6, 20)).Build();
        var used = Propagation(component);
        for (var question = 0; question < 20; question++)
        {
            var active = RandomSketch.Set(random, component.Claims.Length);
            var fresh = Propagation(component);
            Assert.Equal(fresh.IsFeasible(active), used.IsFeasible(active));
            if (!fresh.IsFeasible(active))
            {
                used.FindConflict(active);
                continue;
            }

            var (expected, ranges) = (Ranges(fresh, active), Ranges(used, active));
            for (var state = 0; state < expected.Length; state++) Same(expected[state], ranges[state]);
        }
    }

    /// <summary>With so many claims that they are added in an order of their own, and taken away in part or begun anew.</summary>
    [Property(MaxTest = 12)]
    public void What_was_asked_before_changes_no_answer_about_many_claims_either(int seed)
    {
        var random = new Random(seed);
        var component = RandomSketch.Dated(random, 30, 160).Build();
        var used = Propagation(component);
        var active = new bool[160];
        for (var question = 0; question < 25; question++)
        {
            var changed = random.Next(3) == 0 ? 120 : random.Next(1, 30);
            for (var i = 0; i < changed; i++) active[random.Next(160)] ^= true;
            var fresh = Propagation(component);
            var holds = fresh.IsFeasible(active);
            Assert.Equal(holds, used.IsFeasible(active));
            while (!used.IsFeasible(active))
            {
                var conflict = used.FindConflict(active);
                Assert.False(Propagation(component).IsFeasible(Only(component, conflict)));
                Assert.All(conflict, claim => Assert.True(active[claim]));
                active[conflict[^1]] = false;
            }

            fresh = Propagation(component);
            var (expected, ranges) = (Ranges(fresh, active), Ranges(used, active));
            for (var state = 0; state < expected.Length; state++) Same(expected[state], ranges[state]);
        }
    }

    [Fact]
    public void Relations_that_cannot_hold_are_named_without_claims()
    {
        var sketch = new ComponentSketch();
        var (a, b, c) = (sketch.State(), sketch.State(), sketch.State(0, 4));
        sketch.Row(5, double.PositiveInfinity, (b, 1), (a, -1));
        sketch.Row(0, double.PositiveInfinity, (c, 1), (b, -1));
        sketch.Row(0, 100, (a, 1), (c, 1));
        sketch.Claim(a, 1, 2);
        var system = Propagation(sketch.Build());

        Assert.False(system.IsFeasible([false]));
        Assert.Empty(system.FindConflict([true]));
        Assert.Equal([0, 1], system.RelationsOf([]));
    }

    [Fact]
    public void A_circle_that_creeps_for_ever_comes_to_an_end()
    {
        var sketch = new ComponentSketch();
        var (a, b) = (sketch.State(), sketch.State());
        sketch.Row(1, double.PositiveInfinity, (a, 1), (b, -1));
        sketch.Row(0, double.PositiveInfinity, (b, 1), (a, -1));
        sketch.Claim(a, 10, 1e12);
        var component = sketch.Build();

        Assert.False(Program(component).IsFeasible([true]));
        Assert.True(Propagation(component).IsFeasible([true]));
    }

    [Fact]
    public void A_circle_that_closes_in_on_a_figure_reaches_it()
    {
        var sketch = new ComponentSketch();
        var (casualties, killed, wounded) = (sketch.State(), sketch.State(), sketch.State());
        sketch.Sum(casualties, killed, wounded);
        sketch.Claim([(wounded, 1)], [(casualties, 1)], 0.75, 0.875);
        sketch.Claim(killed, 100, 200);
        sketch.Claim(casualties, 0, 1e6);
        var system = Propagation(sketch.Build());

        var range = Ranges(system, [true, true, true])[casualties];

        Assert.Equal(400, range.Low, 1e-4);
        Assert.Equal(1600, range.High, 1e-4);
    }

    [Fact]
    public void Around_a_circle_that_is_open_it_finds_no_bound()
    {
        var sketch = new ComponentSketch();
        var (casualties, killed, wounded) = (sketch.State(), sketch.State(), sketch.State());
        sketch.Sum(casualties, killed, wounded);
        sketch.Claim([(wounded, 1)], [(casualties, 1)], 0.75, 0.875);
        sketch.Claim(killed, 100, 200);
        var component = sketch.Build();

        Assert.Equal(1600, Ranges(Program(component), [true, true])[casualties].High, 1e-4);
        Assert.Equal(double.PositiveInfinity, Ranges(Propagation(component), [true, true])[casualties].High);
    }

    [Fact]
    public void A_question_costs_what_its_claims_move_not_the_size_of_the_system()
    {
        var component = RandomSketch.Dated(new Random(5), 400, 1200).Build();
        var system = Propagation(component);
        var active = Everything(component);
        while (!system.IsFeasible(active))
        {
            foreach (var claim in system.FindConflict(active)) active[claim] = false;
        }

        var whole = Propagation(component);
        whole.IsFeasible(active);
        var before = system.Steps;
        var accepted = active.Count(claim => claim);
        for (var claim = 0; claim < active.Length; claim++)
        {
            if (!active[claim]) continue;
            active[claim] = false;
            Assert.NotNull(system.RangeOf(claim, active));
            active[claim] = true;
        }

        Assert.InRange((system.Steps - before) / (double)accepted, 0, whole.Steps / 20.0);
    }

    [Fact]
    public void Only_large_systems_with_circles_are_decided_by_propagation()
    {
        Assert.IsType<ProgramSystem>(ClaimSystem.Create(RandomSketch.Dated(new Random(1), 10, 20).Build(), Width.Tolerant));
        Assert.IsType<TreeSystem>(ClaimSystem.Create(RandomSketch.Tree(new Random(1)).Build(), Width.Tolerant));
        var (tolerant, literal) = ClaimSystem.CreateBoth(RandomSketch.Dated(new Random(1), 120, 20).Build());
        Assert.IsType<PropagationSystem>(tolerant);
        Assert.IsType<PropagationSystem>(literal);
    }

    private static PropagationSystem Propagation(Component component) => new(component, Rows(component));

    private static ProgramSystem Program(Component component) => new(component, Rows(component));

    private static RowTable Rows(Component component) => new(component, Width.Tolerant);

    private static bool[] Everything(Component component) => [.. component.Claims.Select(_ => true)];

    private static bool[] Only(Component component, int[] claims) => [.. component.Claims.Select((_, i) => claims.Contains(i))];

    private static Interval[] Ranges(ClaimSystem system, bool[] active)
    {
        var ranges = new Interval[system.Component.States.Length];
        system.Ranges(active, ranges);
        return ranges;
    }

    private static void Holds(Interval wide, Interval exact)
    {
        Assert.True(wide.Low <= exact.Low + Slack, $"{wide} does not hold {exact}");
        Assert.True(wide.High >= exact.High - Slack, $"{wide} does not hold {exact}");
    }

    private static void Same(Interval expected, Interval actual)
    {
        Near.Relative(expected.Low, actual.Low, 1e-8, Slack);
        Near.Relative(expected.High, actual.High, 1e-8, Slack);
    }
}
