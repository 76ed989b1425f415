namespace Reconcile.Reporting;

/// <summary>An item of a list.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Label">What it is called, in front of that; null: nothing.</param>
/// <param name="Quote">The words of a source, behind it in quotes; null: none.</param>
/// <param name="Url">Where they were read, behind that, as a link where it is one (<see cref="WebAddress"/>); null: not said.</param>
internal readonly record struct ListItem(string Text, string? Label = null, string? Quote = null, string? Url = null);

/// <summary>A page that grows block by block. All texts are plain; the page escapes them. <see cref="object.ToString"/> gives the whole.</summary>
internal interface IReportPage
{
    void Title(string text);

    void Heading(string text);

    void Subheading(string text);

    void Paragraph(string text);

    void List(IReadOnlyList<ListItem> items);

    /// <param name="header">The names of the columns.</param>
    /// <param name="alignRight">Which columns hold numbers.</param>
    /// <param name="rows">As many cells each as the header.</param>
    void Table(IReadOnlyList<string> header, IReadOnlyList<bool> alignRight, IReadOnlyList<IReadOnlyList<string>> rows);
}
