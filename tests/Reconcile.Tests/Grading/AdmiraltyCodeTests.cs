using FsCheck.Xunit;
using Reconcile.Tests.Promises;
using Reconcile.Tests.Validation;
using Xunit;

namespace Reconcile.Tests.Grading;

public sealed class AdmiraltyCodeTests
{
    [Theory]
    [InlineData("B2", Reliability.B, Credibility.ProbablyTrue)]
    [InlineData("b2", Reliability.B, Credibility.ProbablyTrue)]
    [InlineData("B-2", Reliability.B, Credibility.ProbablyTrue)]
    [InlineData("B\u20112", Reliability.B, Credibility.ProbablyTrue)]
    [InlineData(" B 2 ", Reliability.B, Credibility.ProbablyTrue)]
    [InlineData("A1", Reliability.A, Credibility.Confirmed)]
    [InlineData("f6", Reliability.F, Credibility.Unknown)]
    public void A_code_is_a_letter_and_a_digit(string text, Reliability reliability, Credibility credibility)
    {
        Assert.True(AdmiraltyCode.TryParse(text, out var code));
        Assert.Equal(new AdmiraltyCode(reliability, credibility), code);
        Assert.Equal(code, AdmiraltyCode.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("2")]
    [InlineData("2B")]
    [InlineData("G2")]
    [InlineData("@2")]
    [InlineData("B0")]
    [InlineData("B7")]
    [InlineData("B22")]
    [InlineData("B--2")]
    [InlineData("B/2")]
    [InlineData("B٢")]
    public void What_is_no_code_says_so(string text)
    {
        Assert.False(AdmiraltyCode.TryParse(text, out var code));
        Assert.Equal(default, code);
        Assert.Equal($"\"{text}\" is no Admiralty code; one is a letter from A to F and a digit from 1 to 6, such as B2.", Assert.Throws<FormatException>(() => AdmiraltyCode.Parse(text)).Message);
    }

    [Fact]
    public void Nothing_is_no_code()
    {
        Assert.False(AdmiraltyCode.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => AdmiraltyCode.Parse(null!));
        Assert.Equal("A6", default(AdmiraltyCode).ToString());
    }

    [Property(QuietOnSuccess = true)]
    public void Every_code_reads_back(Reliability reliability, Credibility credibility)
    {
        var code = new AdmiraltyCode(reliability, credibility);

        Assert.Equal(code, AdmiraltyCode.Parse(code.ToString()));
    }

    [Fact]
    public void A_code_on_a_claim_grades_its_source_and_the_item_as_the_two_properties_do()
    {
        var coded = Read("""{ "quantity": "killed", "figure": "about 400", "source": "a", "credibility": "b-2" }""", sources: "");
        var graded = Read("""{ "quantity": "killed", "figure": "about 400", "source": "a", "credibility": 2 }""", """ "sources": [ { "id": "a", "reliability": "B" }, { "id": "b" } ], """);

        Assert.Equal((Reliability.B, Credibility.ProbablyTrue), (coded.Claims[0].Reliability!.Value, coded.Claims[0].Credibility));
        Content.AssertSameThroughout(graded.Reconcile(), coded.Reconcile());
        Assert.Contains("a (grade B, usually reliable)", coded.Reconcile().Explain("killed"), StringComparison.Ordinal);
        Assert.Contains("\"credibility\": \"B2\"", coded.ToJson(), StringComparison.Ordinal);
        Assert.Equal(coded, Dossier.Parse(coded.ToJson()));
        Assert.NotEqual(coded.Claims[0], coded.Claims[0] with { Reliability = null });
    }

    [Fact]
    public void It_grades_all_claims_of_the_source()
    {
        var once = Read("""{ "quantity": "killed", "figure": "about 900", "source": "a", "credibility": "A6" }, { "quantity": "killed", "figure": "about 800", "source": "a" }""", sources: "");
        var twice = Read("""{ "quantity": "killed", "figure": "about 900", "source": "a", "credibility": "A6" }, { "quantity": "killed", "figure": "about 800", "source": "a", "credibility": "A6" }""", sources: "");

        Assert.Equal(once.Reconcile().Disputes[0].Accounts.Select(account => account.Weight), twice.Reconcile().Disputes[0].Accounts.Select(account => account.Weight));
    }

    [Fact]
    public void A_source_has_one_letter()
    {
        static Claim Coded(string id, string source, string code) => new()
        {
            Id = id,
            Quantity = "killed",
            Figure = Figure.Parse("400"),
            Source = source,
            Quote = id,
            Reliability = AdmiraltyCode.Parse(code).Reliability,
            Credibility = AdmiraltyCode.Parse(code).Credibility,
        };

        Found.Only(
            "claims[1].credibility RC136 This grades the source \"a\" C, but it is B elsewhere; a source has one reliability.",
            Found.Dossier(claims: [Coded("c1", "a", "B2"), Coded("c2", "a", "C2"), Coded("c3", "b", "C3"), Coded("c4", "a", "B5")]));
        Found.Only(
            "claims[0].credibility RC136 This grades the source \"a\" B, but it is D elsewhere; a source has one reliability.",
            Found.Dossier(sources: [new Source { Id = "a", Reliability = Reliability.D }], claims: [Coded("c1", "a", "B2")]));
        Assert.Empty(Found.In(Found.Dossier(sources: [new Source { Id = "a", Reliability = Reliability.B }], claims: [Coded("c1", "a", "B2")])));
        Found.Only(
            "claims[0].credibility RC117 A reliability is A to F; found 9.",
            Found.Dossier(claims: [Coded("c1", "a", "B2") with { Reliability = (Reliability)9 }]));
    }

    [Fact]
    public void In_a_file_a_wrong_code_or_one_in_the_wrong_place_is_named()
    {
        var error = Assert.Throws<DossierValidationException>(() => Read("""{ "quantity": "killed", "figure": "400", "source": "a", "credibility": "G7" }""", """ "sources": [ { "id": "a", "reliability": "b2" }, { "id": "b" } ], """));

        Assert.Equal(
            [
                "sources[0].reliability RC107 \"b2\" grades a source and an item; a source has the letter alone, \"B\", and a claim the code as its credibility.",
                "claims[0].credibility RC106 Found the text \"G7\"; expected a whole number from 1 to 6, or with the grade of the source a code such as \"B2\".",
            ],
            error.Findings.Select(finding => $"{finding.Path} {finding.Code} {finding.Message}"));
    }

    private static Dossier Read(string claim, string sources) => Dossier.Parse(
        $$"""{ "reconcile": 1, {{sources}} "claims": [ {{claim}}, { "quantity": "killed", "figure": "about 600", "source": "b" } ] }""");
}
