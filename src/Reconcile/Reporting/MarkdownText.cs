using System.Buffers;
using System.Text;

namespace Reconcile.Reporting;

/// <summary>Text of a dossier as Markdown that shows it and nothing else: no link, no HTML, no table cell of its own.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~&#!$");

    /// <summary>One line, every mark of Markdown escaped.</summary>
    public static string Of(string text)
    {
        var line = PrintableText.Of(text);
        if (line.AsSpan().IndexOfAny(Special) < 0 && !MayBecomeLink(line)) return line;

        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i]) || BeginsLink(line, i)) escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static bool MayBecomeLink(string line) => line.AsSpan().IndexOfAny(':', '@') >= 0 || line.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Many readers make a link of <c>http://…</c>, <c>www.…</c> and addresses with an @, without being asked.</summary>
    private static bool BeginsLink(string line, int i) => line[i] switch
    {
        '@' => true,
        ':' => line.AsSpan(i + 1).StartsWith("//", StringComparison.Ordinal),
        '.' => i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
