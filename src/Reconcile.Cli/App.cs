using System.CommandLine;
using Reconcile.Reporting;

namespace Reconcile.Cli;

/// <summary>Runs one command line and turns whatever happens into an exit code and plain messages.</summary>
internal static class App
{
    // Writing to a pipe that nobody reads: EPIPE, and its two names on Windows.
    private static readonly int[] BrokenPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    public static int Run(IReadOnlyList<string> args, Streams streams, CancellationToken token)
    {
        var exitCode = ExitCode.InvalidInput;
        try
        {
            exitCode = Written(args, streams, token);
            streams.Error.Flush();
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            // Nor can standard error be written; the exit code is left to tell.
        }

        return exitCode;
    }

    private static int Written(IReadOnlyList<string> args, Streams streams, CancellationToken token)
    {
        try
        {
            var exitCode = Guarded(args, streams, token);
            streams.Output.Flush();
            return exitCode;
        }
        catch (Exception failure) when (IsUnwritable(failure))
        {
            if (Array.IndexOf(BrokenPipe, failure.HResult) >= 0) return ExitCode.Done;
            var reason = failure is UnauthorizedAccessException ? "standard output is closed or cannot be written to." : failure.Message;
            return Fail(streams, ExitCode.InvalidInput, $"error: The result could not be written: {reason}");
        }
    }

    private static bool IsUnwritable(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private static int Guarded(IReadOnlyList<string> args, Streams streams, CancellationToken token)
    {
        ParseResult? parsed = null;
        try
        {
            var root = CommandLine.Build(streams, token);
            parsed = CommandLine.Parse(root, args);
            return parsed.Errors.Count > 0 ? CommandLine.Refuse(parsed, args, streams) : CommandLine.Invoke(parsed, streams.Output, streams.Error);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Fail(streams, ExitCode.Cancelled, "cancelled");
        }
        catch (CommandFailedException failure)
        {
            return Fail(streams, failure.ExitCode, "error: " + failure.Message);
        }
        catch (InvalidFileException invalid)
        {
            return Fail(streams, ExitCode.InvalidInput, [.. FindingText.Errors(invalid.File, invalid.Findings)]);
        }
        catch (DossierValidationException invalid)
        {
            return Fail(streams, ExitCode.InvalidInput, [.. FindingText.Errors(parsed?.GetValue<string>(DossierInput.ArgumentName), invalid.Findings)]);
        }
        catch (Exception failure) when (!IsUnwritable(failure))
        {
            return Fail(
                streams,
                ExitCode.InvalidInput,
                $"internal error: {failure.GetType().Name}: {failure.Message}",
                "This is a fault of reconcile, not of your file. Please report it with this message, the command and, if you can, the dossier.");
        }
    }

    private static int Fail(Streams streams, int exitCode, params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            streams.Error.WriteLine(PrintableText.Of(message));
        }

        return exitCode;
    }
}
