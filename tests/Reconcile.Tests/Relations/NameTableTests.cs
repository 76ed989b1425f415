using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class NameTableTests
{
    [Fact]
    public void Names_are_numbered_in_the_order_of_first_mention_however_many_come()
    {
        var names = new NameTable(1);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 1000; i++) Assert.Equal(i, round == 0 ? names.NumberOf($"name{i}") : names.NumberOf($"name{i}".AsSpan()));
        }

        Assert.Equal(1000, names.Count);
        Assert.Equal("name999", names[999]);
    }

    [Fact]
    public void What_was_never_met_is_not_added_by_looking_for_it()
    {
        var names = new NameTable(0);
        names.NumberOf("killed");

        Assert.Equal(-1, names.Find("Killed"));
        Assert.Equal(0, names.Find("killed"));
        Assert.Equal(1, names.Count);
    }

    [Fact]
    public void The_empty_name_is_a_name()
    {
        var names = new NameTable(2);

        Assert.Equal(0, names.NumberOf(""));
        Assert.Equal(0, names.NumberOf(ReadOnlySpan<char>.Empty));
    }
}
