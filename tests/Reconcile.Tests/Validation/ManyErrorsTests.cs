using Xunit;

namespace Reconcile.Tests.Validation;

/// <summary>Files full of errors: what is compared pair by pair would take minutes here, and to keep every finding more memory than there is.</summary>
public class ManyErrorsTests
{
    private const int Many = 20_000;

    [Fact]
    public void Phrases_that_are_not_understood() => AssertErrors(Many, Claims(i => Claim(i) with { Figure = Figure.Read("umpteen") }));

    [Fact]
    public void Claims_without_a_figure() => AssertErrors(Many, Claims(i => Claim(i) with { Figure = null! }));

    [Fact]
    public void Claims_that_differ_in_what_they_replace() => AssertErrors(Many, Claims(i => Claim(i) with { Supersedes = [$"no{i}"] }));

    [Fact]
    public void Interests_in_unknown_subjects()
    {
        var quantities = Enumerable.Range(0, Many).Select(i => new Quantity { Id = $"q{i}", Subject = $"subject{i}" }).ToArray();
        var interests = Enumerable.Range(0, Many).Select(i => new Interest { Source = "s", Subject = $"sbject{i}", Tends = Tendency.Overstate }).ToArray();

        var warnings = Found.Dossier(interests: interests, quantities: quantities).Validate();
        Assert.Contains(warnings, finding => finding.Code == "RC212");
        Assert.True(warnings.Sum(finding => finding.Count) >= Many);
    }

    [Fact]
    public void Quantities_that_look_alike() =>
        Assert.Equal(Many / 2, Claims(i => Claim(i) with { Quantity = i < Many / 2 ? $"q{i}" : $"Q{i - (Many / 2)}" }).Validate().Sum(finding => finding.Count));

    [Fact]
    public void A_chain_of_relations_that_cannot_hold()
    {
        var quantities = Enumerable.Range(0, Many).Select(i => new Quantity { Id = $"q{i}", Min = i == 0 ? 10 : 0, Max = i == Many - 1 ? 5 : null }).ToArray();
        var relations = Enumerable.Range(0, Many - 1).Select(i => new Relation { Rule = $"q{i} <= q{i + 1}" }).ToArray();

        var error = Assert.Single(Found.Dossier(quantities: quantities, relations: relations).Validate());

        Assert.Equal(("RC122", $"relations[{Many - 2}]"), (error.Code, error.Path));
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1001)]
    [InlineData(Many, 1001)]
    public void Of_many_errors_the_first_thousand_are_kept_and_the_rest_counted(int errors, int kept)
    {
        var findings = Claims(i => Claim(i) with { Figure = i < errors ? null! : Figure.About(400 + i) }).Validate();

        Assert.Equal(kept, findings.Count);
        Assert.All(findings.Take(1000), (finding, i) => Assert.Equal(("RC110", $"claims[{i}].figure"), (finding.Code, finding.Path)));
        if (errors == 1001) AssertMore("RC199", FindingSeverity.Error, "1 more error was found; only the first 1,000 are shown.", findings[^1]);
        if (errors == Many) AssertMore("RC199", FindingSeverity.Error, "19,000 more errors were found; only the first 1,000 are shown.", findings[^1]);
    }

    [Fact]
    public void Of_many_warnings_too_and_they_hide_no_error()
    {
        var findings = Claims(i => Claim(i) with { Via = ["s"], Figure = i == Many - 1 ? Figure.Read("umpteen") : Figure.About(400 + i) }).Validate();

        Assert.Equal(1002, findings.Count);
        Assert.Equal("RC132", findings[^2].Code);
        AssertMore("RC299", FindingSeverity.Warning, "19,000 more warnings were found; only the first 1,000 are shown.", findings[^1]);
    }

    [Theory]
    [InlineData("{}", 3)]
    [InlineData("1", 1)]
    [InlineData("{\"a\":1}", 4)]
    public void A_file_of_claims_that_are_none(string claim, int errors)
    {
        var findings = Errors($"{{ \"reconcile\": 1, \"claims\": [{string.Join(',', Enumerable.Repeat(claim, 100_000))}] }}");

        Assert.Equal(1001, findings.Count);
        Assert.Equal(100_000 * errors, findings.Sum(finding => finding.Count));
        Assert.Equal("RC199", findings[^1].Code);
    }

    [Fact]
    public void Errors_that_follow_from_others_hide_none()
    {
        var claims = string.Concat(Enumerable.Repeat("{ \"quantity\": \"killed\", \"figure\": 4, \"source\": \"t\" },\n", 2000));
        var findings = Errors($$"""{ "reconcile": 1, "sources": [1, { "id": "s" }], "claims": [{{claims}} { "quantity": "killed", "figure": "umpteen", "source": "s" }] }""");

        Assert.Equal(["RC106", "RC132"], findings.Select(finding => finding.Code));
    }

    private static void AssertMore(string code, FindingSeverity severity, string message, Finding finding) =>
        Assert.Equal((code, severity, message, "", null), (finding.Code, finding.Severity, finding.Message, finding.Path, finding.Line));

    private static IReadOnlyList<Finding> Errors(string json) => Assert.Throws<DossierValidationException>(() => Dossier.Parse(json)).Findings;

    private static void AssertErrors(int count, Dossier dossier) =>
        Assert.Equal(count, dossier.Validate().Where(finding => finding.Severity == FindingSeverity.Error).Sum(finding => finding.Count));

    private static Dossier Claims(Func<int, Claim> claim) => Found.Dossier(claims: [.. Enumerable.Range(0, Many).Select(claim)]);

    private static Claim Claim(int index) => new() { Id = $"c{index}", Quantity = "killed", Figure = Figure.About(400 + index), Source = "s" };
}
