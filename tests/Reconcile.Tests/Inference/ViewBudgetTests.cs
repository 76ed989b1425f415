using Reconcile.Accounts;
using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference;

public class ViewBudgetTests
{
    /// <summary>A view costs as much as its posterior and a node for each claim; eight can always be afforded.</summary>
    [Theory]
    [InlineData(97, 2500, 25)]
    [InlineData(97, 2599, 25)]
    [InlineData(97, 899, 8)]
    [InlineData(97, 900, 9)]
    [InlineData(1_000_000, 2500, 8)]
    public void There_are_as_many_views_as_the_steps_of_a_search_pay_for(long cost, long steps, long views) =>
        Assert.Equal(views, Budget(cost, steps, [0.5, 0.3]).MostViews);

    [Fact]
    public void As_long_as_there_are_no_more_alternatives_than_views_all_are_looked_at()
    {
        var budget = Budget(97, 1000, [0.5, 0.1, 0.1, 0.1, 0.1, 0.1], [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]);

        Assert.All(Choices(2, 6), choice => Assert.True(budget.IsViewed(choice.Dispute, choice.Account)));
    }

    /// <summary>Ten of twelve: those with less weight are left out, and of equals the later ones.</summary>
    [Fact]
    public void Of_more_alternatives_the_heaviest_are_looked_at()
    {
        var budget = Budget(97, 1000, [0.5, 0.09, 0.08, 0.07, 0.06, 0.02, 0.01], [0.5, 0.2, 0.05, 0.04, 0.03, 0.02, 0.02]);

        Assert.Equal([(0, 6), (1, 6)], Choices(2, 7).Where(choice => !budget.IsViewed(choice.Dispute, choice.Account)));
    }

    private static IEnumerable<(int Dispute, int Account)> Choices(int disputes, int accounts) =>
        Enumerable.Range(0, disputes).SelectMany(dispute => Enumerable.Range(1, accounts - 1).Select(account => (dispute, account)));

    /// <summary>Of a component with three claims.</summary>
    private static ViewBudget Budget(long cost, long steps, params double[][] weights)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        for (var claim = 0; claim < 3; claim++) sketch.Claim(0, 1, 2);
        var disputes = weights.Select(static accounts => new RivalDispute([], [], [.. accounts.Select(static weight => new RivalAccount([], [], 1) { Weight = weight })], 0, 1)).ToList();
        return new ViewBudget(sketch.Build(), new DisputeSet(disputes, Cuts.None), new Priced(cost), new SearchLimits(20, steps));
    }

    /// <summary>Posteriors of which the cost alone is known.</summary>
    private sealed class Priced(long cost) : IAccountPosteriors
    {
        public bool AreThreadSafe => throw new NotSupportedException();

        public int MostCombinations => throw new NotSupportedException();

        public long Cost => cost;

        public IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
