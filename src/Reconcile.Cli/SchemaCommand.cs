using System.CommandLine;

namespace Reconcile.Cli;

/// <summary><c>reconcile schema</c></summary>
internal static class SchemaCommand
{
    public static Command Build(Streams streams)
    {
        var command = new Command("schema", "Print the JSON Schema of the dossier.");
        command.SetAction(_ =>
        {
            ResultOutput.Write(streams, Dossier.JsonSchema, isText: false);
            return ExitCode.Done;
        });
        return command;
    }
}
