using System.Text;
using Spectre.Console;
using Xunit;

namespace Reconcile.Cli.Tests;

/// <summary>One run of the program inside the test, and what it said.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static Invocation Of(params string[] args) => On("", args);

    public static Invocation On(string standardInput, params string[] args) => On(standardInput, terminal: false, args);

    public static Invocation On(string standardInput, bool terminal, params string[] args)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(standardInput));
        return Run(input, terminal, args, TestContext.Current.CancellationToken);
    }

    public static Invocation Run(Stream input, bool terminal, string[] args, CancellationToken token)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = App.Run(args, new Streams(input, output, error, terminal ? Terminal(output) : null), token);
        return new Invocation(exitCode, output.ToString(), error.ToString());
    }

    private static IAnsiConsole Terminal(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 120;
        return console;
    }
}
