namespace Reconcile.Reporting;

/// <summary>
/// Tells a notebook how to show a result: as Markdown, so that the last line of a cell, <c>result</c>, is the report. .NET Interactive finds the attribute by its name and asks its source for objects with
/// <c>MimeType</c> and <c>Format</c>, so that no package of it is needed here.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>Found by the attribute; used by notebooks alone.</summary>
internal sealed class NotebookDisplaySource
{
    private readonly NotebookDisplay[] _displays = [new NotebookDisplay(NotebookDisplay.Markdown, static reconciliation => reconciliation.ToMarkdown())];

    public IEnumerable<object> CreateTypeFormatters() => _displays;
}

/// <summary>A reconciliation in one format.</summary>
internal sealed class NotebookDisplay(string mimeType, Func<Reconciliation, string> write)
{
    public const string Markdown = "text/markdown";

    public string MimeType { get; } = mimeType;

    /// <summary>False: not for this object.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Reconciliation reconciliation) return false;
        writer.Write(write(reconciliation));
        return true;
    }
}
