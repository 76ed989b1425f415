using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class DossierInputTests
{
    [Theory]
    [InlineData("report")]
    [InlineData("validate")]
    public void A_missing_file_is_named(string command)
    {
        var run = Invocation.Of(command, "no-such-file.json");
        Assert.Equal(new Invocation(1, "", "error: There is no file no-such-file.json.\n"), run);
    }

    [Fact]
    public void A_folder_is_no_dossier()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Invocation(1, "", $"error: {folder.Path} is a folder; a dossier is a file.\n"), Invocation.Of("report", folder.Path));
    }

    [Fact]
    public void A_huge_file_is_refused_by_its_length()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["huge.json"]))
        {
            file.SetLength(1L << 30);
        }

        var run = Invocation.Of("report", folder["huge.json"]);
        Assert.Equal(new Invocation(1, "", $"error: {folder["huge.json"]} is larger than 256 MiB, the most that a dossier may have.\n"), run);
    }

    [Fact]
    public void Binary_is_no_dossier()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["picture.json"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]);
        var run = Invocation.Of("report", folder["picture.json"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith(folder["picture.json"] + ": ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a user who can be refused");
        using var folder = new TemporaryFolder();
        var file = folder.Write("secret.json", Dossiers.Calm);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.None);
        Assert.Equal(new Invocation(1, "", $"error: {file} may not be read: permission denied.\n"), Invocation.Of("report", file));
    }

    [Fact]
    public void Cancelled_before_it_begins_it_exits_with_130()
    {
        var run = Invocation.Run(Stream.Null, false, ["report", "-"], new CancellationToken(canceled: true));
        Assert.Equal(new Invocation(130, "", "cancelled\n"), run);
    }

    [Fact]
    public async Task Cancelled_while_it_waits_for_input_it_exits_with_130()
    {
        using var cancellation = new CancellationTokenSource();
        using var endless = new EndlessStream();
        var run = Task.Run(() => Invocation.Run(endless, false, ["validate", "-"], cancellation.Token), TestContext.Current.CancellationToken);
        await Task.WhenAny(run, endless.Reading);
        await cancellation.CancelAsync();
        Assert.Equal(new Invocation(130, "", "cancelled\n"), await run);
    }
}
