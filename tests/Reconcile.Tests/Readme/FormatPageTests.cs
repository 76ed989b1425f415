using System.Text.Json;
using System.Text.RegularExpressions;
using Reconcile.Formats;
using Reconcile.Tests.Architecture;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>docs/format.md names every property and every code, and none that is not there.</summary>
public partial class FormatPageTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Load("docs", "format.md");

    private static readonly Dictionary<string, PropertyTable> Tables = new()
    {
        ["Dossier"] = DossierTables.Dossier,
        ["Source"] = DossierTables.Source,
        ["Interest"] = DossierTables.Interest,
        ["Quantity"] = DossierTables.Quantity,
        ["Relation"] = DossierTables.Relation,
        ["Claim"] = DossierTables.Claim,
        ["Period"] = DossierTables.Period,
    };

    public static TheoryData<string> Objects => [.. Tables.Keys];

    /// <summary>The grammar of relations is held by <see cref="GrammarTests"/>, the table of grades below; a new block wants a test of its own.</summary>
    [Fact]
    public void No_block_of_the_page_is_without_a_test() => Assert.Equal(["", "json"], Page.BlockLanguages());

    [Fact]
    public void The_grades_of_the_page_read_as_they_stand_there_and_else_as_the_default()
    {
        var read = GradeTable.Parse(Page.Section("Grades").Block("json"));
        var expected = GradeTable.Default.With(Reliability.C, error: 0.15, accuracy: 0.8)
            .With(Reliability.E, error: GradeTable.Default.Error(Reliability.E), accuracy: 0.3)
            .With(Credibility.Doubtful, 0.5)
            .WithInterests(greatestOverstatement: 4, againstInterestFactor: 3);

        Assert.Equal(expected, read);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_properties_of_an_object_are_those_that_are_read(string name)
    {
        var read = Tables[name].Rules.Where(rule => !rule.Hidden).Select(rule => Shown(rule.Name, rule.Required));

        Assert.Equal(read.Order(StringComparer.Ordinal), Page.Section(name).Rows().Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_properties_of_a_file_of_grades_are_those_that_are_read()
    {
        var section = Page.Section("Grades");

        Assert.Equal(
            GradeTableRules.File.Rules.Select(rule => Shown(rule.Name, rule.Required)).Order(StringComparer.Ordinal),
            section.Rows().Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(GradeTableRules.Row.Rules.Concat(GradeTableRules.Interest.Rules), rule => Assert.Contains($"`{rule.Name}`", section.Text, StringComparison.Ordinal));
        Assert.NotEqual(GradeTable.Default, GradeTable.Parse(section.Block("json")));
    }

    [Fact]
    public void The_properties_of_a_figure_are_those_that_are_read()
    {
        var rows = Page.Section("Figure").Rows().Where(row => row.Length == 3).Select(row => row[0]);

        Assert.Equal(DossierTables.Figure.Rules.Select(rule => Shown(rule.Name, rule.Required)).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_phrases_of_the_page_are_understood()
    {
        var cells = Page.Section("Figure").Rows().Where(row => row.Length == 2).Select(row => row[0]);
        var phrases = cells.SelectMany(cell => Code().Matches(cell)).Select(match => match.Groups[1].Value).ToArray();
        var understood = phrases.Where(phrase => Figure.TryParse(phrase, out _, out _)).ToArray();

        // The others are hedges, which need a number before or behind them.
        Assert.All(phrases.Except(understood), hedge => Assert.True(
            Figure.TryParse($"{hedge} 400", out _, out _) || Figure.TryParse($"400 {hedge}", out _, out _), hedge));
        Assert.True(understood.Length > 20);
    }

    [Fact]
    public void The_scales_of_likelihood_of_the_page_are_those_of_the_library() => Assert.Equal(
        LikelihoodScale.All.Select(scale => $"`{scale.Name}`: {string.Join(" · ", scale.Terms.Select(term => $"{string.Join(", ", term.Words)} {term.RangeText.Replace(" %", "", StringComparison.Ordinal)}"))}"),
        Page.Section("Words of likelihood").Rows().Select(row => $"{row[0]}: {row[1]}"));

    [Fact]
    public void Every_property_of_a_result_is_on_the_page()
    {
        var known = Code().Matches(Page.Section("The result").Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in new[] { Contested.CompareReadings().CompareRules().ToJson(), Contested.ExplainToJson("killed") })
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, written);
        }

        // What is written only when there is something to write is there.
        Assert.Empty(new[] { "doubt", "alternatives", "series", "prior", "relation", "claimsAsRead", "code", "line", "otherReadings", "rules" }.Except(written));
        Assert.Empty(written.Except(known));
    }

    [Fact]
    public void The_header_of_CSV_is_that_of_the_page() => Assert.Contains($"`{Contested.ToCsv().Split("\r\n")[0]}`", Page.Text, StringComparison.Ordinal);

    [Fact]
    public void The_codes_of_the_page_are_those_of_the_source()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories);
        var codes = sources.SelectMany(file => CodeLiteral().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();

        Assert.Equal(codes.Order(StringComparer.Ordinal), Page.Section("Codes").Rows().Select(row => row[0]));
    }

    [Theory]
    [InlineData(nameof(FindingCodes.Missing), FindingSeverity.Error)]
    [InlineData(nameof(FindingCodes.UnusedQuantity), FindingSeverity.Warning)]
    public void The_first_digit_of_a_code_is_its_severity(string example, FindingSeverity severity)
    {
        var dossier = example == nameof(FindingCodes.Missing)
            ? Dossier.Create().Claim("", "400", source: "a")
            : Dossier.Create().Quantity("killed", QuantityKind.Fixed);

        Assert.All(dossier.Validate(), finding => Assert.Equal(finding.Code[2] == '1' ? FindingSeverity.Error : FindingSeverity.Warning, finding.Severity));
        Assert.Contains(dossier.Validate(), finding => finding.Severity == severity);
    }

    private static Reconciliation Contested { get; } = Dossier.Parse(
        """
        {
          "reconcile": 1,
          "quantities": [ { "id": "killed", "kind": "total" }, { "id": "wounded" }, { "id": "casualties", "max": 5000 }, { "id": "unused" } ],
          "relations": [ { "rule": "casualties = killed + wounded", "because": "nobody is missing" }, "killed <= wounded" ],
          "claims": [
            { "quantity": "killed", "figure": "around 400", "source": "a", "credibility": 1 },
            { "quantity": "killed", "figure": "about 1,000", "source": "b" },
            { "quantity": "casualties", "figure": "about 4,500", "source": "c" }
          ]
        }
        """).Reconcile();

    private static string Shown(string name, bool required) => required ? $"**`{name}`**" : $"`{name}`";

    private static void Collect(JsonElement element, HashSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, names);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                names.Add(property.Name);
                Collect(property.Value, names);
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("\"(RC[0-9]{3})\"")]
    private static partial Regex CodeLiteral();
}
