using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class RuleOptionTests
{
    private static readonly Reconciliation Conflicting = Dossiers.Reconciled(Dossiers.Conflicting);

    [Fact]
    public void Text_has_no_rules_unless_asked() =>
        Assert.Equal(Conflicting.CompareReadings().ToString() + "\n", Invocation.On(Dossiers.Conflicting, "report", "-").Output);

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Every_format_has_those_that_are_asked_for(string format)
    {
        var result = (format == "csv" ? Conflicting : Conflicting.CompareReadings()).CompareRules([RuleBook.Acled, RuleBook.Median]);
        var expected = format switch { "text" => result.ToString() + "\n", "markdown" => result.ToMarkdown() + "\n", "json" => result.ToJson() + "\n", _ => result.ToCsv() };

        Assert.Equal(new Invocation(0, expected, ""), Invocation.On(Dossiers.Conflicting, "report", "-", "--format", format, "--rule", "median", "--rule", "acled", "--rule", "median"));
    }

    [Fact]
    public void All_asks_for_all()
    {
        using var json = JsonDocument.Parse(Invocation.On(Dossiers.Conflicting, "report", "-", "--format", "json", "--rule", "all").Output);

        Assert.Equal(RuleBook.All.Select(rule => rule.Name), json.RootElement.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("rule").GetString()));
    }

    [Fact]
    public void Markdown_has_all_of_them_where_they_have_something_to_decide()
    {
        Assert.Equal(Conflicting.CompareReadings().CompareRules().ToMarkdown() + "\n", Invocation.On(Dossiers.Conflicting, "report", "-", "--format", "markdown").Output);
        Assert.Equal(Conflicting.CompareReadings().ToMarkdown() + "\n", Invocation.On(Dossiers.Conflicting, "report", "-", "--format", "markdown", "--rule", "none").Output);
    }

    [Theory]
    [InlineData("--rule acledd", "did you mean \"acled\"?")]
    [InlineData("--rule none --rule mean", "--rule none stands alone.")]
    [InlineData("--rule", "--rule")]
    public void A_wrong_rule_is_a_wrong_command_line(string options, string message)
    {
        var run = Invocation.On(Dossiers.Calm, ["report", "-", .. options.Split(' ')]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
