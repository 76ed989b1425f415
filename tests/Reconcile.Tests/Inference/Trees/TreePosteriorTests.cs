using Reconcile.Inference.Dense;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Trees;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Trees;

/// <summary>On a tree the O(n) elimination and dense matrices are two ways to one answer.</summary>
public class TreePosteriorTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_tree_and_dense_matrices_give_the_same_means_and_deviations(int seed)
    {
        var (component, accepted) = SumOfSums(seed);
        var (dense, tree) = Both(component, accepted);

        for (var state = 0; state < component.States.Length; state++)
        {
            Assert.InRange(tree.MeanOf(state), dense.MeanOf(state) - (1e-3 * dense.DeviationOf(state)), dense.MeanOf(state) + (1e-3 * dense.DeviationOf(state)));
            Assert.InRange(tree.DeviationOf(state) / dense.DeviationOf(state), 0.999, 1.001);
        }
    }

    [Fact]
    public void What_the_relations_leave_nothing_is_nothing_on_a_large_tree_too()
    {
        var parts = Enumerable.Range(0, 130).Select(i => $"p{i}").ToArray();
        var dossier = Dossier.Create().Relate("none <= 0").Relate("none = x + y").Relate("total = none + " + string.Join(" + ", parts)).Claim("x", "up to 5", "q");
        foreach (var part in parts) dossier = dossier.Claim(part, "about 300", part);
        var result = dossier.Reconcile();

        foreach (var name in (string[])["none", "x", "y"])
        {
            var estimate = result[name];
            Assert.Equal((0, 0, 0), (estimate.Low!.Value, estimate.Best!.Value, estimate.High!.Value));
            Assert.False(double.IsNegative(estimate.Best.Value) || double.IsNegative(estimate.High.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_tree_and_dense_matrices_give_the_same_influences(int seed)
    {
        var (component, accepted) = SumOfSums(seed);
        var (dense, tree) = Both(component, accepted);

        for (var state = 0; state < component.States.Length; state++)
        {
            var shares = tree.SharesOf(state).ToDictionary(share => (share.Origin, share.Number), share => share.Share);

            Assert.Equal(1, shares.Values.Sum(), 1e-9);
            foreach (var share in dense.SharesOf(state).Where(share => share.Origin == Origin.Claim && share.Share > 0.02))
            {
                Assert.InRange(shares.GetValueOrDefault((share.Origin, share.Number)), share.Share - 0.02, share.Share + 0.02);
            }
        }
    }

    /// <summary>The tree corrects for the skew of what is said of a state itself, so that of one to which others say nothing both ways have the same density.</summary>
    [Theory]
    [InlineData("between 900 and 1,200")]
    [InlineData("between 900 and 1,200", "at least 1,000")]
    [InlineData("1,000 (95% CI 900–1,400)", "at most 1,300", "about 1,100")]
    public void Of_a_state_alone_both_ways_have_the_same_density(params string[] said)
    {
        var dossier = said.Aggregate(Dossier.Create().Relate("whole = x + y"), (all, figure) => all.Claim("x", figure, "root of " + figure));
        var (component, accepted) = RandomTree.ComponentOf(dossier);
        var (dense, tree) = Both(component, accepted);

        var x = Array.FindIndex(component.States, static state => state.Quantity.Id == "x");
        var (expected, actual) = (dense.MarginalOf(x), tree.MarginalOf(x));

        Assert.False(expected.IsNormal || actual.IsNormal);
        Assert.Equal(expected.Moments().Mean, actual.Moments().Mean, 0.01 * expected.Sd);
        Assert.Equal(1, actual.Moments().Deviation / expected.Moments().Deviation, 0.01);
    }

    /// <summary>But for paths that carry next to nothing, which are cut, and for bounds that limits imply, which the tree keeps.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void On_trees_of_any_shape_both_ways_give_the_same(int seed)
    {
        var (component, accepted) = RandomTree.Of(seed);
        var (dense, tree) = Both(component, accepted);

        Assert.True(dense.Converged && tree.Converged);
        for (var state = 0; state < component.States.Length; state++)
        {
            Assert.Equal(dense.MeanOf(state), tree.MeanOf(state), (0.02 * dense.DeviationOf(state)) + 0.05);
            Assert.Equal(dense.DeviationOf(state), tree.DeviationOf(state), (0.02 * dense.DeviationOf(state)) + 0.05);
            // What the relations fix has no shares in dense matrices.
            if (dense.DeviationOf(state) < 1e-6) continue;
            var (expected, actual) = (Shares(dense, state), Shares(tree, state));
            Assert.Equal(1, actual.Values.Sum(), 1e-9);
            Assert.All(expected.Keys.Union(actual.Keys), key => Assert.Equal(expected.GetValueOrDefault(key), actual.GetValueOrDefault(key), 0.02));
            Assert.Equal(dense.UnclaimedShareOf(state).Prior, tree.UnclaimedShareOf(state).Prior, 0.02);
            Assert.Equal(dense.UnclaimedShareOf(state).Bounds, tree.UnclaimedShareOf(state).Bounds, 0.02);
        }
    }

    private static Dictionary<(Origin, int), double> Shares(IAccountPosterior posterior, int state) => posterior.SharesOf(state).ToDictionary(share => (share.Origin, share.Number), share => share.Share);

    private static (IAccountPosterior Dense, IAccountPosterior Tree) Both(Component component, bool[] accepted)
    {
        var uncounted = UncountedParts.Of(component);
        var tree = TreePosteriors.TryCreate(component, uncounted, isTree: true, mostDenseStates: 1)!;
        var ranges = new Interval[component.States.Length];
        Array.Fill(ranges, Interval.All);
        var scales = new StateScales(component, accepted, ranges);
        return (new DensePosteriors(component, uncounted, []).Of(accepted, scales, default), tree.Of(accepted, scales, default));
    }

    /// <summary>A sum of sums in which every quantity has a claim or two, by few roots, so that errors are shared.</summary>
    private static (Component Component, bool[] Accepted) SumOfSums(int seed)
    {
        var random = new Random(seed);
        var dossier = Dossier.Create().Relate("total = a + b + c").Relate("a = a1 + a2").Relate("b = b1 + b2 + b3").Relate("total <= sent");
        var truth = new Dictionary<string, double> { ["a1"] = 300, ["a2"] = 900, ["b1"] = 100, ["b2"] = 1500, ["b3"] = 40, ["c"] = 700 };
        truth["a"] = truth["a1"] + truth["a2"];
        truth["b"] = truth["b1"] + truth["b2"] + truth["b3"];
        truth["total"] = truth["a"] + truth["b"] + truth["c"];
        truth["sent"] = truth["total"] * 1.1;
        foreach (var (quantity, value) in truth.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < random.Next(1, 3); i++)
            {
                var said = Math.Round(value * (1 + (0.04 * ((random.NextDouble() * 2) - 1))));
                var figure = random.Next(5) switch
                {
                    0 => Figure.AtLeast(Math.Round(said * 0.9)),
                    1 => Figure.Between(Math.Round(said * 0.9), Math.Round(said * 1.1)),
                    2 => Figure.Interval(said, Math.Round(said * 0.9), Math.Round(said * 1.2)),
                    _ => Figure.About(said),
                };
                dossier = dossier.Claim(quantity, figure, "s" + random.Next(6));
            }
        }

        return RandomTree.ComponentOf(dossier);
    }
}
