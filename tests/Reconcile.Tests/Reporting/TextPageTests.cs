using FsCheck;
using FsCheck.Xunit;
using Reconcile.Reporting;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class TextPageTests
{
    [Property]
    public bool No_line_is_wider_than_the_page(string?[] paragraphs)
    {
        var page = new TextPage();
        foreach (var paragraph in paragraphs)
        {
            page.Paragraph(string.Concat(Enumerable.Repeat(paragraph ?? "", 9)), 2, 6);
        }

        return page.ToString().Split('\n').All(line => PrintableText.Columns(line) <= TextPage.Width);
    }

    [Property]
    public bool Wrapping_loses_no_word(NonEmptyString text, PositiveInt width)
    {
        var printable = PrintableText.Of(text.Get);
        var lines = TextPage.Wrapped(printable, width.Get + 2, width.Get + 2);
        return string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == printable.Replace(" ", "", StringComparison.Ordinal);
    }

    [Property]
    public bool What_is_printable_is_harmless_and_stays_as_it_is(string? text)
    {
        var once = PrintableText.Of(text ?? "");
        return !once.Any(char.IsControl) && PrintableText.Of(once) == once;
    }

    [Theory]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("\u001b[31mred", "�[31mred")]
    [InlineData("a\u202Eb", "a�b")]
    [InlineData("a\u0007\u009bb", "a��b")]
    [InlineData("\u2067a\u2069\uFEFF", "�a��")]
    [InlineData("\u200Fעזה\u200E \u061Cغزة", "\u200Fעזה\u200E \u061Cغزة")]
    [InlineData("Zürich – 東京 🙂", "Zürich – 東京 🙂")]
    public void Control_characters_lose_their_power(string text, string printed) => Assert.Equal(printed, PrintableText.Of(text));

    [Fact]
    public void A_lone_half_of_a_letter_is_replaced() => Assert.Equal("a�b", PrintableText.Of("a" + '\ud83d' + "b"));

    [Fact]
    public void A_per_cent_sign_stays_with_its_number() =>
        Assert.Equal(["the weight", "is 24 %"], TextPage.Wrapped("the weight is 24 %", 11, 11));

    [Fact]
    public void A_long_word_is_broken() => Assert.Equal(["abcd", "efgh", "ij"], TextPage.Wrapped("abcdefghij", 4, 4));

    [Fact]
    public void Wide_letters_take_two_columns() => Assert.Equal(4, PrintableText.Columns("東京"));

    [Fact]
    public void Following_lines_hang_under_the_first()
    {
        var page = new TextPage();
        page.Labelled("k1", string.Join(' ', Enumerable.Repeat("word", 30)), 2, 3);
        var lines = page.ToString().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("  k1   word word", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("       word", lines[1], StringComparison.Ordinal);
    }
}
