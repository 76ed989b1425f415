using System.Text;

namespace Reconcile.Reporting;

/// <summary>Collects lines of at most 100 columns, addresses of the web apart. Everything that enters is made printable first.</summary>
internal sealed class TextPage
{
    /// <summary>The widest line.</summary>
    public const int Width = 100;

    private readonly StringBuilder _text = new();

    /// <summary>A heading of a section, with an empty line before it.</summary>
    public void Heading(string heading)
    {
        Empty();
        Paragraph(heading, 0, 0);
    }

    public void Empty()
    {
        if (_text.Length > 0) _text.Append('\n');
    }

    /// <summary>Wraps by word; the first line begins at one column, the following ones at another.</summary>
    public void Paragraph(string text, int indent, int hanging)
    {
        var lineIndent = indent;
        foreach (var line in Wrapped(PrintableText.Of(text), Width - indent, Width - hanging))
        {
            _text.Append(' ', lineIndent).Append(line).Append('\n');
            lineIndent = hanging;
        }
    }

    /// <summary>One line however long, so that the address in it can be followed.</summary>
    public void Unbroken(string text, int indent) => _text.Append(' ', indent).Append(PrintableText.Of(text)).Append('\n');

    /// <summary>A label in a column of its own, the text beside it.</summary>
    public void Labelled(string label, string text, int indent, int labelWidth)
    {
        var start = indent + Math.Max(labelWidth, PrintableText.Columns(label)) + 2;
        Paragraph(label + new string(' ', start - indent - PrintableText.Columns(label)) + text, indent, indent + labelWidth + 2);
    }

    /// <summary>The page, without a line break at its end.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n');

    /// <summary>Lines of words; a word longer than a line is broken. A per cent sign stays with its number. Leading spaces are kept.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int firstWidth, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var columns = 0;
        var room = firstWidth;
        foreach (var word in Words(text))
        {
            var length = PrintableText.Columns(word);
            var trimmed = word.TrimStart(' ');
            if (columns > 0 && columns + length > room)
            {
                Break();
                Append(trimmed);
            }
            else
            {
                Append(word);
            }
        }

        lines.Add(line.ToString());
        return lines;

        void Append(string word)
        {
            foreach (var rune in word.EnumerateRunes())
            {
                var size = PrintableText.Columns(rune);
                if (columns > 0 && columns + size > room) Break();
                line.Append(rune);
                columns += size;
            }
        }

        void Break()
        {
            lines.Add(line.ToString());
            line.Clear();
            columns = 0;
            room = width;
        }
    }

    /// <summary>Words with the spaces before them.</summary>
    private static IEnumerable<string> Words(string text)
    {
        text = text.TrimEnd(' ');
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var begins = text[i] == ' ' && text[i - 1] != ' ';
            if (!begins || (i + 1 < text.Length && text[i + 1] == '%')) continue;
            yield return text[start..i];
            start = i;
        }

        if (start < text.Length) yield return text[start..];
    }
}
