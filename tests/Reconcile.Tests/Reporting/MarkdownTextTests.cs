using FsCheck.Xunit;
using Reconcile.Reporting;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class MarkdownTextTests
{
    private const string Marks = "`*_[]<>|~&#";

    [Property]
    public bool Every_mark_is_escaped(string? text)
    {
        var escaped = MarkdownText.Of(text ?? "");
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\') i++;
            else if (Marks.Contains(escaped[i], StringComparison.Ordinal) || escaped[i] == '\n') return false;
        }

        return true;
    }

    [Theory]
    [InlineData("plain, with 400 (340–460) and 3.5.", "plain, with 400 (340–460) and 3.5.")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<script>", "\\<script\\>")]
    [InlineData("[x](http://y)", "\\[x\\](http\\://y)")]
    [InlineData("see www.example.org", "see www\\.example.org")]
    [InlineData("a@b.org", "a\\@b.org")]
    [InlineData("one\n# two", "one \\# two")]
    [InlineData("killed: 400", "killed: 400")]
    public void Text_shows_as_it_was_written(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));
}
