using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Reconcile.Cli;

/// <summary>Prints the version of this program; the built-in option prints that of whichever program hosts it.</summary>
internal sealed class VersionAction(TextWriter output) : SynchronousCommandLineAction
{
    public static Option<bool> Option(TextWriter output) => new("--version") { Description = "Show the version.", Action = new VersionAction(output) };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        output.WriteLine($"reconcile {version.Split('+')[0]}");
        return ExitCode.Done;
    }
}
