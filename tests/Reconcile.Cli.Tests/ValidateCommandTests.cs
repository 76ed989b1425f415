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

    [Fact]
    public void As_json_a_valid_dossier_has_no_findings()
    {
        var run = Invocation.On(Dossiers.Calm, "validate", "-", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal(0, json.RootElement.GetProperty("findings").GetArrayLength());
    }
}
