using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Figures;
using Reconcile.Inference;
using Reconcile.Inference.Marginals;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference;

/// <summary>Quantities with normal figures and no bounds, under accounts whose weights are given: each combination is a normal that is known.</summary>
public class ComponentEstimatorTests
{
    private const double Level = 0.9;

    /// <summary>What the broad prior moves, and the grid of the mixture.</summary>
    private const double Slack = 0.01;

    [Fact]
    public void A_range_is_that_of_the_mixture_of_all_accounts_and_the_best_that_of_the_leading_one()
    {
        var sketch = new ComponentSketch();
        var state = Open(sketch);
        Says(sketch, state, 100, 5);
        Says(sketch, state, 112, 8);
        var estimate = Of(sketch, Between((0, 0.5), (1, 0.3))).States[state];

        Same(100, Mixture((100, 5, 0.5), (112, 8, 0.3)), estimate.Value);
        Assert.Equal([0], estimate.Touching);
        Assert.Empty(estimate.Parts);
    }

    [Fact]
    public void Of_a_sum_all_combinations_of_the_accounts_of_its_parts_count_and_of_a_part_its_own_alone()
    {
        var sketch = new ComponentSketch();
        int total = Open(sketch), first = Open(sketch), second = Open(sketch), alone = Open(sketch);
        sketch.Sum(total, first, second, alone);
        Says(sketch, first, 100, 3);
        Says(sketch, first, 130, 3);
        Says(sketch, second, 200, 4);
        Says(sketch, second, 260, 4);
        Says(sketch, alone, 50, 2);
        var states = Of(sketch, Between((0, 0.6), (1, 0.3)), Between((2, 0.5), (3, 0.45))).States;

        Assert.Equal([[0, 1], [0], [1], []], states.Select(static state => state.Touching));
        Same(100, Mixture((100, 3, 0.6), (130, 3, 0.3)), states[first].Value);
        Same(200, Mixture((200, 4, 0.5), (260, 4, 0.45)), states[second].Value);
        Same(50, Mixture((50, 2, 1)), states[alone].Value);
        var sd = Math.Sqrt(9 + 16 + 4);
        Same(350, Mixture((350, sd, 0.3), (380, sd, 0.15), (410, sd, 0.27), (440, sd, 0.135)), states[total].Value);
    }

