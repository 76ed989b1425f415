using System.Text.RegularExpressions;
using Xunit;

namespace Reconcile.Tests.Architecture;

/// <summary>
/// The arrows between folders, held in the compiled code too: public types share one namespace, so that no line says <c>using</c> where one
/// folder uses what another makes public.
/// </summary>
public partial class TypeArrowsTests
{
    /// <summary>A result repeats the findings about its dossier as warnings, and all that print results print them.</summary>
    private static readonly HashSet<string> Words = [nameof(Finding), nameof(FindingSeverity)];

    private static readonly Type[] Types = typeof(Dossier).Assembly.GetTypes();
    private static readonly string Source = Repository.PathOf("src", "Reconcile");

    /// <summary>By name of a public type, its folder; the folder wins where a part of it, its doors, stands outside.</summary>
    private static readonly Dictionary<string, string> FolderOfFile = Directory.EnumerateDirectories(Source)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"), (folder, file) => (Type: Path.GetFileName(file).Split('.')[0], Folder: Path.GetFileName(folder)))
        .DistinctBy(file => file.Type)
        .ToDictionary(file => file.Type, file => file.Folder);

    public static TheoryData<string> Folders => FolderArrowsTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_code_of_a_folder_uses_only_types_of_what_stands_before_it(string folder)
    {
        var allowed = FolderArrowsTests.Reachable(folder);
        var wrong = from type in Types
                    let owner = Outermost(type)
                    where FolderOf(owner) == folder
                    let doors = DoorsOf(owner)
                    from use in MemberUses.Of(type)
                    let member = WrittenName(use.Member) ?? WrittenName(type.Name) ?? use.Member
                    let used = FolderOf(Outermost(use.Used))
                    where used is not null && !allowed.Contains(used) && !doors.Contains(member) && !Words.Contains(Outermost(use.Used).Name)
                    select $"{owner.Name}.{member} uses {Outermost(use.Used).Name} of {used}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void A_type_that_is_not_public_is_in_the_namespace_of_its_folder()
    {
        var wrong = from type in Types
                    where type is { IsNested: false, IsPublic: false, Namespace: nameof(Reconcile) }
                    let folder = FolderOfFile.GetValueOrDefault(type.Name.Split('`')[0])
                    where folder is not null || !StandsBesideTheFolders(type)
                    select $"{type.Name} of {folder ?? "an unknown file"}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_has_types() =>
        Assert.All(Folders.Select(row => row.Data), folder => Assert.Contains(Types, type => FolderOf(Outermost(type)) == folder));

    private static bool StandsBesideTheFolders(Type type) => File.Exists(Path.Combine(Source, type.Name + ".cs"));

    private static Type Outermost(Type type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    /// <summary>Null for the doors, which may use everything, and for what the compiler adds.</summary>
    private static string? FolderOf(Type type)
    {
        if (type.Namespace is null || !type.Namespace.StartsWith("Reconcile", StringComparison.Ordinal)) return null;
        var folder = type.Namespace.Length > "Reconcile.".Length ? type.Namespace["Reconcile.".Length..] : null;
        return folder ?? FolderOfFile.GetValueOrDefault(type.Name.Split('`')[0]);
    }

    /// <summary>The words of the file in which a type hands over to all others.</summary>
    private static HashSet<string> DoorsOf(Type type)
    {
        var file = Path.Combine(Source, type.Name + ".Doors.cs");
        return File.Exists(file) ? [.. Word().Matches(File.ReadAllText(file)).Select(word => word.Value)] : [];
    }

    /// <summary>The member from which the compiler made one: Load for <c>&lt;Load&gt;b__0</c> and <c>get_Load</c>.</summary>
    private static string? WrittenName(string name) => Generated().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:<|get_|set_)(\w+)(?:>|$)")]
    private static partial Regex Generated();
}
