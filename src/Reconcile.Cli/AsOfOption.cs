using System.CommandLine;
using System.CommandLine.Parsing;
using Reconcile.Formats;

namespace Reconcile.Cli;

/// <summary>How a command line asks for an earlier day: <c>--as-of</c>.</summary>
internal static class AsOfOption
{
    public static Option<DateOnly?> Build() => new("--as-of")
    {
        Description = "The day of which estimates speak, with what was reported by then: 2025-03-05, or 2025-03 for its last day. Default: the day of the dossier, with all claims.",
        CustomParser = Day,
        HelpName = "DATE",
    };

    /// <exception cref="DossierValidationException">The dossier has errors, be it in claims that would be left out.</exception>
    public static Dossier Apply(Dossier dossier, DateOnly? day)
    {
        if (day is null) return dossier;
        var findings = dossier.Validate();
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error)) throw new DossierValidationException(findings);
        return dossier.KnownOn(day.Value);
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (PartialDate.TryParse(result.Tokens[0].Value, out var date, out var error)) return date.Last;
        result.AddError($"--as-of: {error}");
        return null;
    }
}
