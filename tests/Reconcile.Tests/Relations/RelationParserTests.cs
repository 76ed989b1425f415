using FsCheck.Xunit;
using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class RelationParserTests
{
    private const string Alphabet = "ab1.5e9 %+-*/()<>=~\"_,≤−é\ud83d\ude00within\t";

    [Property]
    public void Any_text_is_read_or_refused_with_a_column_inside_it(string? text)
    {
        var read = RelationParser.TryParseRelation(text, out var relation, out var error);

        Assert.Equal(read, relation is not null);
        AssertNamesAPlace(read, error, text?.Length ?? 0);
    }

    [Property(MaxTest = 2000)]
    public void Text_made_of_the_signs_of_the_language_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

        AssertNamesAPlace(RelationParser.TryParseRelation(text, out _, out var error), error, text.Length);
        AssertNamesAPlace(RelationParser.TryParseSubject(text, out _, out error), error, text.Length);
    }

    [Property(MaxTest = 500)]
    public void What_was_written_is_read_back(int seed)
    {
        var random = new RandomRelations(seed);
        var relation = random.Next();
        var text = random.Text(relation);

        Assert.True(RelationParser.TryParseRelation(text, out var read, out var error), $"{text}: {error}");
        Assert.Equal(relation.Left, read.Left);
        Assert.Equal(relation.Right, read.Right);
        Assert.Equal(relation.Operator, read.Operator);
        Assert.Equal(relation.Within, read.Within, 1e-12);
    }

    [Property(MaxTest = 500)]
    public void Every_form_has_each_name_once_and_no_zero(int seed)
    {
        var random = new RandomRelations(seed);
        var sum = string.Join(" - ", Enumerable.Range(0, 5).Select(_ => $"({Numbers(random.Form())})"));

        Assert.True(RelationParser.TryParseSubject(sum, out var subject, out var error), $"{sum}: {error}");
        var names = subject.Numerator.Terms.Select(term => term.Name).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain(subject.Numerator.Terms, term => term.Coefficient == 0);

        static string Numbers(LinearForm form) =>
            string.Join(" + ", form.Terms.Select(term => FormattableString.Invariant($"{Math.Abs(term.Coefficient)} * {RelationText.Quoted(term.Name)}")));
    }

    [Fact]
    public void Terms_are_collected_in_the_order_of_first_mention()
    {
        Assert.True(RelationParser.TryParseRelation("c - 2 * (a + b * 3 - 4) + a = 50% * c", out var relation, out _));

        Assert.Equal(new LinearForm([new("c", 1), new("a", -1), new("b", -6)], 8), relation.Left);
        Assert.Equal(new LinearForm([new("c", 0.5)], 0), relation.Right);
    }

    [Theory]
    [InlineData("a = b", RelationOperator.Equal, 0)]
    [InlineData("a <= b", RelationOperator.AtMost, 0)]
    [InlineData("a>=b", RelationOperator.AtLeast, 0)]
    [InlineData("a ~= b", RelationOperator.About, 0.05)]
    [InlineData("a ~= b within 12.5 %", RelationOperator.About, 0.125)]
    [InlineData("a ~= b + 5 within 12.5 %", RelationOperator.About, 0.125)]
    [InlineData("a ~= within within 0%", RelationOperator.About, 0)]
    public void Comparisons(string text, object comparison, double within)
    {
        Assert.True(RelationParser.TryParseRelation(text, out var relation, out _));
        Assert.Equal((comparison, within), (relation.Operator, relation.Within));
    }

    [Fact]
    public void What_rounding_leaves_of_a_sum_is_no_coefficient()
    {
        Assert.True(RelationParser.TryParseRelation("0.1*a + 0.2*a - 0.3*a + b = 0.1 + 0.2 - 0.3", out var relation, out _));
        Assert.Equal(new LinearForm([new("b", 1)], 0), relation.Left);
        Assert.Equal(0, relation.Right.Constant);
    }

    [Fact]
    public void A_quantity_minus_itself_leaves_nothing()
    {
        Assert.True(RelationParser.TryParseSubject("killed - killed", out var subject, out _));
        Assert.Empty(subject.Numerator.Terms);
    }

    [Theory]
    [InlineData("killed / casualties", "killed", "casualties")]
    [InlineData("(killed) / \"all dead\"", "killed", "all dead")]
    public void A_subject_with_a_slash_is_a_share(string text, string numerator, string denominator)
    {
        Assert.True(RelationParser.TryParseSubject(text, out var subject, out _));
        Assert.Equal(new LinearForm([new(numerator, 1)], 0), subject.Numerator);
        Assert.Equal(new LinearForm([new(denominator, 1)], 0), subject.Denominator);
    }

    [Theory]
    [InlineData("", "column 1: found the end, expected a number, a name or \"(\"")]
    [InlineData("a < b", "column 3: found \"<\", expected \"<=\"")]
    [InlineData("a > b", "column 3: found \">\", expected \">=\"")]
    [InlineData("a ≤ b", "column 3: found \"≤\", expected \"<=\"")]
    [InlineData("a ≥ b", "column 3: found \"≥\", expected \">=\"")]
    [InlineData("a == b", "column 3: found \"==\", expected \"=\"")]
    [InlineData("a ~ b", "column 3: found \"~\", expected \"~=\"")]
    [InlineData("a ≈ b", "column 3: found \"≈\", expected \"~=\"")]
    [InlineData("a != b", "column 3: found \"!=\", expected \"=\", \"<=\", \">=\" or \"~=\"")]
    [InlineData("a − b = c", "column 3: found \"−\", expected \"-\"")]
    [InlineData("a = 4,000", "column 6: found \",\", expected digits alone: thousands are written 4000, decimals 0.5")]
    [InlineData("a + b", "column 6: found the end, expected \"+\", \"-\", \"*\", or \"=\", \"<=\", \">=\" or \"~=\"")]
    [InlineData(
        "people killed = 5",
        "column 8: found \"killed\", expected \"+\", \"-\", \"*\", or \"=\", \"<=\", \">=\" or \"~=\" (a name of several words goes in double quotes)")]
    [InlineData("a = b = c", "column 7: found \"=\", expected the end: one comparison in a relation, others in relations of their own")]
    [InlineData("a = b within 5 %", "column 7: found \"within\", expected the end: \"within\" goes with \"~=\" only")]
    [InlineData("a ~= b within 5", "column 16: found the end, expected \"%\"")]
    [InlineData("a ~= b within x", "column 15: found \"x\", expected a percentage, such as 5 %")]
    [InlineData("a * (2 + b) = c", "column 5: found \"(\", expected a number: only one factor of a product may hold a quantity")]
    [InlineData("a * -2 = c", "column 5: found \"-\", expected a number, a name or \"(\"; a negative factor goes in brackets")]
    [InlineData("a = 1e400", "column 5: found \"1e400\", expected a number of at most 1e15")]
    [InlineData("a = 1e15 * 1e15", "column 12: found \"1e15\", expected numbers whose products and sums stay within 1e15")]
    [InlineData("a = ((b + 1e15) * 1e9) * 1e9", "column 6: found \"(\", expected numbers whose products and sums stay within 1e15")]
    [InlineData("1e9 * (1e9 * a + b) = c", "column 1: found \"1e9\", expected numbers whose products and sums stay within 1e15")]
    [InlineData("c + 1e9 * (1e9 * a + b) = d", "column 5: found \"1e9\", expected numbers whose products and sums stay within 1e15")]
    [InlineData("1e15 * a + 1e15 * a + b = c", "column 1: found \"1e15\", expected numbers whose products and sums stay within 1e15")]
    [InlineData("a =< b", "column 3: found \"=<\", expected \"<=\"")]
    [InlineData("a => b", "column 3: found \"=>\", expected \">=\"")]
    [InlineData("dead = 50% of wounded", "column 12: found \"of\", expected \"*\": 50% * wounded")]
    [InlineData("dead = 2 x wounded", "column 10: found \"x\", expected \"*\": 2 * wounded")]
    [InlineData("dead = 2 X (a + b)", "column 10: found \"X\", expected \"*\": 2 * (")]
    [InlineData("dead = 1.5 wounded", "column 12: found \"wounded\", expected \"*\": 1.5 * wounded")]
    [InlineData("dead = 3 x", "column 10: found \"x\", expected \"*\": 3 * x")]
    [InlineData("dead = 50 % \"badly hurt\"", "column 13: found \"badly hurt\", expected \"*\": 50% * \"badly hurt\"")]
    [InlineData("a = b within 5 % c", "column 7: found \"within\", expected the end: \"within\" goes with \"~=\" only")]
    [InlineData("a = 2 × b", "column 7: found \"×\", expected \"*\"")]
    [InlineData("a = 2 · b", "column 7: found \"·\", expected \"*\"")]
    [InlineData("a = 2 ∙ b", "column 7: found \"∙\", expected \"*\"")]
    [InlineData("a = 5.", "column 6: found \".\", expected digits on both sides of the decimal point: 0.5")]
    [InlineData("a = .5", "column 5: found \".\", expected digits on both sides of the decimal point: 0.5")]
    [InlineData("a = b c", "column 7: found \"c\", expected \"+\", \"-\", \"*\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a ~= b c 5 %", "column 8: found \"c\", expected \"+\", \"-\", \"*\", \"within\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a = b 5", "column 7: found \"5\", expected \"+\", \"-\", \"*\" or the end")]
    [InlineData("a = b \"c d\"", "column 7: found \"c d\", expected \"+\", \"-\", \"*\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a = b twenty_four_characters_", "column 7: found \"twenty_four_characters_\", expected \"+\", \"-\", \"*\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a = b more_than_twenty_four_characters", "column 7: found \"more_than_twenty_four_ch…\", expected \"+\", \"-\", \"*\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a = \"b", "column 5: found '\"b', expected a closing '\"'")]
    [InlineData("a = \"\"", "column 5: found '\"\"', expected a name between the quotes")]
    [InlineData("a = (b + c", "column 11: found the end, expected \"+\", \"-\", \"*\" or \")\"")]
    [InlineData("a / b = 0.5", "column 3: found \"/\", expected a comparison: there is no division, a / b = 0.5 is written a = 0.5 * b")]
    [InlineData("a = b / 2", "column 7: found \"/\", expected the end: there is no division, a / 2 is written 0.5 * a")]
    [InlineData("a = b # c", "column 7: found \"#\", expected a number, a name, or one of + - * ( ) = <= >= ~=")]
    public void Errors_say_where_what_and_what_instead(string text, string expected)
    {
        Assert.False(RelationParser.TryParseRelation(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Theory]
    [InlineData('“')]
    [InlineData('”')]
    [InlineData('„')]
    [InlineData('\'')]
    [InlineData('‘')]
    [InlineData('’')]
    public void Other_quotes_than_straight_double_ones_are_named(char quote)
    {
        Assert.False(RelationParser.TryParseRelation($"a = {quote}b c{quote}", out _, out var error));
        Assert.Equal($"column 5: found \"{quote}\", expected straight double quotes around a name", error.ToString());
    }

    [Theory]
    [InlineData("", "column 1: found the end, expected a number, a name or \"(\"")]
    [InlineData("a / ", "column 5: found the end, expected a number, a name or \"(\"")]
    [InlineData("killed or missing", "column 8: found \"or\", expected \"+\", \"-\", \"*\", \"/\" or the end (a name of several words goes in double quotes)")]
    [InlineData("a / b / c", "column 7: found \"/\", expected \"+\", \"-\", \"*\" or the end")]
    [InlineData("a = b", "column 3: found \"=\", expected \"+\", \"-\", \"*\", \"/\" or the end")]
    public void Errors_in_a_subject(string text, string expected)
    {
        Assert.False(RelationParser.TryParseSubject(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Fact]
    public void Thirty_two_parentheses_nest_and_one_more_does_not()
    {
        Assert.True(RelationParser.TryParseRelation(Nested(32), out _, out _));
        Assert.False(RelationParser.TryParseRelation(Nested(33), out _, out var error));
        Assert.Equal("column 33: found \"(\", expected at most 32 nested parentheses", error.ToString());

        static string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth) + " = b";
    }

    [Fact]
    public void Parentheses_side_by_side_do_not_nest()
    {
        Assert.True(RelationParser.TryParseSubject(string.Join(" + ", Enumerable.Repeat("(a)", 100)), out var subject, out _));
        Assert.Equal(new LinearForm([new("a", 100)], 0), subject.Numerator);
    }

    [Fact]
    public void A_number_in_parentheses_is_still_a_number()
    {
        Assert.True(RelationParser.TryParseRelation("(2 + 1) * a = a * (3)", out var relation, out _));
        Assert.Equal(relation.Left, relation.Right);
    }

    [Theory]
    [InlineData("a = 1e15")]
    [InlineData("1e15 * a = b")]
    [InlineData("1e15 * (a + b) = c")]
    [InlineData("a ~= b within 1e15 %")]
    public void The_largest_number_is_allowed(string text) => Assert.True(RelationParser.TryParseRelation(text, out _, out _));

    [Fact]
    public void More_than_a_few_names_stay_apart()
    {
        var names = Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"part{i}")).ToArray();

        Assert.True(RelationParser.TryParseSubject(string.Join(" + ", names.Concat(names)), out var subject, out _));
        Assert.Equal(new LinearForm([.. names.Select(name => new Term(name, 2))], 0), subject.Numerator);
    }

    [Theory]
    [InlineData("1000000.1 * a + 0.2 * a - 1000000.3 * a + b", 0)]
    [InlineData("1e-8 * a + b", 1e-8)]
    [InlineData("1e6 * a + 1e-6 * a - 1e6 * a + b", 1e-6)]
    public void What_is_small_beside_its_parts_is_rounding_and_what_is_small_alone_is_not(string text, double coefficient)
    {
        Assert.True(RelationParser.TryParseSubject(text, out var subject, out _));
        Assert.Equal(coefficient, subject.Numerator.Terms.FirstOrDefault(term => term.Name == "a").Coefficient, 1e-9);
    }

    [Fact]
    public void Texts_of_a_thousand_characters_are_read_and_longer_ones_are_not()
    {
        var longest = "a = b" + new string(' ', 995);
        Assert.True(RelationParser.TryParseRelation(longest, out _, out _));
        Assert.True(RelationParser.TryParseSubject(longest.AsSpan(4), out _, out _));

        Assert.False(RelationParser.TryParseRelation(longest + " ", out _, out var error));
        Assert.Equal("column 1001: found a text of 1,001 characters, expected at most 1,000", error.ToString());
        Assert.False(RelationParser.TryParseSubject("a" + new string(' ', 1000), out _, out error));
        Assert.Equal("column 1001: found a text of 1,001 characters, expected at most 1,000", error.ToString());
    }

    [Fact]
    public void Ten_thousand_parentheses_are_refused_at_once()
    {
        Assert.False(RelationParser.TryParseRelation(new string('(', 10_000), out _, out var error));
        Assert.Equal("column 1001: found a text of 10,000 characters, expected at most 1,000", error.ToString());
    }

    [Fact]
    public void The_public_door_gives_the_same_error()
    {
        Assert.False(Relation.TryParse("a < b", out var relation, out var error));
        Assert.Null(relation);
        Assert.Equal(error, Assert.Throws<FormatException>(() => Relation.Parse("a < b")).Message);
        Assert.False(Relation.TryParse(null, out _, out _));
        Assert.Equal("a = b", Relation.Parse("a = b").Rule);
    }

    private static void AssertNamesAPlace(bool read, SyntaxError error, int length)
    {
        if (read) return;

        Assert.InRange(error.Column, 1, length + 1);
        Assert.NotEmpty(error.Found);
        Assert.NotEmpty(error.Expected);
    }
}
