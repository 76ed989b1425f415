namespace Reconcile.Cli;

/// <summary>What the commands return.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input is invalid, or something failed that is no fault of the command line.</summary>
    public const int InvalidInput = 1;

    /// <summary>The command line is wrong: an unknown option, an unknown quantity, a file for output that cannot be written.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>Conflicts were found and <c>--fail-on-conflict</c> was given.</summary>
    public const int ConflictsFound = 3;

    public const int Cancelled = 130;
}
