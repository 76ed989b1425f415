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
        var format = CommandLine.Choice("--format", "How to write it.", "text", "json");
        var command = new Command("explain", "One estimate in full: claims, shares, relations that bind, accounts, steps of confidence.") { file, quantity, format };
        command.SetAction(parsed => Run(
            streams, parsed.GetRequiredValue(file), parsed.GetRequiredValue(quantity), json: parsed.GetRequiredValue(format) == "json", token));
        return command;
    }

    private static int Run(Streams streams, string file, string quantity, bool json, CancellationToken token)
    {
        var dossier = new DossierInput(streams, token).Read(file);
        var reconciliation = new Reconciler().Reconcile(dossier, token);
        ResultOutput.Write(streams, Explained(reconciliation, quantity, json), isText: !json);
        return ExitCode.Done;
    }

    private static string Explained(Reconciliation reconciliation, string quantity, bool json)
    {
        try
        {
            return json ? reconciliation.ExplainToJson(quantity) : reconciliation.Explain(quantity);
        }
        catch (KeyNotFoundException unknown) when (!reconciliation.TryGetEstimate(quantity, out _))
        {
            throw new CommandFailedException(ExitCode.WrongCommandLine, unknown.Message, unknown);
        }
    }
}
