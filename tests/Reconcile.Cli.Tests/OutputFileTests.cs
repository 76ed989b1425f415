using System.Diagnostics;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class OutputFileTests
{
    [Fact]
    public void A_new_file_is_written_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        Write(folder["new.txt"], "347–453");
        Assert.Equal("347–453"u8.ToArray(), File.ReadAllBytes(folder["new.txt"]));
        Assert.Equal(["new.txt"], folder.Names);
    }

    [Fact]
    public void A_missing_folder_is_the_fault_of_the_command_line()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder["none"], "new.txt");
        var failure = Assert.Throws<CommandFailedException>(() => Write(path, "x"));
        Assert.Equal((2, $"--out {path} cannot be written: there is no such folder."), (failure.ExitCode, failure.Message));
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<CommandFailedException>(() => Write(folder.Path, "x"));
        Assert.Equal(2, failure.ExitCode);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        folder.Write("target.txt", "old");
        File.CreateSymbolicLink(folder["link.txt"], folder["target.txt"]);
        Write(folder["link.txt"], "new");
        Assert.Equal("new", File.ReadAllText(folder["target.txt"]));
        Assert.NotNull(new FileInfo(folder["link.txt"]).LinkTarget);
    }

    [Fact]
    public void A_device_is_written_to_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no devices among the files there");
        Write("/dev/null", "x");
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void A_link_to_a_device_leaves_the_device_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no devices among the files there");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["null"], "/dev/null");
        Write(folder["null"], "x");
        Assert.Equal((0, "/dev/null"), (new FileInfo("/dev/null").Length, new FileInfo(folder["null"]).LinkTarget));
    }

    [Fact]
    public void A_link_is_followed_from_where_it_really_lies()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["deep/inner"]);
        Directory.CreateSymbolicLink(folder["short"], folder["deep/inner"]);
        File.CreateSymbolicLink(folder["deep/inner/link.txt"], "../target.txt");
        Write(folder["short/link.txt"], "new");
        Assert.Equal("new", File.ReadAllText(folder["deep/target.txt"]));
    }

    [Fact]
    public void Links_in_a_circle_are_the_fault_of_the_command_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["a"], folder["a/b"]);
        var failure = Assert.Throws<CommandFailedException>(() => Write(folder["a"], "x"));
        Assert.Equal((2, $"--out {folder["a"]} cannot be written: its links lead in a circle."), (failure.ExitCode, failure.Message));
    }

    [Fact]
    public async Task A_named_pipe_is_written_to_not_replaced()
    {
        using var folder = new TemporaryFolder();
        var pipe = NamedPipe(folder);
        var read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        Write(pipe, "347–453");
        Assert.Equal("347–453", await read);
    }

    [Fact]
    public async Task Cancelled_while_nobody_reads_a_named_pipe_it_ends()
    {
        using var folder = new TemporaryFolder();
        var pipe = NamedPipe(folder);
        using var cancellation = new CancellationTokenSource();
        var write = Task.Run(() => OutputFile.Write(pipe, "x", cancellation.Token), TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        // Lets the waiting thread go, if it ever came to wait.
        using var reader = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
    }

    [Fact]
    public void A_read_only_file_stays_as_it_is()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "needs a user who can be refused");
        using var folder = new TemporaryFolder();
        var file = folder.Write("kept.txt", "old");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var failure = Assert.Throws<CommandFailedException>(() => Write(file, "new"));
        Assert.Equal((2, $"--out {file} cannot be written: permission denied."), (failure.ExitCode, failure.Message));
        Assert.Equal("old", File.ReadAllText(file));
        File.SetAttributes(file, FileAttributes.Normal);
    }

    private static void Write(string path, string text) => OutputFile.Write(path, text, TestContext.Current.CancellationToken);

    private static string NamedPipe(TemporaryFolder folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no pipes among the files there");
        using var make = Process.Start("mkfifo", [folder["pipe"]]);
        make.WaitForExit();
        return folder["pipe"];
    }
}
