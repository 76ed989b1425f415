using FsCheck.Xunit;
using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class RelationTextTests
{
    [Property(MaxTest = 500)]
    public void Spelling_changes_nothing(int seed)
    {
        var random = new RandomRelations(seed);
        var relation = random.Next();

        Assert.Equal(RelationText.Canonical(relation), RelationText.Canonical(random.Respelled(relation)));
    }

    [Property(MaxTest = 500)]
    public void Canonical_text_is_read_back_as_the_same_fact(int seed)
    {
        var relation = new RandomRelations(seed).Next();
        if (relation.Operator == RelationOperator.About) return;

        var text = RelationText.Canonical(relation);
        Assert.True(RelationParser.TryParseRelation(text, out var read, out var error), $"{text}: {error}");
        Assert.Equal(text, RelationText.Canonical(read));
    }

    [Theory]
    [InlineData("casualties = killed + wounded", "casualties - killed - wounded = 0")]
    [InlineData("2 * wounded = 2 * casualties - 2 * killed", "casualties - killed - wounded = 0")]
    [InlineData("killed <= deployed", "-deployed + killed <= 0")]
    [InlineData("deployed >= killed", "-deployed + killed <= 0")]
    [InlineData("3 * \"North Korea\" + 6 >= 1.5", "-\"North Korea\" - 1.5 <= 0")]
    [InlineData("a ~= b", "-a + 0.95 * b <= 0 and a - 1.05 * b <= 0")]
    [InlineData("b ~= 2 * a within 50 %", "-a + 0.333333333333333 * b <= 0 and a - b <= 0")]
    [InlineData("3 * a = 0.3 * b", "a - 0.1 * b = 0")]
    [InlineData("1e-250 * a = 5 * b", "1E-250 * a - 5 * b = 0")]
    [InlineData("a ~= b within 0 %", "a - b = 0")]
    [InlineData("killed = killed", "0 = 0")]
    [InlineData("killed = killed + 5", "-5 = 0")]
    [InlineData("a = 999999999999999", "a - 999999999999999 = 0")]
    public void Examples(string text, string canonical)
    {
        Assert.True(RelationParser.TryParseRelation(text, out var relation, out _));
        Assert.Equal(canonical, RelationText.Canonical(relation));
    }

    [Theory]
    [InlineData("killed", "killed")]
    [InlineData("été", "été")]
    [InlineData("zone_7", "zone_7")]
    [InlineData("a7", "a7")]
    [InlineData("7a", "\"7a\"")]
    [InlineData("_a", "\"_a\"")]
    [InlineData("troops-sent", "\"troops-sent\"")]
    [InlineData("North Korea", "\"North Korea\"")]
    [InlineData("", "\"\"")]
    public void Names_that_are_not_one_word_are_quoted(string name, string quoted) => Assert.Equal(quoted, RelationText.Quoted(name));

    [Fact]
    public void Different_facts_stay_apart()
    {
        string[] texts = ["a = b", "a <= b", "a >= b", "a ~= b", "b ~= a", "a ~= b within 6 %", "a = 2 * b", "a = b + 1", "a = c"];
        var canonical = texts.Select(text => RelationText.Canonical(RelationParser.TryParseRelation(text, out var relation, out _) ? relation : null!));

        Assert.Equal(texts.Length, canonical.Distinct().Count());
    }
}
