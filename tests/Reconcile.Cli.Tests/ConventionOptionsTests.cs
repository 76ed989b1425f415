using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class ConventionOptionsTests
{
    [Fact]
    public void A_phrase_reads_by_the_reading_that_was_asked_for() => Assert.Equal(
        new Invocation(0, "dozens: 12, between 11.5 and 12.5 (range; ferson-2015+acled)\n", ""),
        Invocation.Of("parse", "dozens", "--reading", "ferson-2015", "--words", "acled"));

    [Fact]
    public void Json_has_the_name_of_the_reading()
    {
        var run = Invocation.Of("parse", "about 4,000", "--reading", "ferson-2015-wide", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("ferson-2015-wide", json.RootElement.GetProperty("reading").GetString());
        Assert.True(json.RootElement.GetProperty("low").GetDouble() < 3_500);
    }

    [Theory]
    [InlineData("report", "--reading", "ferson-2051", "ferson-2015")]
    [InlineData("explain", "--reading", "significant", "significant-digit")]
    [InlineData("parse", "--words", "ucdp", "ucdp-inferred")]
    public void An_unknown_name_is_a_wrong_command_line_and_names_the_nearest(string command, string option, string name, string nearest)
    {
        string[] arguments = command switch { "report" => ["-"], "explain" => ["-", "killed"], _ => ["400"] };
        var run = Invocation.On(Dossiers.Calm, [command, .. arguments, option, name]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{option}: Unknown ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"did you mean \"{nearest}\"?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_says_which_reading_was_used_and_what_others_change()
    {
        var run = Invocation.On(Dossiers.Calm, "report", "-", "--reading", "ferson-2015-wide");
        Assert.Contains("Hedges were read by ferson-2015-wide.", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Invocation.On(Dossiers.Calm, "report", "-", "--format", "json").Output);
        Assert.Equal("significant-digit", json.RootElement.GetProperty("reading").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("otherReadings").GetArrayLength());
    }

    [Theory]
    [InlineData("report", "-")]
    [InlineData("explain", "-", "killed")]
    public void Grades_come_from_a_file(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var grades = folder.Write("grades.json", """{ "grades": 1, "reliability": { "C": { "relativeError": 0.5 } } }""");

        var usual = Invocation.On(Dossiers.Calm, command);
        var graded = Invocation.On(Dossiers.Calm, [.. command, "--grades", grades]);

        Assert.Equal((0, 0), (usual.ExitCode, graded.ExitCode));
        Assert.NotEqual(usual.Output, graded.Output);
    }

    [Fact]
    public void A_wrong_file_of_grades_shows_every_error_with_its_own_name()
    {
        using var folder = new TemporaryFolder();
        var grades = folder.Write("grades.json", "{ \"grades\": 1,\n\"reliability\": { \"A\": { \"accuracy\": 2 } },\n\"x\": 1 }");

        var run = Invocation.On(Dossiers.Calm, "report", "-", "--grades", grades);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{grades}: line 2, reliability.A.accuracy: error RC117", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{grades}: line 3, x: error RC103", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-grades.json", "There is no file no-such-grades.json.")]
    [InlineData("", "--grades is not the name of a file.")]
    [InlineData("/", "/ is a folder; a table of grades is a file.")]
    public void A_file_of_grades_that_cannot_be_read_is_invalid_input(string file, string message)
    {
        var run = Invocation.On(Dossiers.Calm, "report", "-", "--grades", file);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
