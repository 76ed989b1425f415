namespace Reconcile.Cli;

/// <summary>Sends a finished result to standard output, to the terminal in colour, or to a file.</summary>
internal static class ResultOutput
{
    public const string StandardOutput = "-";

    public static void Write(Streams streams, string result, bool isText, string? path = null, CancellationToken token = default)
    {
        // CSV ends its last line itself.
        var complete = result.EndsWith('\n') ? result : result + "\n";
        if (path is not (null or StandardOutput)) OutputFile.Write(path, complete, token);
        else if (isText && streams.Terminal is { } terminal) TerminalReport.Write(terminal, result);
        else streams.Output.Write(complete);
    }
}
