namespace Reconcile.Cli;

/// <summary>Sends a finished result to standard output, to the terminal in colour, or to a file.</summary>
internal static class ResultOutput
{
    public static void Write(Streams streams, string result, bool isText, string? path = null)
    {
        // CSV ends its last line itself.
        var complete = result.EndsWith('\n') ? result : result + "\n";
        if (path is not (null or "-")) OutputFile.Write(path, complete);
        else if (isText && streams.Terminal is { } terminal) TerminalReport.Write(terminal, result);
        else streams.Output.Write(complete);
    }
}
