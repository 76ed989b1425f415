using System.Text;
using System.Text.RegularExpressions;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Readme;

/// <summary>README is a contract: its code is the code of the examples below, and what it says they print they print.</summary>
public partial class ReadmeTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Load("README.md");

    [Fact]
    public void Every_example_in_CSharp_is_the_body_of_an_example_here()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "Reconcile.Tests", "Readme", "ReadmeTests.cs"));
        var bodies = ExampleBody().Matches(source).Select(match => Unindented(match.Groups[1].Value)).ToArray();

        Assert.Equal(Page.Blocks("csharp").Select(WithoutUsing), bodies);
    }

    /// <summary>A new block wants a test of its own: code an example, output a comparison, commands a step of the checks.</summary>
    [Fact]
    public void No_block_of_README_is_without_a_test_here() =>
        Assert.Equal(["sh", "text", "sh", "csharp", "text", "json", "text", "json", "text", "text", "text", "csharp", "text"], Page.BlockLanguages());

    [Fact]
    public void Every_command_in_README_is_a_step_of_the_checks()
    {
        var steps = File.ReadAllText(Repository.PathOf(".ci", "run")) + File.ReadAllText(Repository.PathOf(".ci", "native"));

        // The checks report on every seed in turn.
        var commands = Page.Blocks("sh").SelectMany(block => block.Split('\n')).Select(command => SeedFile().Replace(command, "\"$$seed\""));
        Assert.All(commands, command => Assert.Contains(command, steps, StringComparison.Ordinal));
    }

    [Fact]
    public void First_use_prints_what_README_says() => Assert.Equal(Page.Section("First use").Block("text"), Printed(FirstUse));

    [Fact]
    public void Replaced_conventions_print_what_README_says() =>
        Assert.Equal(Page.Section("Conventions, and how to replace them").Block("text"), Printed(console => ReplacedConventions(console, Depot())));

    [Fact]
    public void The_dossier_in_README_is_valid_without_a_warning() => Assert.Empty(Depot().Validate());

    [Fact]
    public void The_dossier_in_README_gives_the_report_in_README() =>
        MarkdownPage.AssertExcerpt(Page.Section("A dossier in a file").Block("text"), Depot().Reconcile().ToString());

    [Fact]
    public void The_dated_dossier_in_README_gives_the_report_in_README()
    {
        var dated = Dossier.Parse(Page.Section("Time").Block("json"));
        var known = dated.KnownOn(new DateOnly(2025, 3, 4)).Reconcile()["killed"];

        Assert.Empty(dated.Validate());
        MarkdownPage.AssertExcerpt(Page.Section("Time").Block("text"), dated.Reconcile().ToString());
        Assert.Contains($"{known.Printed.Best} ({known.Printed.Low}–{known.Printed.High})", Page.Section("Time").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_explanation_in_README_is_that_of_the_dossier_in_README() =>
        MarkdownPage.AssertExcerpt(Page.Section("Why this number").Block("text"), Depot().Reconcile().Explain("killed"));

    [Fact]
    public void The_rules_in_README_are_those_of_the_dossier_in_README() =>
        MarkdownPage.AssertExcerpt(Page.Section("What others would print").Block("text"), Depot().Reconcile().CompareRules().ToString());

    [Fact]
    public void The_seed_gives_the_report_in_README()
    {
        var seed = Dossier.Load(Repository.PathOf("seeds", "north-korean-troops-2025", "north-korean-troops-2025.dossier.json"));

        MarkdownPage.AssertExcerpt(Page.Section("Install").Block("text"), seed.Reconcile().ToString());
    }

    [Fact]
    public void The_grades_in_README_are_those_of_the_table()
    {
        var row = Page.Section("Conventions, and how to replace them").Rows().Single(cells => cells[0] == "what grades mean")[1];
        var numbers = Number().Matches(row).Select(match => double.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var table = GradeTable.Default;
        var grades = Enum.GetValues<Reliability>();
        Credibility[] credibilities = [.. Enum.GetValues<Credibility>().Where(grade => grade != Credibility.Unknown), Credibility.Unknown];

        Assert.Equal(grades.Select(grade => 100 * table.Error(grade)), numbers[..6], (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(grades.Select(table.Accuracy), numbers[6..12]);
        Assert.Equal(credibilities.Select(table.OddsFactor), numbers[12..18]);
    }

    [Fact]
    public void The_defaults_in_README_are_those_of_the_options()
    {
        var rows = Page.Section("Conventions, and how to replace them").Rows().ToDictionary(cells => cells[0], cells => cells[1]);
        var options = new ReconcileOptions();

        Assert.Equal("`HedgeReading.SignificantDigit`", rows["how hedges read"]);
        Assert.Same(HedgeReading.SignificantDigit, options.Reading);
        Assert.Same(GradeTable.Default, options.Grades);
        Assert.Equal(options.DefaultReliability.ToString(), rows["sources without a grade"]);
        Assert.Equal(FormattableString.Invariant($"{options.Level}"), rows["probability of ranges"]);
        Assert.Equal(FormattableString.Invariant($"{options.MaxAccounts} accounts, {options.MaxSteps:N0} steps"), rows["limits of the search"]);
    }

    /// <summary>README is also shown with the package, where a path inside the repository leads nowhere.</summary>
    [Fact]
    public void Links_in_README_are_absolute() =>
        Assert.All(Link().Matches(Page.Text), link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));

    [Fact]
    public void Every_path_in_README_exists()
    {
        var paths = RepositoryPath().Matches(Page.Text).Select(match => match.Value.TrimEnd('/')).Distinct().ToArray();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
    }

    private static void FirstUse(ExampleConsole Console)
    {
        var result = Dossier.Create("Losses in Kursk, March 2025")
            .Relate("casualties = killed + wounded")
            .Claim("killed", "around 400", source: "Ukrainian intelligence")
            .Claim("wounded", "approximately 3,600", source: "Ukrainian intelligence")
            .Claim("casualties", "about 4,000", source: "Rep. Yu")
            .Reconcile();

        Console.WriteLine(result);              // a readable table, conflicts first
        var killed = result["killed"];          // Best, Low, High, Confidence, Reasons, Influences
        Console.WriteLine(killed);
    }

    private static void ReplacedConventions(ExampleConsole Console, Dossier dossier)
    {
        var options = new ReconcileOptions
        {
            Level = 0.95,
            Grades = GradeTable.Default.With(Reliability.C, error: 0.15, accuracy: 0.8),
            Reading = HedgeReading.Custom(
                "house-style",
                figure => figure is { Hedge: Hedge.About, Value: { } value } ? new FigureRange(0.8 * value, value, 1.2 * value) : null),
        };
        var reconciler = new Reconciler(options);    // reusable and thread-safe; takes an ILogger too
        Console.WriteLine(reconciler.Reconcile(dossier)["killed"]);
    }

    private static Dossier Depot() => Dossier.Parse(Page.Section("A dossier in a file").Block("json"));

    private static string Printed(Action<ExampleConsole> example)
    {
        var console = new ExampleConsole();
        example(console);
        return console.Text.TrimEnd();
    }

    private static string WithoutUsing(string code) => code.Replace("using Reconcile;\n\n", "", StringComparison.Ordinal);

    private static string Unindented(string body) => string.Join('\n', body.Split('\n').Select(line => line.Length > 8 ? line[8..] : line.TrimStart()));

    [GeneratedRegex(@"void \w+\(ExampleConsole Console[^)]*\)\n    \{\n(.*?)\n    \}\n", RegexOptions.Singleline)]
    private static partial Regex ExampleBody();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(src|docs|seeds|tests)/[\w./-]*")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"seeds/\S+\.dossier\.json")]
    private static partial Regex SeedFile();

    [GeneratedRegex(@"(?<=[ ])\d*\.?\d+")]
    private static partial Regex Number();

    /// <summary>Stands in for the console, which tests that run side by side share.</summary>
    private sealed class ExampleConsole
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void WriteLine(object value) => _text.Append(value).Append('\n');
    }
}
