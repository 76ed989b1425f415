using System.Text.RegularExpressions;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>docs/rules.md names every rule, and how each treats bounds and ranges.</summary>
public partial class RulesPageTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Load("docs", "rules.md");

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var row in Page.Section("The rules").Rows()) rows.Add(row[0].Trim('`'), row[3], row[4], row[5]);
            return rows;
        }
    }

    [Fact]
    public void Every_rule_is_in_the_table() =>
        Assert.Equal(RuleBook.All.Select(rule => rule.Name), Page.Section("The rules").Rows().Select(row => row[0].Trim('`')));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Bounds_and_ranges_count_as_the_table_says(string rule, string floors, string ceilings, string ranges)
    {
        Assert.Equal(!floors.StartsWith("do not", StringComparison.Ordinal), Counts(rule, "at least 92"));
        Assert.Equal(!ceilings.StartsWith("do not", StringComparison.Ordinal), Counts(rule, "up to 300"));
        Assert.Equal(
            ranges switch { "lower end" => (100, null, null), "middle" => (200, null, null), "both ends" => (null, 100, 300), _ => (100, 100, 300) },
            Applied(rule, "100 to 300") is var figure && rule is "weighted-mean" or "random-effects" ? (Math.Round(figure.Best!.Value), null, null) : (figure.Best, figure.Low, figure.High));
    }

    [Fact]
    public void Every_path_of_the_page_exists() =>
        Assert.All(SourcePath().Matches(Page.Text), path => Assert.True(Path.Exists(Repository.PathOf(path.Value.Split('/'))), path.Value));

    private static bool Counts(string rule, string phrase) => Applied(rule, phrase) is not { Best: null, Low: null, High: null };

    private static RuleBookFigure Applied(string rule, string phrase) => Dossier.Create().Claim("killed", phrase, "wire").ApplyRules([RuleBook.Named(rule)])[0].Figure;

    [GeneratedRegex(@"src/[\w./]*\w")]
    private static partial Regex SourcePath();
}
