using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Reconcile.Cli.Tests;

/// <summary>The program as a shell starts it, with standard streams closed.</summary>
public sealed class ClosedStreamsTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Reconcile.Cli");

    [Theory]
    [InlineData("parse 400 >&-", 1, "", "error: The result could not be written: standard output is closed.\n")]
    [InlineData("parse 400 <&- >&-", 1, "", "error: The result could not be written: standard output is closed.\n")]
    [InlineData("parse 400 1</dev/null", 1, "", "error: The result could not be written: standard output is closed or cannot be written to.\n")]
    [InlineData("validate - <&-", 1, "", "standard input: line 1: error RC101: There is nothing here")]
    [InlineData("parse 400 <&-", 0, "400: 400, between 350 and 450 (point)\n", "")]
    [InlineData("parse nonsense 2>&-", 1, "", "")]
    [InlineData("parse nonsense 2</dev/null", 1, "", "")]
    [InlineData("parse 400 2>&-", 0, "400: 400, between 350 and 450 (point)\n", "")]
    public async Task Closed_streams_end_with_a_plain_message(string command, int exitCode, string output, string error)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell that closes streams");
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$0\" {command}", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        using var run = Process.Start(start)!;
        var token = TestContext.Current.CancellationToken;
        var written = run.StandardOutput.ReadToEndAsync(token);
        var said = await run.StandardError.ReadToEndAsync(token);
        await run.WaitForExitAsync(token);

        Assert.Equal((exitCode, output), (run.ExitCode, await written));
        Assert.StartsWith(error, said, StringComparison.Ordinal);
        Assert.Equal(error.Length == 0, said.Length == 0);
    }
}
