using System.CommandLine;

namespace Reconcile.Cli;

/// <summary>How a command line says how hedges and number words read: <c>--reading</c> and <c>--words</c>.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string?> _reading = Named("--reading", "How hedges such as \"about\" read.", [.. HedgeReading.All.Select(reading => reading.Name)], HedgeReading.Named);
    private readonly Option<string?> _words = Named("--words", "How number words such as \"dozens\" read.", [.. WordTable.All.Select(table => table.Name)], WordTable.Named);

    public void AddTo(Command command)
    {
        command.Add(_reading);
        command.Add(_words);
    }

    public HedgeReading Of(ParseResult parsed)
    {
        var reading = HedgeReading.Named(parsed.GetValue(_reading) ?? HedgeReading.All[0].Name);
        return parsed.GetValue(_words) is { } words ? reading.WithWords(WordTable.Named(words)) : reading;
    }

    /// <summary>An option that takes a name; an unknown one is refused with the nearest.</summary>
    private static Option<string?> Named(string option, string description, string[] names, Func<string, object> find)
    {
        var named = new Option<string?>(option) { Description = $"{description} Default: {names[0]}.", HelpName = string.Join('|', names) };
        named.Validators.Add(result =>
        {
            if (result.Tokens.Count != 1) return;
            try
            {
                find(result.Tokens[0].Value);
            }
            catch (KeyNotFoundException unknown)
            {
                result.AddError($"{option}: {unknown.Message}");
            }
        });
        return named;
    }
}
