using System.Reflection;
using Xunit;

namespace Reconcile.Tests.Reporting;

/// <summary>What .NET Interactive looks for by name, with no reference to it: an attribute, its source, and objects that format.</summary>
public class NotebookDisplayTests
{
    [Fact]
    public void A_notebook_finds_by_name_how_a_result_is_shown()
    {
        var result = Dossier.Create("Losses").Claim("killed", "around 400", "ministry").Reconcile();
        var attribute = typeof(Reconciliation).GetCustomAttributes().Single(static one => one.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)Of(attribute, "FormatterSourceType")!)!;
        var display = Assert.Single((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!);
        using var written = new StringWriter();

        Assert.Equal(["text/markdown"], (string[])Of(attribute, "PreferredMimeTypes")!);
        Assert.Equal("text/markdown", Of(display, "MimeType"));
        Assert.Equal(true, display.GetType().GetMethod("Format")!.Invoke(display, [result, written]));
        Assert.Equal(result.ToMarkdown(), written.ToString());
        Assert.Equal(false, display.GetType().GetMethod("Format")!.Invoke(display, ["another object", written]));
    }

    private static object? Of(object one, string property) => one.GetType().GetProperty(property)!.GetValue(one);
}
