using System.Text;

namespace Reconcile.Cli;

/// <summary>Writes a result to a file that is replaced only when the new one is complete.</summary>
internal static class OutputFile
{
    private const int MostLinks = 40;

    private static readonly UTF8Encoding Encoding = new(false);

    /// <exception cref="CommandFailedException">It cannot be written there; the command line is wrong.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while a pipe waited for its reader.</exception>
    public static void Write(string path, string text, CancellationToken token)
    {
        try
        {
            if (Directory.Exists(path)) throw new CommandFailedException(ExitCode.WrongCommandLine, $"--out {path} is a folder; give the name of a file.");
            var target = RealPath(path);
            if (IsDevice(path) || IsDevice(target)) File.WriteAllText(path, text, Encoding);
            else if (!File.Exists(target) || !WentIntoPipe(target, text, token)) Replace(target, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailedException(ExitCode.WrongCommandLine, $"--out {path} cannot be written: {Reason(failure)}", failure);
        }
    }

    /// <summary>Whether writing to a path would destroy what stands in another file. What links point to counts; a device loses nothing.</summary>
    public static bool Destroys(string path, string other)
    {
        if (!File.Exists(path) || !File.Exists(other)) return false;
        var folds = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
        try
        {
            var target = RealPath(path);
            return target.Equals(RealPath(other), folds ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) && !IsDevice(target);
        }
        catch (IOException)
        {
            // Links in a circle lead to no file; to write or read there says so.
            return false;
        }
    }

    /// <summary>Replacing a device by a file would destroy it. What lies in shared memory are files.</summary>
    private static bool IsDevice(string path)
    {
        var full = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows() && full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }

    /// <summary>The path without links, those of its folders included: a link stays, what it points to is replaced.</summary>
    private static string RealPath(string path, int links = MostLinks)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder) return full;
        var place = new FileInfo(Path.Combine(RealPath(folder, links), Path.GetFileName(full)));
        if (place.LinkTarget is not { } target) return place.FullName;
        return links > 0 ? RealPath(Path.Combine(place.DirectoryName!, target), links - 1) : throw new IOException("its links lead in a circle.");
    }

    /// <remarks>Opened for writing before anything is replaced: a file that may not be written may not be replaced either, though its folder would allow it.</remarks>
    private static bool WentIntoPipe(string path, string text, CancellationToken token)
    {
        // On another thread: opening a pipe waits for its reader and does not hear of a cancellation.
        using var old = Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), token).WaitAsync(token).GetAwaiter().GetResult();
        if (old.CanSeek) return false;
        using var writer = new StreamWriter(old, Encoding);
        writer.Write(text);
        return true;
    }

    private static void Replace(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException();
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllText(temporary, text, Encoding);
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
