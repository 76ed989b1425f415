using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>The grammar of relations in docs/format.md is the one that is read.</summary>
public class GrammarTests
{
    private const int Sentences = 2000;

    private static readonly MarkdownPage Page = MarkdownPage.Load("docs", "format.md");
    private static readonly string Block = Page.Section("The language of relations").Block("");

    [Fact]
    public void The_grammar_has_the_rules_of_the_language() =>
        Assert.Equal(["relation", "op", "sum", "product", "factor", "name", "subject"], new Grammar(Block, new Random(0)).Rules);

    [Fact]
    public void What_the_grammar_allows_is_read_as_a_relation_but_for_the_two_remarks_beside_it()
    {
        var refused = Refused("relation", text => RelationParser.TryParseRelation(text, out _, out var error) ? null : error.Expected);

        Assert.All(refused, message => Assert.True(
            message is "the end: \"within\" goes with \"~=\" only" or "a number: only one factor of a product may hold a quantity", message));
        Assert.InRange(refused.Count, 1, 3 * Sentences / 4);
    }

    [Fact]
    public void What_the_grammar_allows_is_read_as_the_subject_of_a_claim_but_for_products_of_quantities()
    {
        var refused = Refused("subject", text => RelationParser.TryParseSubject(text, out _, out var error) ? null : error.Expected);

        Assert.All(refused, message => Assert.Equal("a number: only one factor of a product may hold a quantity", message));
        Assert.InRange(refused.Count, 1, 3 * Sentences / 4);
    }

    [Theory]
    [InlineData("a >= 2 b")]
    [InlineData("a = b + - c")]
    [InlineData("a = (b")]
    [InlineData("a = b = c")]
    [InlineData("a < b")]
    [InlineData("a / b = 0.5")]
    [InlineData("a = 4,000")]
    [InlineData("a = b %")]
    [InlineData("a = _b")]
    [InlineData("a = \"\"")]
    [InlineData("a ~= b within 5")]
    [InlineData("a - b")]
    public void What_the_grammar_does_not_allow_is_refused(string text) => Assert.False(RelationParser.TryParseRelation(text, out _, out _));

    [Fact]
    public void About_is_within_the_five_per_cent_of_the_page()
    {
        Assert.Contains("default 5 %", Block, StringComparison.Ordinal);
        Assert.True(RelationParser.TryParseRelation("a ~= b", out var relation, out _));
        Assert.Equal(0.05, relation.Within);
    }

    private static List<string> Refused(string rule, Func<string, string?> refusal)
    {
        var grammar = new Grammar(Block, new Random(20250305));
        var sentences = Enumerable.Range(0, Sentences).Select(_ => grammar.Sentence(rule)).Where(text => text.Length <= RelationParser.LongestText).ToArray();
        Assert.True(sentences.Distinct(StringComparer.Ordinal).Count() > Sentences / 2);
        return [.. sentences.Select(text => refusal(text)).OfType<string>()];
    }
}
