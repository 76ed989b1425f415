using System.Text.RegularExpressions;
using Reconcile.Tests.Readme;
using Xunit;

namespace Reconcile.Tests.Architecture;

/// <summary>
/// The folders of the library use each other in one direction only. What a folder may use, it may use with what that uses. A folder within a folder is a layer of its own, called by both names.
/// </summary>
public partial class FolderArrowsTests
{
    /// <summary>The table of docs/layers.md.</summary>
    private static readonly Dictionary<string, string[]> MayUse = MarkdownPage.Load("docs", "layers.md").Rows().ToDictionary(row => NamesIn(row[0])[0], row => NamesIn(row[2]));

    private static readonly string Source = Repository.PathOf("src", "Reconcile");

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_stands_before_it(string folder)
    {
        var allowed = Reachable(folder);
        var wrong = from file in FilesIn(PathOf(folder))
                    from used in UsedBy(file)
                    where !allowed.Contains(used)
                    select $"{Path.GetRelativePath(Source, file)} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.All(FilesOf(Source).Select(FolderOf).Where(folder => folder.Length > 0).Distinct(), folder => Assert.Contains(folder, MayUse.Keys));

    [Fact]
    public void A_namespace_is_the_folder_or_the_library()
    {
        var wrong = from file in FilesOf(Source)
                    from Match declared in NamespaceLine().Matches(File.ReadAllText(file))
                    let name = declared.Groups[1].Value
                    where name.StartsWith("Reconcile", StringComparison.Ordinal) && name != "Reconcile" && name != "Reconcile." + FolderOf(file)
                    select $"{Path.GetRelativePath(Source, file)} declares {name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_folder_bears_the_name_of_a_type() =>
        Assert.Empty(typeof(Dossier).Assembly.GetTypes().Select(type => type.Name).Intersect(MayUse.Keys.SelectMany(folder => folder.Split('.'))));

    [Fact]
    public void The_order_has_no_circle() => Assert.All(MayUse.Keys, folder => Assert.DoesNotContain(folder, MayUse[folder].SelectMany(Reachable)));

    internal static HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string> { folder };
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var used in MayUse[next])
            {
                if (reached.Add(used)) open.Push(used);
            }
        }

        return reached;
    }

    private static string[] NamesIn(string cell) => [.. Name().Matches(cell).Select(name => name.Groups[1].Value.Replace('/', '.'))];

    private static string PathOf(string folder) => Path.Combine([Source, .. folder.Split('.')]);

    /// <summary>The folder of a file, such as Inference.Trees; empty: it stands beside the folders.</summary>
    private static string FolderOf(string file) => string.Join('.', Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)[..^1]);

    /// <summary>The files of a folder, without those of the folders within it.</summary>
    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.cs");

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>The longest names of folders in what a file uses: a type may follow.</summary>
    private static IEnumerable<string> UsedBy(string file) =>
        UsingLine().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Select(used => MayUse.ContainsKey(used) ? used : used.Split('.')[0]);

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?Reconcile\.(\w+(?:\.\w+)?)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
