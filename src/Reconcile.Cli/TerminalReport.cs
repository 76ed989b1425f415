using Spectre.Console;

namespace Reconcile.Cli;

/// <summary>A text report on a terminal: the same words, its headings in colour.</summary>
internal static class TerminalReport
{
    public static void Write(IAnsiConsole terminal, string report)
    {
        var isTitle = true;
        foreach (var line in report.Split('\n'))
        {
            terminal.Write(new Text(line + "\n", isTitle ? new Style(decoration: Decoration.Bold) : StyleOf(line)));
            isTitle = false;
        }
    }

    private static Style StyleOf(string line)
    {
        if (line.Length == 0 || line[0] == ' ') return Style.Plain;
        return line switch
        {
            "No conflicts." => new Style(Color.Green),
            "Conflicts" => new Style(Color.Red, decoration: Decoration.Bold),
            "Warnings" => new Style(Color.Yellow, decoration: Decoration.Bold),
            _ => new Style(decoration: Decoration.Bold),
        };
    }
}
