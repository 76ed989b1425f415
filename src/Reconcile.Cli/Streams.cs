using System.Text;
using Spectre.Console;

namespace Reconcile.Cli;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Input">Standard input, as bytes.</param>
/// <param name="Output">Results.</param>
/// <param name="Error">Messages.</param>
/// <param name="Terminal">The terminal that shows <paramref name="Output"/>; null when it goes to a file or a pipe.</param>
internal sealed record Streams(Stream Input, TextWriter Output, TextWriter Error, IAnsiConsole? Terminal = null)
{
    /// <summary>The console, always in UTF-8.</summary>
    public static Streams OfConsole()
    {
        // A Windows console shows bytes in its own code page unless told; elsewhere the writers below decide.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        var output = ClosedStreams.IsClosed(1) ? ClosedStreams.Output : Writer(Console.OpenStandardOutput());
        var terminal = output == ClosedStreams.Output || Console.IsOutputRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var input = ClosedStreams.IsClosed(0) ? Stream.Null : Console.OpenStandardInput();
        return new Streams(input, output, ClosedStreams.IsClosed(2) ? TextWriter.Null : Writer(Console.OpenStandardError()), terminal);
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { NewLine = "\n" };
}
