using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class ReportCommandTests
{
    private static readonly Reconciliation Calm = Dossiers.Reconciled(Dossiers.Calm).CompareReadings();

    [Fact]
    public void Text_is_what_the_library_prints() =>
        Assert.Equal(new Invocation(0, Calm.ToString() + "\n", ""), Invocation.On(Dossiers.Calm, "report", "-"));

    [Fact]
    public void Markdown_is_what_the_library_prints() =>
        Assert.Equal(new Invocation(0, Calm.ToMarkdown() + "\n", ""), Invocation.On(Dossiers.Calm, "report", "-", "--format", "markdown"));

    [Fact]
    public void Csv_is_what_the_library_prints() =>
        Assert.Equal(new Invocation(0, Calm.ToCsv(), ""), Invocation.On(Dossiers.Calm, "report", "-", "--format", "csv"));

    [Fact]
    public void Json_is_a_result()
    {
        var run = Invocation.On(Dossiers.Calm, "report", "-", "--format", "json", "--level", "0.5");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("reconciliation").GetInt32());
        Assert.Equal(0.5, json.RootElement.GetProperty("level").GetDouble());
    }

    [Fact]
    public void A_terminal_gets_the_same_words_in_colour()
    {
        var run = Invocation.On(Dossiers.Conflicting, terminal: true, "report", "-");
        Assert.Contains("\u001b[", run.Output, StringComparison.Ordinal);
        var plain = System.Text.RegularExpressions.Regex.Replace(run.Output, "\u001b\\[[0-9;]*m", "");
        Assert.Equal(Dossiers.Reconciled(Dossiers.Conflicting).CompareReadings().ToString() + "\n", plain);
    }

    [Fact]
    public void Another_day_can_be_asked_for()
    {
        var run = Invocation.On(Dossiers.Calm, "report", "-", "--as-of", "2025-03-05");
        Assert.Contains("As of 5 March 2025", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-03", "400", "As of 31 March 2025")]
    [InlineData("2025-04-09", "400", "As of 9 April 2025")]
    [InlineData("2025", "700", "As of 31 December 2025")]
    public void An_earlier_day_is_told_with_what_was_reported_by_then(string day, string figure, string heading)
    {
        const string Dossier = """
            {
              "reconcile": 1,
              "claims": [
                { "id": "early", "quantity": "killed", "figure": "around 400", "source": "ministry", "reported": "2025-03-05" },
                { "id": "late", "quantity": "killed", "figure": "around 700", "source": "ministry", "reported": "2025-04-10" }
              ]
            }
            """;

        foreach (var command in new[] { new[] { "report", "-" }, ["explain", "-", "killed"] })
        {
            var run = Invocation.On(Dossier, [.. command, "--as-of", day]);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains(figure, run.Output, StringComparison.Ordinal);
            Assert.Equal(figure == "700", run.Output.Contains("700", StringComparison.Ordinal));
        }

        var report = Invocation.On(Dossier, "report", "-", "--as-of", day).Output;
        Assert.Contains(heading, report, StringComparison.Ordinal);
        Assert.Equal(figure == "400", report.Contains("1 claim that was reported later is left out: late.", StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_in_claims_of_later_days_are_errors_all_the_same()
    {
        var run = Invocation.On("""{ "reconcile": 1, "claims": [ { "quantity": "", "figure": "3", "source": "a", "reported": "2025-03-05" } ] }""", "report", "-", "--as-of", "2024");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Conflicts_fail_only_when_asked_to()
    {
        Assert.Equal(0, Invocation.On(Dossiers.Conflicting, "report", "-").ExitCode);
        var failed = Invocation.On(Dossiers.Conflicting, "report", "-", "--fail-on-conflict");
        Assert.Equal(3, failed.ExitCode);
        Assert.Contains("k1", failed.Output, StringComparison.Ordinal);
        Assert.Equal(0, Invocation.On(Dossiers.Calm, "report", "-", "--fail-on-conflict").ExitCode);
    }

    [Fact]
    public void An_invalid_dossier_shows_every_error_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.dossier.json", Dossiers.Wrong);
        var run = Invocation.Of("report", file);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{file}: line 4, claims[0].figure", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file}: line 5, claims[1].sorce", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_replaced_only_by_a_complete_report()
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("report.txt", "old");
        Assert.Equal(1, Invocation.On(Dossiers.Wrong, "report", "-", "--out", report).ExitCode);
        Assert.Equal("old", File.ReadAllText(report));
        Assert.Equal(new Invocation(0, "", ""), Invocation.On(Dossiers.Calm, "report", "-", "--out", report));
        Assert.Equal(Calm.ToString() + "\n", File.ReadAllText(report));
        Assert.Equal(["report.txt"], folder.Names);
    }

    [Fact]
    public void A_dossier_is_not_overwritten_by_its_report()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.dossier.json", Dossiers.Calm);
        var run = Invocation.Of("report", file, "--out", folder["./a.dossier.json"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(Dossiers.Calm, File.ReadAllText(file));
    }

    [Fact]
    public void No_input_is_overwritten_by_its_report_by_whatever_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["real"]);
        Directory.CreateSymbolicLink(folder["folder"], "real");
        var file = folder.Write("real/a.dossier.json", Dossiers.Calm);
        var grades = folder.Write("real/g.json", """{ "grades": 1 }""");
        File.CreateSymbolicLink(folder["link.json"], folder["folder/a.dossier.json"]);

        AssertRefused("the dossier itself", file, folder["link.json"]);
        AssertRefused("the dossier itself", folder["link.json"], file);
        AssertRefused("the dossier itself", file, folder["folder/a.dossier.json"]);
        AssertRefused("the table of grades", file, folder["folder/g.json"]);

        void AssertRefused(string what, string input, string output)
        {
            Assert.Equal(new Invocation(2, "", $"error: --out {output} would overwrite {what}; choose another file.\n"), Invocation.Of("report", input, "--grades", grades, "--out", output));
            Assert.Equal((Dossiers.Calm, """{ "grades": 1 }"""), (File.ReadAllText(file), File.ReadAllText(grades)));
        }
    }
}
