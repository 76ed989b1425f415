namespace Reconcile.Cli;

/// <summary>Ends a command with an exit code and a plain message.</summary>
internal sealed class CommandFailedException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
