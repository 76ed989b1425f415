using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class LinearFormTests
{
    private static readonly LinearForm Form = new([new("a", 1), new("b", -2)], 3);

    [Fact]
    public void Forms_with_the_same_terms_and_constant_are_equal()
    {
        var same = new LinearForm([new("a", 1), new("b", -2)], 3);

        Assert.Equal(Form, same);
        Assert.Equal(Form.GetHashCode(), same.GetHashCode());
        Assert.Equal(new LinearForm([], 3).GetHashCode(), new LinearForm([], 3).GetHashCode());
    }

    [Fact]
    public void Forms_that_differ_in_anything_are_not()
    {
        Assert.NotEqual(Form, Form with { Constant = 4 });
        Assert.NotEqual(Form, Form with { Terms = [new("a", 1), new("b", 2)] });
        Assert.NotEqual(Form, Form with { Terms = [new("b", -2), new("a", 1)] });
        Assert.False(Form.Equals(null));
    }
}
