using System.Text;

namespace Reconcile.Cli;

/// <summary>Writes a result to a file that is replaced only when the new one is complete.</summary>
internal static class OutputFile
{
    /// <exception cref="CommandFailedException">It cannot be written there; the command line is wrong.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            if (Directory.Exists(path)) throw new CommandFailedException(ExitCode.WrongCommandLine, $"--out {path} is a folder; give the name of a file.");
            if (IsDevice(path)) File.WriteAllText(path, text, new UTF8Encoding(false));
            else Replace(TargetOf(path), text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailedException(ExitCode.WrongCommandLine, $"--out {path} cannot be written: {Reason(failure)}", failure);
        }
    }

    /// <summary>Replacing a device by a file would destroy it.</summary>
    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>A link stays; what it points to is replaced.</summary>
    private static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static void Replace(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException();
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(false));
            if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Reason(Exception failure) => failure switch
    {
        DirectoryNotFoundException => "there is no such folder.",
        FileNotFoundException => "no file can be made there.",
        UnauthorizedAccessException => "permission denied.",
        _ => failure.Message,
    };
}
