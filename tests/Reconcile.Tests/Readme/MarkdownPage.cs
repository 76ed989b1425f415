using System.Text.RegularExpressions;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>A page of the documentation: its sections, the blocks of code in them, and the rows of their tables.</summary>
internal sealed class MarkdownPage
{
    private const string Fence = "```";

    private readonly List<string> _lines;

    private MarkdownPage(IEnumerable<string> lines) => _lines = [.. lines];

    public string Text => string.Join('\n', _lines);

    public static MarkdownPage Load(params string[] path) => new(File.ReadAllLines(Repository.PathOf(path)));

    /// <summary>What stands under a heading, up to the next heading of its level or above.</summary>
    public MarkdownPage Section(string heading)
    {
        var start = _lines.FindIndex(line => line.TrimStart('#') == " " + heading);
        if (start < 0) throw new InvalidOperationException($"The page has no heading \"{heading}\".");
        var level = LevelOf(_lines[start]);
        var inCode = false;
        var end = start + 1;
        for (; end < _lines.Count; end++)
        {
            if (_lines[end].StartsWith(Fence, StringComparison.Ordinal)) inCode = !inCode;
            if (!inCode && LevelOf(_lines[end]) is > 0 and var other && other <= level) break;
        }

        return new MarkdownPage(_lines[(start + 1)..end]);
    }

    /// <summary>All blocks of one language, in order, without their fences; "" are those without a language.</summary>
    public IReadOnlyList<string> Blocks(string language) => [.. AllBlocks().Where(block => block.Language == language).Select(block => block.Text)];

    public string Block(string language) => Blocks(language)[0];

    /// <summary>The languages of all blocks, in order.</summary>
    public IEnumerable<string> BlockLanguages() => AllBlocks().Select(block => block.Language);

    /// <summary>The cells of the rows of all tables, without heads.</summary>
    public IEnumerable<string[]> Rows()
    {
        for (var i = 1; i < _lines.Count; i++)
        {
            if (!_lines[i].StartsWith('|') || !_lines[i - 1].StartsWith('|') || _lines[i].StartsWith("|---", StringComparison.Ordinal)) continue;
            // A bar inside a cell is written \|.
            yield return [.. Regex.Split(_lines[i].Trim('|'), @"(?<!\\)\|").Select(cell => cell.Trim())];
        }
    }

    /// <summary>An excerpt is the text itself with some lines left out, each gap marked by a line with an ellipsis.</summary>
    public static void AssertExcerpt(string excerpt, string text)
    {
        var rest = "\n" + text.ReplaceLineEndings("\n") + "\n";
        foreach (var part in excerpt.Split("\n…\n"))
        {
            Assert.Contains("\n" + part + "\n", rest, StringComparison.Ordinal);
            rest = rest[(rest.IndexOf("\n" + part + "\n", StringComparison.Ordinal) + part.Length + 1)..];
        }
    }

    private IEnumerable<(string Language, string Text)> AllBlocks()
    {
        for (var start = 0; (start = _lines.FindIndex(start, line => line.StartsWith(Fence, StringComparison.Ordinal))) >= 0;)
        {
            var end = _lines.FindIndex(start + 1, line => line == Fence);
            yield return (_lines[start][Fence.Length..], string.Join('\n', _lines[(start + 1)..end]));
            start = end + 1;
        }
    }

    private static int LevelOf(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level > 0 && level < line.Length && line[level] == ' ' ? level : 0;
    }
}
