using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class SubjectReaderTests
{
    [Fact]
    public void A_declared_quantity_is_itself_whatever_signs_its_id_holds()
    {
        var names = new NameTable(4);
        var declared = names.NumberOf("troops - sent");
        var reader = new SubjectReader(names, declared: 1);

        Assert.Equal(declared, reader.Read("troops - sent").Name);
        Assert.Equal(new LinearForm([new("troops", 1), new("lost", -1)], 0), reader.Read("troops - lost").Composed!.Subject!.Numerator);
    }

    [Theory]
    [InlineData("killed +", "column 9: found the end, expected a number, a name or \"(\"")]
    [InlineData("a+", "column 3: found the end, expected a number, a name or \"(\"")]
    public void What_is_no_subject_has_the_error_instead(string text, string error)
    {
        var reading = new SubjectReader(new NameTable(4), 0).Read(text).Composed!;

        Assert.Null(reading.Subject);
        Assert.Equal(error, reading.Error.ToString());
    }

    [Fact]
    public void One_name_is_read_without_the_parser_and_means_the_same()
    {
        var names = new NameTable(4);
        var reader = new SubjectReader(names, 0);

        Assert.Equal(0, reader.Read("killed_2").Name);
        Assert.Equal(0, reader.Read("\"killed_2\"").Name);
        Assert.Equal(0, reader.Read(" killed_2").Name);
        Assert.Equal("killed_2", reader.SpellingOf(0));
        Assert.Equal("é", names[reader.Read("é").Name]);
        Assert.NotNull(reader.Read("2killed").Composed);
        Assert.NotEqual(default, reader.Read(new string('a', 1001)).Composed!.Error);
    }

    [Fact]
    public void A_name_that_needs_quotes_is_a_name_and_keeps_them()
    {
        var names = new NameTable(4);
        var reader = new SubjectReader(names, 0);
        var name = reader.Read("\"troops - sent\"");

        Assert.Equal("troops - sent", names[name.Name]);
        Assert.Equal(name, reader.Read("(\"troops - sent\")"));
        Assert.Equal("\"troops - sent\"", reader.SpellingOf(name.Text));
        Assert.Equal(name, reader.Read(reader.SpellingOf(name.Text)!));
    }

    [Theory]
    [InlineData("\"troops - sent\"", "troops - sent")]
    [InlineData("troops - sent", "\"troops - sent\"")]
    public void A_subtraction_is_not_the_name_that_looks_like_it(string one, string other)
    {
        var reader = new SubjectReader(new NameTable(4), 0);

        Assert.NotEqual(reader.Read(one).Text, reader.Read(other).Text);
        Assert.Equal(-1, reader.Read("troops - sent").Name);
        Assert.NotEqual("\"troops - sent\"", reader.SpellingOf(reader.Read("troops - sent").Text));
    }

    [Fact]
    public void Texts_that_say_the_same_have_one_number_and_one_spelling()
    {
        var reader = new SubjectReader(new NameTable(4), 0);
        var first = reader.Read("b+a").Text;

        Assert.Null(reader.SpellingOf(first));
        Assert.Equal(first, reader.Read("a + b").Text);
        Assert.Equal(first, reader.Read("(a)+b").Text);
        Assert.NotEqual(first, reader.Read("a - b").Text);
        Assert.NotEqual(first, reader.Read("(a + b) / c").Text);
        Assert.Equal("a + b", reader.SpellingOf(first));
    }

    [Theory]
    [InlineData("b+a", "a + b", "a + b")]
    [InlineData("b - a", "(b)-a", "-a + b")]
    [InlineData(" 1*(b)+0 + a*1", "b + a", "a + b")]
    [InlineData("\"dead people\"+b", "b + \"dead people\"", "b + \"dead people\"")]
    [InlineData("a/b", "(a) / b", "a / b")]
    [InlineData("a/(c+b)", "a/(b+c)", "a / (b + c)")]
    [InlineData("\"tués\"", "tués", "tués")]
    [InlineData("a + b + 3", "3 + b + a", "a + b + 3")]
    [InlineData("0.5*b+a", "a + b*0.5", "a + 0.5 * b")]
    public void One_spelling_of_several_reads_back_as_the_same(string one, string other, string spelling)
    {
        var reader = new SubjectReader(new NameTable(4), 0);
        var number = reader.Read(one).Text;

        Assert.Equal(number, reader.Read(other).Text);
        Assert.Equal(spelling, reader.SpellingOf(number));
        Assert.Equal(number, reader.Read(spelling).Text);
    }

    [Fact]
    public void Shares_of_different_wholes_are_different_subjects()
    {
        var reader = new SubjectReader(new NameTable(4), 0);

        Assert.NotEqual(reader.Read("a / b").Text, reader.Read("a / c").Text);
    }

    [Fact]
    public void Each_subject_keeps_its_own_spelling()
    {
        var names = new NameTable(8);
        names.NumberOf("troops sent");
        var reader = new SubjectReader(names, declared: 1);
        int[] numbers = [reader.Read("\"troops sent\"").Text, .. ((string[])["b+a", "c+a"]).Select(text => reader.Read(text).Text), reader.Read("(d)").Text];
        foreach (var other in (string[])["a + b", "a + c"]) reader.Read(other);

        Assert.Equal(["troops sent", "a + b", "a + c", "d"], numbers.Select(reader.SpellingOf));
    }

    [Fact]
    public void The_first_name_that_is_not_declared_keeps_its_quotes()
    {
        var names = new NameTable(4);
        names.NumberOf("troops sent");
        var reader = new SubjectReader(names, declared: 0);

        Assert.Equal("\"troops sent\"", reader.SpellingOf(reader.Read("\"troops sent\"").Text));
    }

    [Fact]
    public void A_text_is_read_once_and_is_no_other_spelling_of_itself()
    {
        var reader = new SubjectReader(new NameTable(4), 0);
        var first = reader.Read("b+a");
        reader.Read("a - b");

        Assert.Same(first.Composed, reader.Read("b+a").Composed);
        Assert.Null(reader.SpellingOf(first.Text));
    }
}
