using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

public class CoresTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(Cores.Many)]
    [InlineData(Cores.Many + 12_345)]
    public void Every_item_is_done_once(int count)
    {
        var done = new int[count];

        Cores.For(count, (from, to) =>
        {
            for (var i = from; i < to; i++) done[i]++;
        });

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Few_items_of_much_work_are_done_once_each()
    {
        var done = new int[7];

        Cores.Each(done.Length, item => done[item]++);

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Of_few_items_too_the_first_failure_is_thrown()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Cores.Each(9, item =>
        {
            if (item % 3 == 2) throw new InvalidOperationException($"{item}");
        }));

        Assert.Equal("2", thrown.Message);
    }

    [Fact]
    public void What_is_thrown_is_what_one_core_would_have_met_first()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Cores.For(10 * Cores.Many, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                if (i % 7001 == 7000) throw new InvalidOperationException($"{i}");
            }
        }));

        Assert.Equal("7000", thrown.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Cores.Many)]
    public void Both_pieces_of_work_are_done_at_the_end(int items)
    {
        var (one, other) = (false, false);

        Cores.Both(items, 0, _ => one = true, _ => other = true);

        Assert.True(one && other);
    }
}
