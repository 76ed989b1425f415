using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class ExplainCommandTests
{
    [Fact]
    public void Text_is_what_the_library_prints() => Assert.Equal(
        new Invocation(0, Dossiers.Reconciled(Dossiers.Calm).Explain("killed") + "\n", ""),
        Invocation.On(Dossiers.Calm, "explain", "-", "killed"));

    [Fact]
    public void Json_is_json()
    {
        var run = Invocation.On(Dossiers.Calm, "explain", "-", "killed", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public void An_unknown_quantity_is_a_wrong_command_line_and_names_the_nearest()
    {
        var run = Invocation.On(Dossiers.Calm, "explain", "-", "kiled");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("\"killed\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_dossier_comes_before_an_unknown_quantity() =>
        Assert.Equal(1, Invocation.On(Dossiers.Wrong, "explain", "-", "kiled").ExitCode);

    [Fact]
    public void Before_the_first_report_nothing_is_known_of_a_quantity_that_is_named_later()
    {
        const string Dossier = """{ "reconcile": 1, "claims": [ { "quantity": "k", "figure": "around 400", "source": "a", "reported": "2025-03-05" } ] }""";

        foreach (var command in new[] { new[] { "explain", "-", "k" }, ["report", "-"] })
        {
            var run = Invocation.On(Dossier, [.. command, "--as-of", "2024-01-01"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains("no estimate", run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(2, Invocation.On(Dossier, "explain", "-", "m", "--as-of", "2024-01-01").ExitCode);
    }
}
