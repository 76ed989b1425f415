using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class AppTests
{
    [Fact]
    public void A_pipe_that_nobody_reads_ends_quietly() => Assert.Equal((0, ""), RunWith(new IOException("Broken pipe", 32)));

    [Fact]
    public void A_full_disk_is_reported() =>
        Assert.Equal((1, "error: The result could not be written: No space left on device\n"), RunWith(new IOException("No space left on device", 28)));

    [Fact]
    public void A_fault_of_the_program_is_one_plain_message()
    {
        var (exitCode, error) = RunWith(new InvalidOperationException("a\n   at b"));
        Assert.Equal(1, exitCode);
        Assert.StartsWith("internal error: InvalidOperationException: a    at b\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n   at", error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Error) RunWith(Exception failure)
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new FailingWriter(failure);
        var exitCode = App.Run(["--version"], new Streams(Stream.Null, output, error), CancellationToken.None);
        return (exitCode, error.ToString());
    }

    private sealed class FailingWriter(Exception failure) : StringWriter
    {
        public override void WriteLine(string? value) => throw failure;
    }
}
