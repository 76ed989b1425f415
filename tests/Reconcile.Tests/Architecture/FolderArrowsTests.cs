using System.Text.RegularExpressions;
using Xunit;

namespace Reconcile.Tests.Architecture;

/// <summary>The folders of the library use each other in one direction only. What a folder may use, it may use with what that uses.</summary>
public partial class FolderArrowsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Figures"] = [],
        ["Grading"] = [],
        ["Relations"] = [],
        ["Mathematics"] = [],
        ["Claims"] = ["Figures", "Grading"],
        ["Validation"] = ["Claims", "Relations", "Mathematics"],
        ["Provenance"] = ["Claims"],
        ["RuleBooks"] = ["Modelling", "Validation", "Results"],
        ["Modelling"] = ["Provenance", "Relations", "Mathematics"],
        ["Consistency"] = ["Modelling"],
        ["Accounts"] = ["Consistency"],
        ["Inference"] = ["Accounts"],
        ["Results"] = ["Claims"],
        ["Explanation"] = ["Inference", "Results"],
        ["Variations"] = ["Results", "Validation"],
        ["Reporting"] = ["Results"],
        ["Formats"] = ["Claims", "Results", "Validation"],
    };

    private static readonly string Source = Repository.PathOf("src", "Reconcile");

    public static TheoryData<string> Folders => [.. MayUse.Keys.Where(folder => Directory.Exists(Path.Combine(Source, folder)))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_stands_before_it(string folder)
    {
        var allowed = Reachable(folder);
        var wrong = from file in FilesOf(Path.Combine(Source, folder))
                    from used in UsedBy(file)
                    where !allowed.Contains(used)
                    select $"{Path.GetRelativePath(Source, file)} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var folders = Directory.EnumerateDirectories(Source).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj"));

        Assert.All(folders.Where(folder => FilesOf(Path.Combine(Source, folder)).Any()), folder => Assert.Contains(folder, MayUse.Keys));
    }

    [Fact]
    public void A_namespace_is_the_folder_or_the_library()
    {
        var wrong = from file in FilesOf(Source)
                    let folder = Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar)[0]
                    from Match declared in NamespaceLine().Matches(File.ReadAllText(file))
                    let name = declared.Groups[1].Value
                    where name.StartsWith("Reconcile", StringComparison.Ordinal) && name != "Reconcile" && name != "Reconcile." + folder
                    select $"{Path.GetRelativePath(Source, file)} declares {name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_folder_bears_the_name_of_a_type() =>
        Assert.Empty(typeof(Dossier).Assembly.GetTypes().Select(type => type.Name).Intersect(MayUse.Keys));

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

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> UsedBy(string file) => UsingLine().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?Reconcile\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
