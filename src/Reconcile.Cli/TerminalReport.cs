using Spectre.Console;

namespace Reconcile.Cli;

/// <summary>A text report on a terminal: the same words, its headings in colour.</summary>
internal static class TerminalReport
{
    public static void Write(IAnsiConsole terminal, string report)
    {
        var before = "";
        foreach (var line in report.Split('\n'))
        {
            terminal.Write(new Text(line + "\n", before.Length == 0 ? StyleOf(line) : Style.Plain));
            before = line;
        }
    }

    /// <summary>The style of a line that follows an empty one; headings do.</summary>
    private static Style StyleOf(string line)
    {
        if (line.StartsWith(' ')) return Style.Plain;
        return line switch
        {
            "No conflicts." => new Style(Color.Green),
            "Conflicts" => new Style(Color.Red, decoration: Decoration.Bold),
            "Warnings" => new Style(Color.Yellow, decoration: Decoration.Bold),
            _ => new Style(decoration: Decoration.Bold),
        };
    }
}
