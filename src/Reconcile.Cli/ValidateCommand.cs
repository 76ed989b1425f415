using System.CommandLine;
using Reconcile.Formats;
using Reconcile.Reporting;

namespace Reconcile.Cli;

/// <summary><c>reconcile validate FILE</c></summary>
internal static class ValidateCommand
{
    public static Command Build(Streams streams, CancellationToken token)
    {
        var file = DossierInput.Argument();
        var format = CommandLine.Format("How to write it. As json the findings go to standard output, valid or not.", "text", "json");
        var command = new Command(
            "validate",
            "Check a dossier: every error and warning, with the claim and line it is about. "
            + "Exits with 0 when valid, even with warnings, and with 1 otherwise; then the findings go to standard error.")
        { file, format };
        command.SetAction(parsed => Run(streams, parsed.GetRequiredValue(file), json: parsed.GetRequiredValue(format) == "json", token));
        return command;
    }

    private static int Run(Streams streams, string file, bool json, CancellationToken token)
    {
        var findings = Findings(new DossierInput(streams, token), file);
        var valid = findings.All(finding => finding.Severity != FindingSeverity.Error);
        if (json) streams.Output.WriteLine(ToJson(findings, valid));
        else WriteText(valid ? streams.Output : streams.Error, file, findings);
        return valid ? ExitCode.Done : ExitCode.InvalidInput;
    }

    private static IReadOnlyList<Finding> Findings(DossierInput input, string file)
    {
        try
        {
            return input.Read(file).Validate();
        }
        catch (DossierValidationException invalid)
        {
            return invalid.Findings;
        }
    }

    private static void WriteText(TextWriter writer, string file, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            writer.WriteLine(PrintableText.Of(FindingText.Line(file, finding)));
        }

        writer.WriteLine(FindingText.Summary(findings));
    }

    private static string ToJson(IReadOnlyList<Finding> findings, bool valid) => JsonText.Write(findings, (json, all) =>
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", valid);
        JsonText.List(json, "findings", all, FindingWriter.Write);
        json.WriteEndObject();
    });
}
