using System.CommandLine;

namespace Reconcile.Cli;

/// <summary>The file of grades that a command line names: <c>--grades</c>.</summary>
internal static class GradesOption
{
    public static Option<string?> Build() => new("--grades") { Description = "A file in JSON that says what grades mean in numbers. Default: the table of the documentation.", HelpName = "FILE" };

    /// <exception cref="InvalidFileException">It is no table of grades.</exception>
    /// <exception cref="CommandFailedException">It cannot be read.</exception>
    public static GradeTable Read(string? file)
    {
        if (file is null) return GradeTable.Default;
        DossierInput.RefuseNoFile("--grades", "a table of grades", file);
        try
        {
            return GradeTable.Load(file);
        }
        catch (DossierValidationException invalid)
        {
            throw new InvalidFileException(file, invalid.Findings);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DossierInput.Unreadable(file, failure);
        }
    }
}
