using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class ValidateCommandTests
{
    [Fact]
    public void A_valid_dossier_is_said_to_be_valid() =>
        Assert.Equal(new Invocation(0, "valid\n", ""), Invocation.On(Dossiers.Calm, "validate", "-"));

    [Fact]
    public void Every_error_has_its_line_and_a_count_follows()
    {
        var run = Invocation.On(Dossiers.Wrong, "validate", "-");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.StartsWith("standard input: line 4, claims[0].figure", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("standard input: line 5, claims[1].sorce", lines[1], StringComparison.Ordinal);
        Assert.Equal("2 errors", lines[2]);
    }

    [Fact]
    public void As_json_the_findings_are_the_result()
    {
        var run = Invocation.On(Dossiers.Wrong, "validate", "-", "--format", "json");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.False(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal([4, 5], json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Very_many_findings_are_counted_with_separators()
    {
        var claims = string.Join(",\n", Enumerable.Repeat("""{ "quantity": "killed", "figure": "umpteen", "source": "wire" }""", 1_200));
        Assert.EndsWith("\n1,200 errors\n", Invocation.On($$"""{ "reconcile": 1, "claims": [ {{claims}} ] }""", "validate", "-").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", "text", 1002)]
    [InlineData("report", "text", 1001)]
    [InlineData("report", "json", 1001)]
    public void Of_very_many_errors_the_first_thousand_are_printed_and_the_number_of_the_others(string command, string format, int lines)
    {
        var run = Invocation.On($$"""{ "reconcile": 1, "claims": [ {{string.Join(",\n", Enumerable.Repeat("{}", 2_000))}} ] }""", command, "-", "--format", format);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var printed = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(lines, printed.Length);
        Assert.StartsWith("standard input: line 1, claims[0].quantity (c1): error RC105", printed[0], StringComparison.Ordinal);
        Assert.Equal("standard input: error RC199: 5,000 more errors were found; only the first 1,000 are shown.", printed[1000]);
    }

    [Fact]
    public void As_json_too()
    {
        var run = Invocation.On($$"""{ "reconcile": 1, "claims": [ {{string.Join(",\n", Enumerable.Repeat("{}", 2_000))}} ] }""", "validate", "-", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1001, json.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void As_json_a_valid_dossier_has_no_findings()
    {
        var run = Invocation.On(Dossiers.Calm, "validate", "-", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal(0, json.RootElement.GetProperty("findings").GetArrayLength());
    }
}
