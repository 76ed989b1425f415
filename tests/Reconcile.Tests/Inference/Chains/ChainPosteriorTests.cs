using Reconcile.Inference.Chains;
using Reconcile.Inference.Dense;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Chains;

/// <summary>
/// On a chain of days block elimination and dense matrices are two ways to one answer, but for what expectation propagation, which settles slowly where steps are wide, leaves open, and for the fits of
/// steps: these end when all are within a hundredth, which one way may reach a round before the other (presumably what is seen of one dossier here).
/// </summary>
public class ChainPosteriorTests
{
    /// <summary>Of this dossier the two end further apart than of all others, presumably since one ends its fits a round before the other.</summary>
    private const int EndsApart = 4;

    public static TheoryData<int, bool> Seeds
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var seed = 0; seed < 24; seed++) data.Add(seed, seed % 3 == 2);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_chain_and_dense_matrices_give_the_same_means_deviations_and_ranges(int seed, bool shares)
    {
        var (component, accepted) = RandomSeries.Of(seed, 9, shares);
        var (dense, chain) = Both(component, accepted);

        Assert.True(dense.Converged && chain.Converged);
        for (var state = 0; state < component.States.Length; state++)
        {
            var deviation = dense.DeviationOf(state);
            var (expected, actual) = (RangeOf(dense, state), RangeOf(chain, state));

            Assert.Equal(dense.MeanOf(state), chain.MeanOf(state), (seed == EndsApart ? 0.02 : 2e-3) * deviation);
            Assert.Equal(deviation, chain.DeviationOf(state), (seed == EndsApart ? 1e-2 : 1e-3) * deviation);
            Assert.Equal(expected.Low, actual.Low, (seed == EndsApart ? 0.03 : 0.01) * deviation);
            Assert.Equal(expected.High, actual.High, (seed == EndsApart ? 0.03 : 0.01) * deviation);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_chain_and_dense_matrices_give_the_same_influences(int seed, bool shares)
    {
        var (component, accepted) = RandomSeries.Of(seed, 9, shares);
        var (dense, chain) = Both(component, accepted);

        for (var state = 0; state < component.States.Length; state++)
        {
            var (expected, actual) = (dense.SharesOf(state).ToDictionary(share => (share.Origin, share.Number), share => share.Share), chain.SharesOf(state));
            var (unclaimed, found) = (dense.UnclaimedShareOf(state), chain.UnclaimedShareOf(state));

            Assert.Equal(1, actual.Sum(share => share.Share), 1e-6);
            Assert.All(actual, share => Assert.Equal(expected.GetValueOrDefault((share.Origin, share.Number)), share.Share, seed == EndsApart ? 1e-2 : 5e-4));
            Assert.Equal(unclaimed.Prior, found.Prior, 1e-3);
            Assert.Equal(unclaimed.Bounds, found.Bounds, 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_chain_and_dense_matrices_give_the_same_means_where_some_days_are_equal(int seed, bool shares)
    {
        var (component, accepted) = RandomSeries.Of(seed, 9, shares);
        var (dense, chain) = Both(component, accepted);
        var equal = component.Courses.Where(course => course.NeverFalls).SelectMany(course => Enumerable.Range(0, course.Steps).Where(step => step % 3 < 2).Select(step => new Tie(new Form([course.States[step], course.States[step + 1]], [-1, 1]), 0))).ToArray();
        Target[] targets = [.. component.Courses.Where(course => course.NeverFalls).Select(course => new Target(course.States[0], 0.8 * dense.MeanOf(course.States[0]), 1 / Math.Pow(dense.DeviationOf(course.States[0]), 2)))];
        Form[] kept = [Form.Of(component.Courses[^1].States[0]), Form.Of(component.Courses[^1].States[^1])];
        var drawn = new Targets(targets, kept);
        var (expected, actual) = (dense.Ties(drawn).With(equal).Means, chain.Ties(drawn).With(equal).Means);

        for (var state = 0; state < expected.Length; state++) Assert.Equal(expected[state], actual[state], (seed == EndsApart ? 1e-2 : 2e-3) * dense.DeviationOf(state));
        foreach (var tie in equal) Assert.Equal(0, tie.Form.Value(actual), 1e-9 * Math.Abs(actual[tie.Form.States[0]]));
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 9)]
    [InlineData(20, 3)]
    public void Increments_over_many_days_join_them_as_in_dense_matrices(int every, int length)
    {
        var start = new DateOnly(2024, 1, 1);
        var dossier = Dossier.Create().Quantity("dead", QuantityKind.Total).Quantity("hurt", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = dead + hurt");
        for (var day = 0; day < 40; day++) dossier = dossier.Claim(day % 2 == 0 ? "dead" : "all", Figure.Between(10 * (day + 5), 13 * (day + 5)), "s" + (day % 3), start.AddDays(day));
        for (var day = 1; day + length < 40; day += every)
        {
            dossier = dossier.Claim(new Claim { Quantity = day % 3 == 0 ? "dead" : "dead + hurt", Figure = Figure.About(11 * length), Source = "s1", During = new Period(start.AddDays(day), start.AddDays(day + length - 1)) });
        }

        var (component, accepted) = RandomSeries.ComponentOf(dossier);
        var (dense, chain) = Both(component, accepted);

        Assert.True(chain.Converged);
        for (var state = 0; state < component.States.Length; state++)
        {
            Assert.Equal(dense.MeanOf(state), chain.MeanOf(state), 2e-4 * dense.DeviationOf(state));
            Assert.Equal(dense.DeviationOf(state), chain.DeviationOf(state), 1e-4 * dense.DeviationOf(state));
        }
    }

    /// <summary>Relations with constants, and a quantity that is fixed: what is nothing in the coordinates is something in the states.</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(3, int.MaxValue)]
    public void Constants_in_relations_come_out_as_in_dense_matrices(int seed, int roots)
    {
        var random = new Random(seed);
        var dossier = Dossier.Create()
            .Quantity("dead", QuantityKind.Total).Quantity("hurt", QuantityKind.Total).Quantity("all", QuantityKind.Total).Quantity("officers", QuantityKind.Total).Quantity("missing", QuantityKind.Total)
            .Quantity(new Quantity { Id = "before", Min = 400, Max = 400 })
            .Relate("all = dead + hurt + before + 150").Relate("dead = 3 * officers + 70").Relate("missing <= dead - 120");
        for (var day = 0; day < 20; day++)
        {
            var truth = 300 + (20.0 * day);
            var (quantity, value) = random.Next(4) switch { 0 => ("dead", truth), 1 => ("hurt", 2 * truth), 2 => ("all", (3 * truth) + 550), _ => ("missing", truth - 150) };
            var said = Math.Round(value * (1 + (0.04 * (random.NextDouble() - 0.5))));
            dossier = dossier.Claim(quantity, random.Next(3) == 0 ? Figure.Between(Math.Round(0.95 * said), Math.Round(1.05 * said)) : Figure.About(said), "s" + random.Next(roots), new DateOnly(2024, 1, 1).AddDays(2 * day));
        }

        var (component, accepted) = RandomSeries.ComponentOf(dossier);
        var (dense, chain) = Both(component, accepted);
        Tie[] ties = [.. component.Courses.Select((course, place) => new Tie(Form.Of(course.States[4 + (3 * place)]), 1.02 * dense.MeanOf(course.States[4 + (3 * place)]))).Take(2)];
        var (expected, actual) = (dense.Ties(new Targets([], [])).With(ties), chain.Ties(new Targets([], [])).With(ties));

        for (var state = 0; state < component.States.Length; state++)
        {
            var deviation = dense.DeviationOf(state);
            var (range, found) = (RangeOf(dense, state), RangeOf(chain, state));
            Assert.Equal(dense.MeanOf(state), chain.MeanOf(state), (2e-4 * deviation) + 1e-9);
            Assert.Equal(deviation, chain.DeviationOf(state), 1e-3 * deviation);
            Assert.Equal(range.Low, found.Low, (0.01 * deviation) + 1e-9);
            Assert.Equal(range.High, found.High, (0.01 * deviation) + 1e-9);
            Assert.Equal(expected.Means[state], actual.Means[state], (2e-4 * deviation) + 1e-9);
        }

        foreach (var tie in ties) Assert.Equal(tie.Value, tie.Form.Value(actual.Means), 1e-6);
        // In deviations of its form, which are those without shared errors here and with them there.
        for (var tie = 0; tie < ties.Length; tie++) Assert.Equal(expected.Pulls[tie], actual.Pulls[tie], roots > 5 ? 1e-3 : 0.2);
    }

    [Fact]
    public void Another_account_comes_out_the_same_whether_or_not_it_begins_with_what_the_leading_one_has_shown()
    {
        var (component, accepted) = RandomSeries.Of(3, 9);
        var other = (bool[])accepted.Clone();
        other[^1] = false;
        var chains = ChainPosteriors.TryCreate(component, UncountedParts.Of(component), [], mostDenseStates: 1)!;
        chains.Of(accepted, Scales(component, accepted), default);
        var dense = new DensePosteriors(component, UncountedParts.Of(component), []);
        dense.Of(accepted, Scales(component, accepted), default);
        var (expected, actual) = (dense.Of(other, Scales(component, other), default), chains.Of(other, Scales(component, other), default));

        for (var state = 0; state < component.States.Length; state++) Assert.Equal(expected.MeanOf(state), actual.MeanOf(state), 1e-3 * expected.DeviationOf(state));
    }

    [Fact]
    public void Small_components_and_those_in_which_nothing_moves_are_left_to_others()
    {
        var (component, _) = RandomSeries.Of(3, 9);
        var (still, _) = RandomSeries.ComponentOf(Dossier.Create().Relate("a = b + c").Claim("a", "about 5", "s"));

        Assert.Null(ChainPosteriors.TryCreate(component, UncountedParts.Of(component), [], mostDenseStates: 1000));
        Assert.Null(ChainPosteriors.TryCreate(still, UncountedParts.Of(still), [], mostDenseStates: 1));
    }

    private static (IMovingPosterior Dense, IMovingPosterior Chain) Both(Component component, bool[] accepted)
    {
        var uncounted = UncountedParts.Of(component);
        var scales = Scales(component, accepted);
        var dense = new DensePosteriors(component, uncounted, []).Of(accepted, scales, default);
        var chain = ChainPosteriors.TryCreate(component, uncounted, [], mostDenseStates: 1)!.Of(accepted, scales, default);
        return ((IMovingPosterior)dense, (IMovingPosterior)chain);
    }

    private static StateScales Scales(Component component, bool[] accepted)
    {
        var ranges = new Interval[component.States.Length];
        Array.Fill(ranges, Interval.All);
        return new StateScales(component, accepted, ranges);
    }

    private static (double Low, double High) RangeOf(IMovingPosterior posterior, int state) => ShortestInterval.Of([new WeightedMarginal(posterior.MarginalOf(state), 1)], 0.9);
}
