using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Xunit;

namespace Reconcile.Tests.Inference.Posteriors;

/// <summary>How what is known of errors and steps is divided, by hand.</summary>
public class FactorSharesTests
{
    [Fact]
    public void A_shared_error_counts_for_its_claims_as_they_count_themselves()
    {
        var shares = Divided(new() { [(Origin.Claim, 0)] = 0.1, [(Origin.Claim, 1)] = 0.3, [(Origin.Claim, 2)] = 0.2, [(Origin.SharedError, 5)] = 0.4 }, group => group == 5 ? [0, 1] : []);

        Same(shares, (Origin.Claim, 0, 0.2), (Origin.Claim, 1, 0.6), (Origin.Claim, 2, 0.2));
    }

    [Fact]
    public void Of_claims_that_say_nothing_themselves_each_has_the_same_part_of_their_error()
    {
        var shares = Divided(new() { [(Origin.Claim, 2)] = 0.4, [(Origin.SharedError, 5)] = 0.6 }, static _ => [0, 1, 3]);

        Same(shares, (Origin.Claim, 0, 0.2), (Origin.Claim, 1, 0.2), (Origin.Claim, 2, 0.4), (Origin.Claim, 3, 0.2));
    }

    [Fact]
    public void Steps_count_for_all_claims_after_errors_have_been_divided()
    {
        var shares = Divided(
            new() { [(Origin.Movement, 7)] = 0.1, [(Origin.Movement, 8)] = 0.2, [(Origin.Claim, 0)] = 0.1, [(Origin.Claim, 1)] = 0.1, [(Origin.SharedError, 5)] = 0.2, [(Origin.Bound, 3)] = 0.2, [(Origin.Prior, 0)] = 0.1 }, static _ => [1]);

        // 0.3 for steps over 0.4 for claims.
        Same(shares, (Origin.Claim, 0, 0.175), (Origin.Claim, 1, 0.525), (Origin.Bound, 3, 0.2), (Origin.Prior, 0, 0.1));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0)]
    public void Without_a_claim_steps_are_known_beforehand(double prior)
    {
        var sums = new Dictionary<(Origin, int), double> { [(Origin.Movement, 7)] = 0.3, [(Origin.Movement, 2)] = 0.1, [(Origin.Relation, 0)] = 0.6 - prior };
        if (prior > 0) sums[(Origin.Prior, 0)] = prior;

        Same(Divided(sums, static _ => []), (Origin.Relation, 0, 0.6 - prior), (Origin.Prior, 0, prior + 0.4));
    }

    private static List<FactorShare> Divided(Dictionary<(Origin, int), double> sums, Func<int, IReadOnlyList<int>> claimsOf) => FactorShares.Divided(sums, claimsOf);

    private static void Same(List<FactorShare> found, params (Origin Origin, int Number, double Share)[] expected)
    {
        var shares = found.ToDictionary(static share => (share.Origin, share.Number), static share => share.Share);
        Assert.Equal(expected.Length, shares.Count);
        foreach (var (origin, number, share) in expected) Assert.Equal(share, shares[(origin, number)], 1e-12);
    }
}
