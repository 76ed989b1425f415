using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Reconcile.Tests.Readme;
using Xunit;

namespace Reconcile.Cli.Tests.Readme;

/// <summary>The pages of the documentation name the commands, options and exit codes that there are.</summary>
public sealed partial class CommandPagesTests
{
    private static readonly Command Root = CommandLine.Build(new Streams(Stream.Null, TextWriter.Null, TextWriter.Null), CancellationToken.None);
    private static readonly MarkdownPage Commands = MarkdownPage.Load("README.md").Section("Commands");

    public static TheoryData<string, string> Mentions
    {
        get
        {
            var mentions = new TheoryData<string, string>();
            foreach (var page in new[] { "README.md", "docs/format.md", "docs/method.md", "docs/rules.md", "benchmarks/README.md" })
            {
                foreach (Match mention in Mention().Matches(MarkdownPage.Load(page.Split('/')).Text)) mentions.Add(page, mention.Groups[1].Value);
            }

            return mentions;
        }
    }

    [Fact]
    public void README_has_every_command_with_its_arguments()
    {
        var written = Commands.Rows().Select(row => Mention().Match(row[0])).Where(mention => mention.Success).Select(mention => mention.Groups[1].Value);

        Assert.Equal(Root.Subcommands.Select(Usage), written);
    }

    [Fact]
    public void README_has_every_option_of_every_command()
    {
        foreach (var command in Root.Subcommands)
        {
            var row = Commands.Rows().Single(cells => cells[0] == $"`reconcile {Usage(command)}`")[1];
            var written = OptionName().Matches(row).Select(match => match.Value);

            Assert.Equal(command.Options.Select(option => option.Name).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void README_has_every_exit_code()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((int)field.GetRawConstantValue()!).ToString(CultureInfo.InvariantCulture));

        Assert.Equal(codes, Commands.Rows().Select(row => row[0]).Where(cell => int.TryParse(cell, CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>Names of arguments stand for themselves; a command that is only named is complete without them.</summary>
    [Theory]
    [MemberData(nameof(Mentions))]
    public void A_command_that_a_page_mentions_is_understood(string page, string mention)
    {
        var errors = CommandLine.Parse(Root, mention.Split(' ')).Errors.Select(error => error.Message);

        Assert.All(errors, error => Assert.True(IsNameAlone(mention) && error.Contains(" missing", StringComparison.Ordinal), $"{page}: reconcile {mention}: {error}"));
    }

    private static bool IsNameAlone(string mention) => Root.Subcommands.Any(command => command.Name == mention);

    private static string Usage(Command command) => string.Join(' ', command.Arguments.Select(Shown).Prepend(command.Name));

    private static string Shown(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;

    [GeneratedRegex("`reconcile ([^`]+)`")]
    private static partial Regex Mention();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();
}
