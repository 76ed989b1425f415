using FsCheck.Xunit;
using Reconcile.Accounts;
using Xunit;

namespace Reconcile.Tests.Accounts;

/// <summary>Bits do what sets do.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class ClaimSetsTests
{
    [Property(MaxTest = 200)]
    public void Sets_of_bits_and_sets_agree(int seed)
    {
        var random = new Random(seed);
        int[] members = [.. Enumerable.Range(0, 300).Where(_ => random.Next(3) == 0)];
        var sets = new ClaimSets(members);
        var (first, second) = (Some(random, members), Some(random, members));
        var (a, b) = (sets.Of(first)!, sets.Of(second)!);

        Assert.Equal((members.Length + 63) / 64, sets.Words);
        Assert.Equal(first, Decoded(sets, a));
        Assert.Empty(Decoded(sets, sets.Empty()));
        Assert.Equal(first.Intersect(second).Any(), ClaimSets.Intersect(a, b));
        Assert.Equal(first.All(second.Contains), ClaimSets.IsWithin(a, b));
        Assert.True(ClaimSets.IsWithin(sets.Of([.. first.Intersect(second)])!, b));
        Assert.Equal(first.Append(members[0]).Distinct().Order(), Decoded(sets, sets.With(a, members[0])));
        Assert.Equal(first, Decoded(sets, a));
        Assert.Equal(first.SequenceEqual(second), ClaimSets.Comparer.Instance.Equals(a, b));
        Assert.True(ClaimSets.Comparer.Instance.Equals(a, sets.Of(first)));
        Assert.Equal(ClaimSets.Comparer.Instance.GetHashCode(a), ClaimSets.Comparer.Instance.GetHashCode(sets.Of(first)!));
        ClaimSets.Add(a, b);
        Assert.Equal(first.Union(second).Order(), Decoded(sets, a));
    }

    [Fact]
    public void What_is_not_of_the_dispute_is_in_no_set() => Assert.Null(new ClaimSets([2, 5, 9]).Of([5, 7]));

    private static int[] Some(Random random, int[] members)
    {
        var share = random.Next(3) == 0 ? 0.01 : random.NextDouble();
        return [.. members.Where(_ => random.NextDouble() < share)];
    }

    private static int[] Decoded(ClaimSets sets, ulong[] set)
    {
        var claims = new int[300];
        return claims[..sets.Decode(set, claims)];
    }
}
