namespace Reconcile.Reporting;

/// <summary>A table of text whose first column wraps, so that it fits the page; the others are as wide as their widest cell.</summary>
internal sealed class TextTable(bool[] alignRight, params string[] header)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int NarrowestFirst = 8;
    private const int WidestFirst = 44;

    private readonly List<string[]> _rows = [header];

    /// <summary>A row with as many cells as the header; with one cell it is a remark under the row before.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(PrintableText.Of)]);

    public void WriteTo(TextPage page)
    {
        var widths = Widths();
        foreach (var cells in _rows)
        {
            if (cells.Length == 1) page.Paragraph(cells[0], Indent + 2, Indent + 4);
            else WriteRow(page, cells, widths);
        }
    }

    private void WriteRow(TextPage page, string[] cells, int[] widths)
    {
        var names = TextPage.Wrapped(cells[0], widths[0], widths[0] - 2);
        var line = Aligned(names[0], widths[0], right: false);
        for (var column = 1; column < widths.Length; column++)
        {
            line += new string(' ', Gap) + Aligned(cells[column], widths[column], alignRight[column]);
        }

        page.Paragraph(line, Indent, Indent);
        foreach (var more in names.Skip(1))
        {
            page.Paragraph(more, Indent + 2, Indent + 2);
        }
    }

    private int[] Widths()
    {
        var widths = new int[header.Length];
        foreach (var cells in _rows.Where(cells => cells.Length == widths.Length))
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], PrintableText.Columns(cells[column]));
            }
        }

        var others = widths.Skip(1).Sum() + Gap * (widths.Length - 1);
        var room = Math.Max(NarrowestFirst, TextPage.Width - Indent - others);
        widths[0] = Math.Min(widths[0], Math.Min(WidestFirst, room));
        return widths;
    }

    private static string Aligned(string cell, int width, bool right)
    {
        var spaces = new string(' ', Math.Max(0, width - PrintableText.Columns(cell)));
        return right ? spaces + cell : cell + spaces;
    }
}
