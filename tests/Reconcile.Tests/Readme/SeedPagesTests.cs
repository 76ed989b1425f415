using Reconcile.Tests.Architecture;
using Reconcile.Tests.Seeds;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>The page of each seed prints what the report of its dossier prints.</summary>
public class SeedPagesTests
{
    public static TheoryData<string> Seeds => [.. Directory.EnumerateDirectories(Repository.PathOf("seeds")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_page_of_a_seed_prints_its_report_prints(string seed)
    {
        var excerpts = MarkdownPage.Load("seeds", seed, "README.md").Blocks("text");
        var report = Seed.Load(seed).Reconcile().ToString();

        Assert.NotEmpty(excerpts);
        Assert.All(excerpts, excerpt => MarkdownPage.AssertExcerpt(excerpt, report));
    }
}
