using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class ParseCommandTests
{
    [Fact]
    public void Json_is_one_object_a_line() => Assert.Equal(
        new Invocation(
            0,
            "{\"phrase\":\"around 400\",\"kind\":\"point\",\"share\":false,\"best\":400,\"low\":340,\"high\":460,\"reading\":\"significant-digit\"}\n"
            + "{\"phrase\":\"at least 5,000\",\"kind\":\"floor\",\"share\":false,\"best\":null,\"low\":5000,\"high\":null,\"reading\":\"significant-digit\"}\n"
            + "{\"phrase\":\"300–600\",\"kind\":\"range\",\"share\":false,\"best\":null,\"low\":300,\"high\":600,\"reading\":\"significant-digit\"}\n",
            ""),
        Invocation.Of("parse", "around 400", "at least 5,000", "300–600", "--format", "json"));

    [Fact]
    public void Text_reads_as_a_sentence() => Assert.Equal(
        new Invocation(0, "around 400: 400, between 340 and 460 (point)\nup to 300: between 0 and 300 (ceiling)\nat least 5,000: at least 5,000 (floor)\n", ""),
        Invocation.Of("parse", "around 400", "up to 300", "at least 5,000"));

    [Fact]
    public void A_share_reads_in_per_cent()
    {
        var run = Invocation.Of("parse", "25 %");
        Assert.StartsWith("25 %: 25 %, between ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" (point, a share)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_likelihood_are_shown_where_they_were_said()
    {
        Assert.Equal(
            new Invocation(0, "highly likely over 5,000: at least 5,000 (floor, likelihood \"highly likely\")\n", ""), Invocation.Of("parse", "highly likely over 5,000"));
        var line = Invocation.Of("parse", "--format", "json", "Almost certainly 12").Output;
        using var read = JsonDocument.Parse(line);
        Assert.Equal(["phrase", "kind", "share", "best", "low", "high", "reading", "likelihood"], read.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("almost certainly", read.RootElement.GetProperty("likelihood").GetString());
    }

    [Fact]
    public void What_is_not_understood_is_an_error_beside_what_is()
    {
        var run = Invocation.Of("parse", "471", "a great many");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("471: 471, ", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("a great many: error: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "about", "400")]
    [InlineData(true, "more", "than", "400")]
    [InlineData(true, "5", "dozen")]
    [InlineData(false, "dozens", "hundreds")]
    [InlineData(false, "400", "500")]
    [InlineData(false, "471", "a great many")]
    [InlineData(false, "about")]
    [InlineData(false, "about", "400", "--format", "json")]
    public void Words_that_may_be_one_phrase_are_asked_to_stand_in_quotes(bool isAsked, params string[] phrases) => Assert.Equal(
        isAsked,
        Invocation.Of(["parse", .. phrases]).Error.EndsWith("Each argument is one phrase; a phrase of several words stands in quotes, such as \"about 400\".\n", StringComparison.Ordinal));

    [Fact]
    public void As_json_an_error_is_a_line_too()
    {
        var run = Invocation.Of("parse", "--format", "json", "a great many", "471");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        using var error = JsonDocument.Parse(lines[0]);
        Assert.Equal(["phrase", "error"], error.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, lines.Length);
    }
}
