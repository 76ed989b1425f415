using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class CommandLineTests
{
    [Property(MaxTest = 200)]
    public bool No_command_line_shows_a_stack_trace(string?[] args)
    {
        var run = Invocation.Of([.. args.Select(arg => arg ?? "")]);
        return run.ExitCode is 0 or 1 or 2 && !run.Error.Contains("   at ", StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_help_goes_to_standard_error()
    {
        var run = Invocation.Of();
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Usage:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("report", "--help")]
    public void Help_is_a_result(params string[] args)
    {
        var run = Invocation.Of(args);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:\n  reconcile", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Help_names_every_command_and_the_exit_codes()
    {
        var help = Invocation.Of("--help").Output;
        Assert.All(["report", "validate", "explain", "parse", "schema", "Exit codes: 0 done", "130 cancelled"], word => Assert.Contains(word, help, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_that_of_the_tool()
    {
        var run = Invocation.Of("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^reconcile \d+\.\d+\.\d+\n$", run.Output);
    }

    [Theory]
    [InlineData("There is no command 'reprot'", "reprot", "x")]
    [InlineData("There is no option '--colour'", "--colour")]
    [InlineData("There is no option '--jsn'", "validate", "--jsn")]
    [InlineData("There is no command '@x'", "@x")]
    [InlineData("Required argument 'FILE' missing", "report")]
    [InlineData("Required argument 'QUANTITY' missing", "explain", "x")]
    [InlineData("Required argument 'PHRASE' missing", "parse")]
    [InlineData("Unrecognized command or argument 'y'", "report", "x", "y")]
    [InlineData("--format must be one of text, markdown, html, json, csv; found 'pdf'", "report", "x", "--format", "pdf")]
    [InlineData("--format must be one of text, json; found 'csv'", "validate", "x", "--format", "csv")]
    [InlineData("--level must be a number above 0 and below 1, such as 0.9; found '1'", "report", "x", "--level", "1")]
    [InlineData("found '0,9'", "report", "x", "--level", "0,9")]
    [InlineData("found 'NaN'", "report", "x", "--level", "NaN")]
    [InlineData("found '-1'", "report", "x", "--level", "-1")]
    [InlineData("--as-of: \"5.3.2025\" is no date; a date is written 2025-03-05, 2025-03 or 2025.", "report", "x", "--as-of", "5.3.2025")]
    [InlineData("--as-of: \"2025-02-30\" is no date; February 2025 has 28 days.", "explain", "x", "killed", "--as-of", "2025-02-30")]
    [InlineData("--out needs the name of a file", "report", "x", "--out", "")]
    public void A_wrong_command_line_says_what_would_be_right(string message, params string[] args)
    {
        var run = Invocation.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_is_printed_harmlessly() =>
        Assert.DoesNotContain('\u001b', Invocation.Of("\u001b[31mreport").Error);
}
