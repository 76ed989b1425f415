using System.Text;

namespace Reconcile.Reporting;

/// <summary>A page of GitHub-flavoured Markdown.</summary>
internal sealed class MarkdownPage : IReportPage
{
    private readonly StringBuilder _text = new();

    public void Title(string text) => Block("# " + MarkdownText.Of(text));

    public void Heading(string text) => Block("## " + MarkdownText.Of(text));

    public void Subheading(string text) => Block("### " + MarkdownText.Of(text));

    public void Paragraph(string text) => Block(MarkdownText.Of(text));

    public void List(IReadOnlyList<ListItem> items) =>
        Block(string.Join('\n', items.Select(static item =>
            $"- {(item.Label is { } label ? $"**{label}** " : "")}{MarkdownText.Of(item.Text)}{(item.Quote is { } quote ? $": \"{MarkdownText.Of(quote)}\"" : "")}{(item.Url is { } url ? $", {Address(url)}" : "")}")));

    public void Table(IReadOnlyList<string> header, IReadOnlyList<bool> alignRight, IReadOnlyList<IReadOnlyList<string>> rows) =>
        Block(string.Join('\n', [Row(header), $"| {string.Join(" | ", alignRight.Select(static right => right ? "---:" : "---"))} |", .. rows.Select(Row)]));

    public override string ToString() => _text.ToString();

    private static string Address(string url) => WebAddress.LinkOf(url) is { } link ? $"<{link}>" : MarkdownText.Of(url);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(MarkdownText.Of))} |";

    private void Block(string text)
    {
        if (_text.Length > 0) _text.Append("\n\n");
        _text.Append(text);
    }
}
