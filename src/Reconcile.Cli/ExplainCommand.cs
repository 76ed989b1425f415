using System.CommandLine;

namespace Reconcile.Cli;

/// <summary><c>reconcile explain FILE QUANTITY</c></summary>
internal static class ExplainCommand
{
    public static Command Build(Streams streams, CancellationToken token)
    {
        var file = DossierInput.Argument();
        var quantity = new Argument<string>("QUANTITY") { Description = "The id of a quantity of the dossier." };
        quantity.Validators.Add(CommandLine.RefuseUnknownOption);
        var format = CommandLine.Format("How to write it.", "text", "json");
        var asOf = AsOfOption.Build();
        var readings = new ReadingOptions();
        var grades = GradesOption.Build();
        var command = new Command("explain", "One estimate in full: claims, shares, relations that bind, accounts, steps of confidence, and what would change it most.")
        {
            file, quantity, format, asOf, grades,
        };
        readings.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = new ReconcileOptions { Reading = readings.Of(parsed), Grades = GradesOption.Read(parsed.GetValue(grades)) };
            var dossier = AsOfOption.Apply(new DossierInput(streams, token).Read(parsed.GetRequiredValue(file)), parsed.GetValue(asOf));
            return Run(streams, options, dossier, parsed.GetRequiredValue(quantity), json: parsed.GetRequiredValue(format) == "json", token);
        });
        return command;
    }

    private static int Run(Streams streams, ReconcileOptions options, Dossier dossier, string quantity, bool json, CancellationToken token)
    {
        var reconciliation = new Reconciler(options).Reconcile(dossier, token);
        ResultOutput.Write(streams, Explained(reconciliation, quantity, json, token), isText: !json, token: token);
        return ExitCode.Done;
    }

    private static string Explained(Reconciliation reconciliation, string quantity, bool json, CancellationToken token)
    {
        try
        {
            return json ? reconciliation.ExplainToJson(quantity, token) : reconciliation.Explain(quantity, token);
        }
        catch (KeyNotFoundException unknown) when (!reconciliation.TryGetEstimate(quantity, out _))
        {
            throw new CommandFailedException(ExitCode.WrongCommandLine, unknown.Message, unknown);
        }
    }
}
