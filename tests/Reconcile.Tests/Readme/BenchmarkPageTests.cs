using System.Text.RegularExpressions;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>benchmarks/README.md names every benchmark, and no other.</summary>
public partial class BenchmarkPageTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Load("benchmarks", "README.md");

    [Fact]
    public void Every_class_of_benchmarks_is_on_the_page()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("benchmarks", "Reconcile.Benchmarks"), "*Benchmarks.cs", SearchOption.AllDirectories);
        var written = Page.Rows().Select(row => ClassName().Match(row[0])).Where(name => name.Success).Select(name => name.Groups[1].Value);

        Assert.Equal(files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    /// <summary>Commands stand indented.</summary>
    [Fact]
    public void The_page_has_no_blocks_of_code() => Assert.Empty(Page.BlockLanguages());

    [Fact]
    public void Every_project_and_script_that_the_page_names_exists()
    {
        var paths = RepositoryPath().Matches(Page.Text).Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
    }

    [GeneratedRegex("^`(\\w+Benchmarks)`$")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"(?<![\w/.])(benchmarks|tests|\.ci)/[\w./]*\w")]
    private static partial Regex RepositoryPath();
}
