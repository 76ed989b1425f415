using System.Net;
using System.Text;

namespace Reconcile.Reporting;

/// <summary>One HTML file that needs nothing else: no script, no font, no image. Links are there to be followed by hand.</summary>
internal sealed class HtmlPage : IReportPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        h1, h2, h3 { line-height: 1.2; }
        .table { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; }
        th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem; border-bottom: 1px solid #ccc; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        @media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #1b1b1b; } a { color: inherit; } th, td { border-color: #555; } }
        """;

    private readonly StringBuilder _body = new();
    private string _title = "";

    public void Title(string text)
    {
        _title = text;
        Line($"<h1 dir=\"auto\">{Escaped(text)}</h1>");
    }

    public void Heading(string text) => Element("h2", text);

    public void Subheading(string text) => Element("h3", text);

    public void Paragraph(string text) => Element("p", text);

    public void List(IReadOnlyList<ListItem> items)
    {
        Line("<ul>");
        foreach (var (text, label, quote, url) in items)
        {
            var head = label is null ? "" : $"<strong>{Escaped(label)}</strong> ";
            var words = quote is null ? "" : $": \"<bdi>{Escaped(quote)}</bdi>\"";
            Line($"<li>{head}{Escaped(text)}{words}{(url is null ? "" : $", {Address(url)}")}</li>");
        }

        Line("</ul>");
    }

    public void Table(IReadOnlyList<string> header, IReadOnlyList<bool> alignRight, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Line("<div class=\"table\"><table>");
        Line($"<thead><tr>{Cells("th scope=\"col\" dir=\"auto\"", "th", header, alignRight)}</tr></thead>");
        Line("<tbody>");
        foreach (var row in rows) Line($"<tr>{Cells("td dir=\"auto\"", "td", row, alignRight)}</tr>");
        Line("</tbody>");
        Line("</table></div>");
    }

    public override string ToString() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escaped(_title)}</title>
        <style>
        {Style.ReplaceLineEndings("\n")}
        </style>
        </head>
        <body>
        {_body}</body>
        </html>
        """.ReplaceLineEndings("\n");

    /// <summary>Controls, which HTML forbids or which would turn the direction of the text, are shown as in all reports.</summary>
    private static string Escaped(string text) => WebUtility.HtmlEncode(PrintableText.Of(text));

    private static string Address(string url) =>
        WebAddress.LinkOf(url) is { } link ? $"<a href=\"{Escaped(link)}\" rel=\"noreferrer noopener\">{Escaped(url)}</a>" : $"<bdi>{Escaped(url)}</bdi>";

    private static string Cells(string open, string close, IReadOnlyList<string> cells, IReadOnlyList<bool> alignRight) =>
        string.Concat(cells.Select((cell, i) => $"<{open}{(alignRight[i] ? " class=\"number\"" : "")}>{Escaped(cell)}</{close}>"));

    private void Element(string name, string text) => Line($"<{name}>{Escaped(text)}</{name}>");

    private void Line(string line) => _body.Append(line).Append('\n');
}
