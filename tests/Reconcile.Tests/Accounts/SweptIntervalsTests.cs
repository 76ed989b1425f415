using FsCheck.Xunit;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Accounts;

/// <summary>Claims on one quantity are intervals: the sweep against all subsets of them.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class SweptIntervalsTests
{
    private static readonly SearchLimits Wide = new(1000, 1_000_000);

    [Property(MaxTest = 200)]
    public void Its_accounts_are_the_maximal_sets_of_claims_that_share_a_point_and_its_conflicts_the_pairs_that_share_none(int seed)
    {
        var component = Drawn(new Random(seed), 9);
        var (low, high) = (component.States[0].Bounds.Low, component.States[0].Bounds.High);
        bool Meet(int[] claims) => claims.Select(claim => component.Claims[claim].Tolerant.Low).Append(low).Max() <= claims.Select(claim => component.Claims[claim].Tolerant.High).Append(high).Min();
        int[] possible = [.. Enumerable.Range(0, 9).Where(claim => Meet([claim]))];
        int[][] pairs = [.. from a in possible from b in possible where a < b && !Meet([a, b]) select new[] { a, b }];
        int[] disputed = [.. pairs.SelectMany(static pair => pair).Distinct().Order()];

        var found = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).Run();

        Assert.Equal(Cuts.None, found.Cuts);
        Assert.Equal(Enumerable.Range(0, 9).Except(possible), found.Disputes.Where(static dispute => dispute.Conflicts is [{ Length: 1 }]).Select(static dispute => Assert.Single(dispute.Claims)));
        if (disputed.Length == 0) return;
        var dispute = Assert.Single(found.Disputes, static dispute => dispute.Conflicts[0].Length == 2);
        Assert.Equal(disputed, dispute.Claims);
        Assert.Equal(pairs.Select(Text).Order(), dispute.Conflicts.Select(Text).Order());
        int[][] sets = [.. Subsets(disputed).Where(Meet)];
        int[][] maximal = [.. sets.Where(set => !Array.Exists(sets, other => other.Length > set.Length && set.All(other.Contains)))];
        var least = maximal.Min(set => CostWithout(component, disputed, set));
        var kept = maximal.OrderBy(set => CostWithout(component, disputed, set)).Where((set, i) => i < 2 || CostWithout(component, disputed, set) <= least + Math.Log(50) + 1e-9);
        // Equals of the runner-up are kept with it.
        var runnerUp = maximal.Length < 2 ? least : maximal.Select(set => CostWithout(component, disputed, set)).Order().ElementAt(1);
        kept = kept.Union(maximal.Where(set => CostWithout(component, disputed, set) <= runnerUp + 1e-9));
        Assert.Equal(kept.Select(Text).Order(), dispute.Accounts.Select(static account => Text(account.Accepted)).Order());
        Assert.All(dispute.Accounts, account => Assert.Equal(disputed.Except(account.Accepted), account.Rejected));
        Assert.All(dispute.Accounts, account => Assert.Equal(CostWithout(component, disputed, account.Accepted), account.Cost, 1e-9));
        Assert.Equal(dispute.Accounts.Select(static account => account.Cost).Order(), dispute.Accounts.Select(static account => account.Cost));
        Assert.Equal(1, dispute.Doubt + dispute.Accounts.Sum(static account => account.Weight), 1e-9);
    }

    /// <summary>A quantity among others is swept within what the undisputed claims leave it; with them the answers are those of the quantity alone.</summary>
    [Property(MaxTest = 100)]
    public void Among_others_it_finds_the_accounts_that_it_finds_alone(int seed)
    {
        var component = Drawn(new Random(seed), 8);
        var alone = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).Run();
        if (alone.Disputes.Count != 1 || alone.Disputes[0].Conflicts[0].Length == 1) return;
        var members = alone.Disputes[0].Claims;

        var accounts = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).AccountsOf(members, [.. Enumerable.Range(0, 8).Select(claim => !members.Contains(claim))]);

        if (accounts is not null) Assert.Equal(alone.Disputes[0].Accounts.Select(static account => Text(account.Accepted)).Order(), accounts.Select(static account => Text(account.Accepted)).Order());
    }

    /// <summary>Claims on a sum that nobody named are intervals of one number as well, whatever its parts are called.</summary>
    [Property(MaxTest = 100)]
    public void Of_a_sum_it_finds_the_accounts_that_it_finds_of_a_quantity(int seed)
    {
        var component = Drawn(new Random(seed), 8);
        var alone = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).Run();
        if (alone.Disputes.Count != 1 || alone.Disputes[0].Conflicts[0].Length == 1) return;
        var members = alone.Disputes[0].Claims;

        var found = DisputeFinder.Find(ClaimSystem.Create(OnSum(component), Width.Tolerant), Wide, default);

        var dispute = Assert.Single(found.Disputes);
        Assert.Equal(members, dispute.Claims);
        Assert.Equal(alone.Disputes[0].Accounts.Select(static account => Text(account.Accepted)).Order(), dispute.Accounts.Select(static account => Text(account.Accepted)).Order());
    }

    [Property(MaxTest = 20)]
    public void A_crowd_on_a_sum_is_one_dispute_whose_accounts_are_those_of_a_quantity(int seed)
    {
        var component = Drawn(new Random(seed), 70);
        var alone = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).Run();

        var found = DisputeFinder.Find(ClaimSystem.Create(OnSum(component), Width.Tolerant), Wide, default);

        Assert.Equal(Cuts.None, found.Cuts & ~Cuts.Conflicts);
        Assert.Equal(alone.Disputes.Select(static dispute => Text(dispute.Claims)), found.Disputes.Select(static dispute => Text(dispute.Claims)));
        Assert.Equal(
            alone.Disputes.SelectMany(static dispute => dispute.Accounts).Select(static account => Text(account.Accepted)),
            found.Disputes.SelectMany(static dispute => dispute.Accounts).Select(static account => Text(account.Accepted)));
    }

    /// <summary>A crowd in which each claim contradicts only what is far away, beside one on another quantity.</summary>
    [Property(MaxTest = 20)]
    public void Conflicts_in_a_crowd_are_minimal_and_hold_all_disputed_claims_together(int seed)
    {
        var random = new Random(seed);
        var sketch = new ComponentSketch();
        sketch.State(0, 1000);
        sketch.State(0, 1000);
        sketch.Rise(0, 1);
        for (var claim = 0; claim < 60; claim++)
        {
            double low = random.Next(1100), width = random.Next(700);
            sketch.Claim(0, low, low + width, 1 + random.Next(4));
            if (claim % 30 == 0) sketch.Claim(1, low, low + width);
        }

        var system = ClaimSystem.Create(sketch.Build(), Width.Tolerant);
        bool Holds(params int[] claims) => system.IsFeasible([.. Enumerable.Range(0, 62).Select(claims.Contains)]);
        int[] possible = [.. Enumerable.Range(0, 62).Where(claim => system.Component.Claims[claim].State == 0 && Holds(claim))];
        int[] disputed = [.. possible.Where(a => Array.Exists(possible, b => !Holds(a, b)))];

        var conflicts = new IntervalSweep(system, Wide).ConflictsInCrowds().ToList();

        Assert.All(conflicts, static conflict => Assert.Equal(2, conflict.Length));
        Assert.All(conflicts, conflict => Assert.False(Holds(conflict)));
        Assert.Equal(conflicts.Count, conflicts.Select(Text).Distinct().Count());
        Assert.Equal(disputed.Length == 0 ? [] : [Text(disputed)], ConflictGroups.Of(conflicts, 62).Select(Text));
    }

    [Fact]
    public void A_dispute_about_two_quantities_or_a_share_is_not_swept()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        sketch.State();
        sketch.Row(0, double.PositiveInfinity, (1, 1), (0, -1));
        foreach (var state in (int[])[0, 0, 1]) sketch.Claim(state, 10 + (10 * state), 12 + (10 * state));
        sketch.Claim(0, 30, 31);
        sketch.Claim([(0, 1)], [(1, 1)], 0.2, 0.3);
        var sweep = new IntervalSweep(ClaimSystem.Create(sketch.Build(), Width.Tolerant), Wide);

        Assert.Null(sweep.AccountsOf([0, 2, 3], [false, true, false, false, false]));
        Assert.Null(sweep.AccountsOf([0, 3, 4], [false, false, true, false, false]));
        Assert.Equal(["0,1", "3"], sweep.AccountsOf([0, 1, 3], new bool[5])!.Select(static account => Text(account.Accepted)).Order());
        // Undisputed claims that leave one of them no room make it another question.
        Assert.Null(sweep.AccountsOf([0, 1, 3], [false, false, true, false, false]));
    }

    [Fact]
    public void Of_more_conflicts_than_are_listed_each_claim_is_shown_with_its_dearest_opponent()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        var costs = new double[30];
        for (var claim = 0; claim < 30; claim++) sketch.Claim(0, 10 * claim, (10 * claim) + 15, costs[claim] = 1 + (claim * 7 % 30));
        var component = sketch.Build();

        var found = new IntervalSweep(ClaimSystem.Create(component, Width.Tolerant), Wide).Run();

        Assert.True(found.Cuts.HasFlag(Cuts.Conflicts));
        // Neighbours overlap, all others are opponents.
        int DearestOpponent(int claim) => Enumerable.Range(0, 30).Where(other => Math.Abs(other - claim) > 1).MaxBy(other => costs[other]);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(claim => Text([Math.Min(claim, DearestOpponent(claim)), Math.Max(claim, DearestOpponent(claim))])).Distinct().Order(),
            found.Disputes[0].Conflicts.Select(Text).Order());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    [InlineData(7, 6)]
    public void Equal_accounts_at_the_limit_are_cut_together_and_the_dearest_first(int most, int kept)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        // What is dear to reject leads: each account accepts one claim, so that five lead in turn, one is lighter, and two equal ones are lighter still.
        foreach (var cost in (double[])[3, 2.9, 2.8, 2.7, 2.6, 2.5, 2.4, 2.4]) sketch.Claim(0, 100 * sketch.Build().Claims.Length, (100 * sketch.Build().Claims.Length) + 9, cost);

        var found = new IntervalSweep(ClaimSystem.Create(sketch.Build(), Width.Tolerant), new SearchLimits(most, 1_000_000)).Run();

        Assert.Equal(kept, Assert.Single(found.Disputes).Accounts.Length);
        Assert.True(found.Cuts.HasFlag(Cuts.Accounts));
        Assert.Equal(Enumerable.Range(0, kept), found.Disputes[0].Accounts.Select(static account => Assert.Single(account.Accepted)));
    }

    private static double CostWithout(Component component, int[] members, int[] accepted) => members.Except(accepted).Sum(claim => component.Claims[claim].Cost);

    private static string Text(int[] claims) => string.Join(',', claims);

    private static IEnumerable<int[]> Subsets(int[] of) => Enumerable.Range(1, (1 << of.Length) - 1).Select(bits => of.Where((_, i) => (bits & (1 << i)) != 0).ToArray());

    /// <summary>The same claims on the sum of three quantities.</summary>
    private static Component OnSum(Component component)
    {
        var sketch = new ComponentSketch();
        (int, double)[] sum = [.. Enumerable.Range(0, 3).Select(_ => (sketch.State(), 1.0))];
        sketch.Row(component.States[0].Bounds.Low, component.States[0].Bounds.High, sum);
        foreach (var claim in component.Claims) sketch.Claim(sum, null, claim.Tolerant.Low, claim.Tolerant.High, claim.Cost);
        return sketch.Build();
    }

    /// <summary>A quantity that cannot exceed 60, and claims some of which do.</summary>
    private static Component Drawn(Random random, int claims)
    {
        var sketch = new ComponentSketch();
        sketch.State(0, 60);
        for (var claim = 0; claim < claims; claim++)
        {
            double low = random.Next(70), high = low + random.Next(12);
            var open = random.Next(6);
            sketch.Claim(0, open == 0 ? double.NegativeInfinity : low, open == 1 ? double.PositiveInfinity : high, 0.5 + random.Next(4));
        }

        return sketch.Build();
    }
}
