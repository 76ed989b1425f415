using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Trees;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Trees;

/// <summary>Of a sum each part of which is measured, as the sum itself is, the shares are known in closed form.</summary>
public class TreeSharesTests
{
    private const double Deviation = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(300)]
    public void Each_part_brings_its_share_of_what_is_known_of_a_sum(int parts)
    {
        var posterior = Sum(parts);
        var shares = posterior.SharesOf(0).ToDictionary(share => (share.Origin, share.Number), share => share.Share);
        // The sum of n parts with deviation 1 each, beside its own figure with deviation 8.
        var (own, others) = (1 / (Deviation * Deviation), 1.0 / parts);

        Assert.Equal(own / (own + others), shares[(Origin.Claim, 0)], 1e-4);
        Assert.All(Enumerable.Range(1, parts), part => Assert.Equal(others / (own + others) / parts, shares[(Origin.Claim, part)], 1e-4));
        Assert.Equal(own / (own + others), posterior.OwnShareOf(0), 1e-4);
        Assert.Equal(1, shares.Values.Sum(), 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void Of_a_part_the_sum_tells_as_much_as_the_other_parts_let_it(int parts)
    {
        var posterior = Sum(parts);
        var shares = posterior.SharesOf(1).ToDictionary(share => (share.Origin, share.Number), share => share.Share);
        // Sum less the others: deviation √(8² + n − 1), of which the others bring what they add to it.
        var rest = (Deviation * Deviation) + parts - 1;
        var through = 1 / rest / (1 + (1 / rest));

        Assert.Equal(1 / (1 + (1 / rest)), shares[(Origin.Claim, 1)], 1e-4);
        Assert.Equal(through * Deviation * Deviation / rest, shares[(Origin.Claim, 0)], 1e-4);
        if (shares.TryGetValue((Origin.Claim, 2), out var sibling)) Assert.Equal(through / rest, sibling, 1e-4);
        Assert.Equal(1, shares.Values.Sum(), 1e-9);
    }

    /// <summary>More parts than are followed count for the relation that joins them.</summary>
    [Fact]
    public void Of_a_very_wide_sum_the_parts_count_for_its_relation()
    {
        const int Parts = 700;
        var posterior = Sum(Parts);
        var shares = posterior.SharesOf(0).ToDictionary(share => (share.Origin, share.Number), share => share.Share);
        var (own, others) = (1 / (Deviation * Deviation), 1.0 / Parts);

        Assert.Equal(own / (own + others), shares[(Origin.Claim, 0)], 1e-4);
        Assert.Equal(others / (own + others), shares[(Origin.Relation, 0)], 1e-4);
        Assert.InRange(posterior.UnclaimedShareOf(0).Prior, 0, 1e-3);
        Assert.InRange(posterior.UnclaimedShareOf(0).Bounds, 0, 1e-3);
    }

    /// <summary>A total whose own figure, whose parts and whose prior, ten times the largest figure, tell as much each.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(700)]
    public void The_prior_has_its_share_whether_or_not_the_parts_are_followed(int parts)
    {
        var prior = 1000.0 * parts;
        var posterior = Of(Parts(parts, prior, prior / Math.Sqrt(parts)).Build());

        // A part has a figure with the precision n/P² and a prior with 1/P², so that all parts together tell (n + 1)/(n P²) of the total, of which 1/(n + 1) is prior.
        var told = 1 + (1.0 / parts);
        var whole = 1 + 1 + told;
        var followed = parts < 400 ? told / (parts + 1) : 0;
        Assert.Equal((1 + followed) / whole, posterior.UnclaimedShareOf(0).Prior, 1e-6);
    }

    /// <summary>With an error that two parts share, too.</summary>
    [Fact]
    public void What_nobody_claims_is_what_the_shares_leave()
    {
        var sketch = Parts(3, 2000, 900);
        for (var claim = 1; claim < 3; claim++) sketch.Change(claim, static said => said with { ErrorGroup = 1, RelativeError = 3 });
        var posterior = Of(sketch.Build());

        Assert.Equal(1, ((TreePosterior)posterior).Errors.Count);
        Assert.All(Enumerable.Range(0, 4), state =>
        {
            var shares = posterior.SharesOf(state);
            Assert.Equal(1, shares.Sum(static share => share.Share), 1e-9);
            Assert.Equal(shares.Where(static share => share.Origin == Origin.Prior).Sum(static share => share.Share), posterior.UnclaimedShareOf(state).Prior, 1e-12);
            Assert.True(posterior.UnclaimedShareOf(state).Prior > 0.05);
            Assert.Equal(0, posterior.UnclaimedShareOf(state).Bounds);
        });
    }

    /// <summary>A lone number between bounds, of which nothing else is known.</summary>
    [Fact]
    public void What_only_bounds_and_the_prior_tell_is_theirs()
    {
        var sketch = new ComponentSketch();
        sketch.State(0, 60);
        sketch.Sum(0, sketch.State(), sketch.State());
        sketch.Claim(1, 28, 32);
        sketch.Change(0, static claim => claim with { RelativeError = 0 });
        var posterior = Of(sketch.Build());
        var (prior, bounds) = posterior.UnclaimedShareOf(2);
        var shares = posterior.SharesOf(2);

        Assert.Equal(shares.Where(share => share.Origin == Origin.Prior).Sum(share => share.Share), prior, 1e-6);
        Assert.Equal(shares.Where(share => share.Origin == Origin.Bound).Sum(share => share.Share), bounds, 1e-6);
        Assert.True(bounds > 0.9, $"{bounds}");
    }

    [Fact]
    public void Where_nobody_says_anything_all_is_known_beforehand()
    {
        var sketch = new ComponentSketch();
        sketch.State(0, 60);
        sketch.Sum(0, sketch.State(), sketch.State());

        Assert.Equal([new FactorShare(Origin.Prior, 0, 1)], Of(sketch.Build()).SharesOf(0));
    }

    /// <summary>State 0 is the sum, with claim 0; each part has the claim of its number.</summary>
    private static IAccountPosterior Sum(int parts) => Of(Parts(parts, Deviation, 1).Build());

    private static ComponentSketch Parts(int parts, double deviation, double deviationOfPart)
    {
        var sketch = new ComponentSketch();
        var whole = sketch.State(double.NegativeInfinity);
        sketch.Sum(whole, [.. Enumerable.Range(0, parts).Select(_ => sketch.State(double.NegativeInfinity))]);
        sketch.Claim(whole, (100 * parts) - 1, (100 * parts) + 1);
        for (var part = 1; part <= parts; part++) sketch.Claim(part, 99, 101);
        for (var claim = 0; claim <= parts; claim++) sketch.Change(claim, claim => claim with { RelativeError = 0, Shape = Shape.Normal(claim.Value, claim.State == 0 ? deviation : deviationOfPart) });
        return sketch;
    }

    private static IAccountPosterior Of(Component component)
    {
        bool[] accepted = [.. component.Claims.Select(static _ => true)];
        var ranges = new Interval[component.States.Length];
        Array.Fill(ranges, Interval.All);
        return TreePosteriors.TryCreate(component, UncountedParts.Of(component), isTree: true, mostDenseStates: 0)!.Of(accepted, new StateScales(component, accepted, ranges), default);
    }
}
