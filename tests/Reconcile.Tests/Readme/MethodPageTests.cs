using System.Text.RegularExpressions;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>docs/method.md says which constant has which value and where it lives.</summary>
public partial class MethodPageTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Load("docs", "method.md");

    public static TheoryData<string, string, string> Constants
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in Page.Section("10. Constants").Rows()) data.Add(Code(row[0]), Code(row[1]), Code(row[2]));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_has_the_value_of_the_page(string name, string value, string file)
    {
        var source = File.ReadAllText(Repository.PathOf(["src", "Reconcile", .. file.Split('/')]));

        Assert.Matches($@"const (double|int|long) {name} = {Regex.Escape(value)};", source);
    }

    [Theory]
    [InlineData("method.md")]
    [InlineData("layers.md")]
    public void Every_file_and_folder_that_the_page_names_exists(string page)
    {
        var paths = SourcePath().Matches(MarkdownPage.Load("docs", page).Text).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(Repository.PathOf(["src", "Reconcile", .. path.Split('/')])), path));
    }

    /// <summary>Those of rule books and of scales stand elsewhere.</summary>
    [Theory]
    [InlineData("Mathematics")]
    [InlineData("Provenance")]
    [InlineData("Modelling")]
    [InlineData("Consistency")]
    [InlineData("Accounts")]
    [InlineData("Inference")]
    public void Who_is_cited_in_code_stands_among_the_sources(string folder)
    {
        var sources = Page.Section("Sources").Text;
        var cited = from file in Directory.EnumerateFiles(Repository.PathOf("src", "Reconcile", folder), "*.cs", SearchOption.AllDirectories)
                    from Match citation in Citation().Matches(LineOfComment().Replace(File.ReadAllText(file), " "))
                    select (Author: citation.Groups[1].Value, Year: citation.Groups[2].Value);
        var known = cited.Distinct().ToArray();

        Assert.NotEmpty(known);
        Assert.All(known, source => Assert.Matches($@"- {source.Author}, [^\n]*\({source.Year}\)", sources));
    }

    /// <summary>A block of code would want a test.</summary>
    [Fact]
    public void The_page_has_no_blocks_of_code() => Assert.Empty(Page.BlockLanguages());

    private static string Code(string cell) => CodeSpan().Match(cell).Groups[1].Value;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex LineOfComment();

    /// <summary>Such as <c>(Minka 2001</c>, <c>; Schulte and Stuckey 2005</c>, <c>(Ayer et al. 1955</c>.</summary>
    [GeneratedRegex(@"(?<=[(;] ?)(\p{Lu}[\p{L}-]+)(?:(?:, \p{Lu}[\p{L}-]+)* and (?:van )?\p{Lu}[\p{L}-]+| et al\.)? ((?:1[89]|20)\d\d)\b")]
    private static partial Regex Citation();

    [GeneratedRegex(@"`([A-Za-z]+(?:/[A-Za-z]+)*\.cs)`")]
    private static partial Regex SourcePath();
}
