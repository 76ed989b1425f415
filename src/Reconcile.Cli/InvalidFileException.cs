namespace Reconcile.Cli;

/// <summary>A file beside the dossier has errors, all of which are printed with its name.</summary>
internal sealed class InvalidFileException(string file, IReadOnlyList<Finding> findings) : Exception
{
    public string File { get; } = file;

    public IReadOnlyList<Finding> Findings { get; } = findings;
}