    [Fact]
    public void Accounts_that_cannot_hold_together_are_no_combination()
    {
        var sketch = new ComponentSketch();
        int total = Open(sketch), first = Open(sketch), second = Open(sketch);
        sketch.Sum(total, first, second);
        sketch.Row(double.NegativeInfinity, 340, (first, 1), (second, 1));
        foreach (var state in (int[])[first, second])
        {
            Says(sketch, state, 100, 2);
            Says(sketch, state, 200, 2);
        }

        var estimate = Of(sketch, Between((0, 0.5), (1, 0.4)), Between((2, 0.5), (3, 0.3))).States[total];

        Same(200, Mixture((200, Math.Sqrt(8), 0.25), (300, Math.Sqrt(8), 0.2), (300, Math.Sqrt(8), 0.15)), estimate.Value);
        Assert.Equal([0.35, 0.25], estimate.Parts.Select(static part => part.Weight), static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void A_range_that_falls_apart_has_the_parts_that_overlap_the_heaviest_first()
    {
        var sketch = new ComponentSketch();
        var state = Open(sketch);
        foreach (var value in (double[])[100, 104, 200, 300, 306]) Says(sketch, state, value, 5);
        var estimate = Of(sketch, Between((0, 0.3), (3, 0.25), (4, 0.2), (1, 0.15), (2, 0.05))).States[state];

        Assert.Equal([0.45, 0.45, 0.05], estimate.Parts.Select(static part => part.Weight), static (a, b) => Math.Abs(a - b) < 1e-9);
        var leading = estimate.Parts.Single(static part => part.Accounts.Contains(new AccountChoice(0, 0)));
        var rival = estimate.Parts.Single(static part => part.Accounts.Contains(new AccountChoice(0, 1)));
        Assert.Equal([new AccountChoice(0, 0), new AccountChoice(0, 3)], leading.Accounts);
        Assert.Equal([new AccountChoice(0, 1), new AccountChoice(0, 2)], rival.Accounts);
        Assert.Equal([new AccountChoice(0, 4)], estimate.Parts[2].Accounts);
        Same(100, Mixture((100, 5, 0.3), (104, 5, 0.15)), leading.Value);
        Same(300, Mixture((300, 5, 0.25), (306, 5, 0.2)), rival.Value);
        Same(200, Mixture((200, 5, 1)), estimate.Parts[2].Value);
    }

    /// <summary>A part speaks for its leading account, be it the lighter one, and else for its heaviest.</summary>
    [Fact]
    public void A_part_has_the_best_value_of_its_leading_account_or_of_its_heaviest()
    {
        var sketch = new ComponentSketch();
        int total = Open(sketch), first = Open(sketch), second = Open(sketch);
        sketch.Sum(total, first, second);
        Says(sketch, first, 100, 2);
        Says(sketch, first, 400, 2);
        Says(sketch, second, 50, 2);
        Says(sketch, second, 47, 2);
        // The rival of each dispute is the heavier one: which account leads is given, not weighed.
        var parts = Of(sketch, Between((0, 0.4), (1, 0.5)), Between((2, 0.3), (3, 0.6))).States[total].Parts;

        Assert.Equal([0.45, 0.36], parts.Select(static part => part.Weight), static (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(447, parts[0].Value.Best!.Value, Slack);
        Assert.Equal(150, parts[1].Value.Best!.Value, Slack);
    }

    [Fact]
    public void An_account_that_leaves_a_side_open_stands_beside_the_range_of_the_others()
    {
        var sketch = new ComponentSketch();
        var state = Open(sketch);
        Says(sketch, state, 100, 5);
        Says(sketch, state, 112, 5);
        Floor(sketch, state, 300);
        var estimate = Of(sketch, Between((0, 0.5), (1, 0.3), (2, 0.1))).States[state];

        Same(100, Mixture((100, 5, 0.5), (112, 5, 0.3)), estimate.Value);
        Assert.Equal([0.8, 0.1], estimate.Parts.Select(static part => part.Weight), static (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(new AccountValue(null, 300, null, false), estimate.Parts[1].Value);
    }

    [Fact]
    public void Where_the_leading_account_leaves_a_side_open_so_does_the_estimate()
    {
        var sketch = new ComponentSketch();
        var state = Open(sketch);
        Floor(sketch, state, 300);
        Says(sketch, state, 100, 5);
        var estimate = Of(sketch, Between((0, 0.6), (1, 0.3))).States[state];

        // The rival has a third of the weight, and is part of 90 %.
        Assert.True(estimate.Value is { Best: null, High: null });
        Assert.Equal(Mixture((100, 5, 1)).Low, estimate.Value.Low!.Value, 1e-3);
        Assert.Equal([true, false], estimate.Parts.Select(static part => part.Value.IsOpen));
        Same(100, Mixture((100, 5, 1)), estimate.Parts[1].Value);
    }

    /// <summary>By fiftieths of its deviation: a rival that moves the mean, or says with the same mean how sure it is.</summary>
    [Theory]
    [InlineData(1030, 10, 1000, true)]
    [InlineData(1015, 10, 1000, false)]
    [InlineData(985, 10, 1000, false)]
    [InlineData(970, 10, 1000, true)]
    [InlineData(1000, 300, 1000, true)]
    [InlineData(1000, 150, 1000, false)]
    public void A_dispute_touches_a_sum_whose_mean_or_deviation_it_moves(double rival, double sd, double sdOfOther, bool touches)
    {
        var sketch = new ComponentSketch();
        int total = Open(sketch), first = Open(sketch), second = Open(sketch);
        sketch.Sum(total, first, second);
        Says(sketch, first, 1000, 10);
        Says(sketch, first, rival, sd);
        Says(sketch, second, 1000, sdOfOther);
        var states = Of(sketch, Between((0, 0.6), (1, 0.3))).States;

        Assert.Equal(touches ? [0] : [], states[total].Touching);
        Assert.Equal([0], states[first].Touching);
        Assert.Equal([], states[second].Touching);
    }

    /// <summary>With 3⁴ combinations, or 2⁷, each dispute shifts the sum by itself: as a normal with the mean and variance of all of them, by hand.</summary>
    [Theory]
    [InlineData(4, 3)]
    [InlineData(7, 2)]
    public void With_more_combinations_than_are_mixed_the_range_is_that_of_a_normal_with_their_mean_and_variance(int parts, int rivals)
    {
        double[] weights = [0.5, 0.3, 0.1];
        double[] shifts = [0, 60, -25];
        double Figure(int state, int rival) => 1000 + (100 * state) + ((state % 2 == 0 ? 1 : -1.1) * shifts[rival]);
        var sketch = new ComponentSketch();
        var total = Open(sketch);
        int[] states = [.. Enumerable.Range(0, parts).Select(_ => Open(sketch))];
        sketch.Sum(total, states);
        var disputes = new List<RivalDispute>();
        foreach (var state in states)
        {
            var claims = Enumerable.Range(0, rivals).Select(rival => Says(sketch, state, Figure(state, rival), 5)).ToArray();
            disputes.Add(Between([.. claims.Select((claim, rival) => (claim, weights[rival]))]));
        }

        // All combinations, one by one.
        (double Weight, double Mean)[] all = [(1, 0)];
        foreach (var state in states) all = [.. all.SelectMany(one => Enumerable.Range(0, rivals).Select(rival => (one.Weight * weights[rival], one.Mean + Figure(state, rival))))];
        var whole = all.Sum(static one => one.Weight);
        var mean = all.Sum(static one => one.Weight * one.Mean) / whole;
        var variance = all.Sum(one => one.Weight * Math.Pow(one.Mean - mean, 2)) / whole;
        var estimate = Of(sketch, [.. disputes]).States[total];

        Same(states.Sum(state => Figure(state, 0)), Mixture((mean, Math.Sqrt(variance + (25.0 * parts)), 1)), estimate.Value, 0.05);
        Assert.Equal(Enumerable.Range(0, parts), estimate.Touching);
        Assert.Empty(estimate.Parts);
    }

    [Fact]
    public void Under_each_account_of_what_touches_it_a_quantity_has_the_value_of_that_account()
    {
        var sketch = new ComponentSketch();
        int total = Open(sketch), first = Open(sketch), second = Open(sketch);
        sketch.Sum(total, first, second);
        Says(sketch, first, 100, 3);
        Says(sketch, first, 130, 3);
        Says(sketch, second, 200, 4);
        Says(sketch, second, 260, 4);
        var estimate = Of(sketch, Between((0, 0.6), (1, 0.3)), Between((2, 0.5), (3, 0.45)));

        var found = estimate.ByAccount(total);
        Assert.Equal([new(0, 0), new(0, 1), new(1, 0), new(1, 1)], found.Select(static part => Assert.Single(part.Accounts)));
        Assert.Equal([0.6, 0.3, 0.5, 0.45], found.Select(static part => part.Weight));
        foreach (var (mean, part) in ((double[])[300, 330, 300, 360]).Zip(found)) Same(mean, Mixture((mean, 5, 1)), part.Value);
        Assert.Equal(2, estimate.ByAccount(first).Count);
    }

    private static int Open(ComponentSketch sketch) => sketch.State(double.NegativeInfinity);

    private static int Says(ComponentSketch sketch, int state, double value, double sd)
    {
        var claim = sketch.Claim(state, value - 1, value + 1);
        sketch.Change(claim, said => said with { RelativeError = 0, Shape = Shape.Normal(value, sd) });
        return claim;
    }

    private static void Floor(ComponentSketch sketch, int state, double least) =>
        sketch.Change(sketch.Claim(state, least, double.PositiveInfinity), said => said with { Kind = FigureKind.Floor, Value = least, RelativeError = 0, Shape = new Shape(least, least, 0, 0, 0, least) });

    /// <summary>One dispute in which each of some claims excludes the others; the first one leads.</summary>
    private static RivalDispute Between(params (int Claim, double Weight)[] accounts)
    {
        int[] claims = [.. accounts.Select(static account => account.Claim).Order()];
        return new RivalDispute(claims, [], [.. accounts.Select(account => new RivalAccount([account.Claim], [.. claims.Where(claim => claim != account.Claim)], 1) { Weight = account.Weight })], 1 - accounts.Sum(static account => account.Weight), 1);
    }

    private static ComponentEstimate Of(ComponentSketch sketch, params RivalDispute[] disputes)
    {
        var component = sketch.Build();
        return ComponentEstimator.Estimate(component, new DisputeSet(disputes, Cuts.None), ClaimSystem.CreateBoth(component).Tolerant, Level, new SearchLimits(20, 1_000_000), default);
    }

    private static (double Low, double High) Mixture(params (double Mean, double Sd, double Weight)[] parts) =>
        ShortestInterval.Of([.. parts.Select(static part => new WeightedMarginal(new Marginal(part.Mean, part.Sd), part.Weight))], Level);

    private static void Same(double best, (double Low, double High) range, AccountValue value, double slack = Slack)
    {
        Assert.Equal(best, value.Best!.Value, slack);
        Assert.Equal(range.Low, value.Low!.Value, slack);
        Assert.Equal(range.High, value.High!.Value, slack);
    }
}
