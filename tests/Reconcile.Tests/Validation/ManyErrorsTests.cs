using Xunit;

namespace Reconcile.Tests.Validation;

/// <summary>Files full of errors: what is compared pair by pair would take minutes here.</summary>
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

        Assert.Equal(Many, Found.Dossier(interests: interests, quantities: quantities).Validate().Count(finding => finding.Code == "RC212"));
    }

    [Fact]
    public void Quantities_that_look_alike() =>
        Assert.Equal(Many / 2, Claims(i => Claim(i) with { Quantity = i < Many / 2 ? $"q{i}" : $"Q{i - (Many / 2)}" }).Validate().Count(finding => finding.Code == "RC213"));

    [Fact]
    public void A_chain_of_relations_that_cannot_hold()
    {
        var quantities = Enumerable.Range(0, Many).Select(i => new Quantity { Id = $"q{i}", Min = i == 0 ? 10 : 0, Max = i == Many - 1 ? 5 : null }).ToArray();
        var relations = Enumerable.Range(0, Many - 1).Select(i => new Relation { Rule = $"q{i} <= q{i + 1}" }).ToArray();

        var error = Assert.Single(Found.Dossier(quantities: quantities, relations: relations).Validate());

        Assert.Equal(("RC122", $"relations[{Many - 2}]"), (error.Code, error.Path));
    }

    private static void AssertErrors(int count, Dossier dossier) =>
        Assert.Equal(count, dossier.Validate().Count(finding => finding.Severity == FindingSeverity.Error));

    private static Dossier Claims(Func<int, Claim> claim) => Found.Dossier(claims: [.. Enumerable.Range(0, Many).Select(claim)]);

    private static Claim Claim(int index) => new() { Id = $"c{index}", Quantity = "killed", Figure = Figure.About(400 + index), Source = "s" };
}
