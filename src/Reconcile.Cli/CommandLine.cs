using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Reconcile.Reporting;

namespace Reconcile.Cli;

/// <summary>The commands, and how a command line is read.</summary>
internal static class CommandLine
{
    private const string About = "Reconciles conflicting reported figures: what really conflicts, what the claims support together, and why.";

    private const string ExitCodes =
        "Exit codes: 0 done; 1 the input is invalid; 2 the command line is wrong; 3 conflicts found and --fail-on-conflict given; 130 cancelled.";

    public static Command Build(Streams streams, CancellationToken token) => new("reconcile", $"{About}\n\n{ExitCodes}")
    {
        ReportCommand.Build(streams, token),
        ValidateCommand.Build(streams, token),
        ExplainCommand.Build(streams, token),
        ParseCommand.Build(streams),
        SchemaCommand.Build(streams),
        new HelpOption(),
        VersionAction.Option(streams.Output),
    };

    /// <summary>Reads a command line. An argument such as <c>@x</c> is itself, not a file of further arguments.</summary>
    public static ParseResult Parse(Command root, IReadOnlyList<string> args) =>
        root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });

    /// <summary>Runs a command; its exceptions come through, because exit codes are ours.</summary>
    public static int Invoke(ParseResult parsed, TextWriter output, TextWriter error) => parsed.Invoke(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error });

    /// <summary>Says what is wrong with a command line; without any command, how to write one.</summary>
    public static int Refuse(ParseResult parsed, IReadOnlyList<string> args, Streams streams)
    {
        if (args.Count == 0)
        {
            Invoke(Parse(parsed.RootCommandResult.Command, ["--help"]), streams.Error, streams.Error);
            return ExitCode.WrongCommandLine;
        }

        foreach (var message in Messages(parsed, args[0]))
        {
            streams.Error.WriteLine(PrintableText.Of($"error: {message}"));
        }

        var command = parsed.CommandResult.Command;
        streams.Error.WriteLine($"For help: reconcile {(IsRoot(parsed) ? "" : command.Name + " ")}--help");
        return ExitCode.WrongCommandLine;
    }

    private static IEnumerable<string> Messages(ParseResult parsed, string first)
    {
        if (!IsRoot(parsed)) return parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal);
        var commands = string.Join(", ", parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name));
        return [first.StartsWith('-') ? $"There is no option '{first}'." : $"There is no command '{first}'; the commands are {commands}."];
    }

    private static bool IsRoot(ParseResult parsed) => parsed.CommandResult == parsed.RootCommandResult;

    /// <summary>The option of how to write, which takes one of some words; the first is the default.</summary>
    public static Option<string> Format(string description, params string[] words)
    {
        var option = new Option<string>("--format")
        {
            Description = description,
            DefaultValueFactory = _ => words[0],
            HelpName = string.Join('|', words),
        };
        option.Validators.Add(result =>
        {
            var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : null;
            if (word is not null && !words.Contains(word)) result.AddError($"--format must be one of {string.Join(", ", words)}; found '{word}'.");
        });
        return option;
    }

    /// <summary>An unknown option would otherwise be taken for the argument.</summary>
    public static void RefuseUnknownOption(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"There is no option '{token.Value}'.");
        }
    }
}
