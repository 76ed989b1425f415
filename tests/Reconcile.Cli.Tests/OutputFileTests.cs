using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class OutputFileTests
{
    [Fact]
    public void A_new_file_is_written_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        OutputFile.Write(folder["new.txt"], "347–453");
        Assert.Equal("347–453"u8.ToArray(), File.ReadAllBytes(folder["new.txt"]));
        Assert.Equal(["new.txt"], folder.Names);
    }

    [Fact]
    public void A_missing_folder_is_the_fault_of_the_command_line()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder["none"], "new.txt");
        var failure = Assert.Throws<CommandFailedException>(() => OutputFile.Write(path, "x"));
        Assert.Equal((2, $"--out {path} cannot be written: there is no such folder."), (failure.ExitCode, failure.Message));
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<CommandFailedException>(() => OutputFile.Write(folder.Path, "x"));
        Assert.Equal(2, failure.ExitCode);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        folder.Write("target.txt", "old");
        File.CreateSymbolicLink(folder["link.txt"], folder["target.txt"]);
        OutputFile.Write(folder["link.txt"], "new");
        Assert.Equal("new", File.ReadAllText(folder["target.txt"]));
        Assert.NotNull(new FileInfo(folder["link.txt"]).LinkTarget);
    }

    [Fact]
    public void A_device_is_written_to_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no devices among the files there");
        OutputFile.Write("/dev/null", "x");
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }
}
