using Xunit;

namespace Reconcile.Tests.Relations;

public class UnseenCharacterTests
{
    [Theory]
    [InlineData("a = \u001b", "column 5: found the character U+001B")]
    [InlineData("a = \u200b", "column 5: found the character U+200B")]
    [InlineData("a = e\u0301", "column 6: found the character U+0301, expected the composed letter")]
    [InlineData("a = \"\u0007\" b", "column 9: found \"b\"")]
    [InlineData("a \"\u0007\" = b", "column 3: found \"\uFFFD\"")]
    public void Is_named_by_its_number(string rule, string error) => AssertFound(rule, error);

    [Fact]
    public void So_is_half_a_surrogate_pair() => AssertFound("a = \ud800", "column 5: found the character U+D800");

    private static void AssertFound(string rule, string error)
    {
        Assert.False(Relation.TryParse(rule, out _, out var found));
        Assert.StartsWith(error, found, StringComparison.Ordinal);
        Assert.DoesNotContain(found, char.IsControl);
    }
}
