using Reconcile.Accounts;
using Xunit;

namespace Reconcile.Tests.Accounts;

public class CombinationsTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(int.MaxValue)]
    public void Up_to_a_number_there_are_all_of_them_in_their_order(int most)
    {
        var found = Of([2, 4, 3], most);

        Assert.Equal(from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 3) select $"{a}{b}{c}", found);
    }

    [Fact]
    public void Beyond_it_come_the_leaders_then_one_switch_then_two()
    {
        var found = Of([2, 4, 3], 23);

        Assert.Equal("000", found[0]);
        Assert.Equal(["100", "010", "020", "030", "001", "002"], found[1..7]);
        Assert.Equal(["110", "120", "130", "101", "102", "011", "012", "021", "022", "031", "032"], found[7..]);
    }

    [Theory]
    [InlineData(40, 1 + 40 + (40 * 39 / 2))]
    [InlineData(41, 1 + 41)]
    public void Of_very_many_disputes_two_are_not_switched_at_once(int disputes, int count) => Assert.Equal(count, Of([.. Enumerable.Repeat(2, disputes)], 64).Distinct().Count());

    [Fact]
    public void So_many_that_their_number_overflows_are_more_than_any()
    {
        var found = Of([.. Enumerable.Repeat(1000, 41)], int.MaxValue - 1);

        Assert.Equal(1 + (41 * 999), found.Length);
    }

    [Fact]
    public void Without_disputes_there_is_one() => Assert.Equal([""], Of([], 64));

    private static string[] Of(int[] accounts, int most) =>
        [.. Combinations.Of(accounts, most).Select(static choice => string.Concat(choice))];
}
