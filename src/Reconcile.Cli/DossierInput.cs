using System.CommandLine;

namespace Reconcile.Cli;

/// <summary>Reads the dossier that a command line names.</summary>
internal sealed class DossierInput(Streams streams, CancellationToken token)
{
    public const string ArgumentName = "FILE";
    private const string StandardInput = "-";
    private const long LargestFile = 256L << 20;

    public static Argument<string> Argument()
    {
        var file = new Argument<string>(ArgumentName) { Description = "A dossier in JSON; - reads standard input." };
        file.Validators.Add(CommandLine.RefuseUnknownOption);
        return file;
    }

    public static string NameOf(string? file) => file is null or StandardInput ? "standard input" : file;

    /// <summary>Where the file lies; of standard input, where whatever it was taken from does.</summary>
    public static string PathOf(string file) => file == StandardInput ? "/dev/stdin" : file;

    /// <exception cref="DossierValidationException">It is no dossier.</exception>
    /// <exception cref="CommandFailedException">It cannot be read.</exception>
    public Dossier Read(string file)
    {
        token.ThrowIfCancellationRequested();
        try
        {
            if (file == StandardInput) return Read(streams.Input);
            using var stream = Open(file);
            return Read(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, failure);
        }
    }

    /// <remarks>On another thread: a terminal that waits for keys does not hear of a cancellation.</remarks>
    private Dossier Read(Stream stream) => Task.Run(() => Dossier.LoadAsync(stream, token), token).WaitAsync(token).GetAwaiter().GetResult();

    private static FileStream Open(string file)
    {
        RefuseNoFile(ArgumentName, "a dossier", file);
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!stream.CanSeek || stream.Length <= LargestFile) return stream;

        stream.Dispose();
        throw new CommandFailedException(ExitCode.InvalidInput, $"{file} is larger than 256 MiB, the most that a dossier may have.");
    }

    /// <exception cref="CommandFailedException">The name cannot be that of a file.</exception>
    public static void RefuseNoFile(string argument, string what, string file)
    {
        if (file.Length == 0 || file.Contains('\0', StringComparison.Ordinal)) throw new CommandFailedException(ExitCode.InvalidInput, $"{argument} is not the name of a file.");
        if (Directory.Exists(file)) throw new CommandFailedException(ExitCode.InvalidInput, $"{file} is a folder; {what} is a file.");
    }

    public static CommandFailedException Unreadable(string file, Exception failure)
    {
        var message = failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => $"There is no file {file}.",
            UnauthorizedAccessException => $"{file} may not be read: permission denied.",
            _ => $"{NameOf(file)} cannot be read: {failure.Message}",
        };
        return new CommandFailedException(ExitCode.InvalidInput, message, failure);
    }
}
