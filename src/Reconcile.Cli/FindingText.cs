using Reconcile.Reporting;

namespace Reconcile.Cli;

/// <summary>Findings as lines, each with the file, the line and the path.</summary>
internal static class FindingText
{
    public static string Line(string? file, Finding finding) => $"{DossierInput.NameOf(file)}: {finding}";

    public static IEnumerable<string> Errors(string? file, IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => Line(file, finding));

    /// <summary>For example <c>3 errors, 1 warning</c>, <c>valid, 1 warning</c> or <c>valid</c>.</summary>
    public static string Summary(IReadOnlyCollection<Finding> findings)
    {
        var errors = findings.Sum(finding => finding.Severity == FindingSeverity.Error ? finding.Count : 0);
        var warnings = findings.Sum(finding => finding.Count) - errors;
        var parts = new List<string> { errors == 0 ? "valid" : Count(errors, "error") };
        if (warnings > 0) parts.Add(Count(warnings, "warning"));
        return string.Join(", ", parts);
    }

    private static string Count(int count, string noun) => $"{NumberText.Of(count)} {noun}{(count == 1 ? "" : "s")}";
}
