using Xunit;

namespace Reconcile.Tests.Formats;

public class DossierReaderTests
{
    private const string Everything = """
        {
          // comments and trailing commas are read
          "$schema": "https://example.org/s.json",
          "reconcile": 1, "title": "Strike", "asOf": "2025-03-05", "parties": "lean", "note": "top", "x-top": [ 1, /* here too */ 2, ],
          "sources": [
            { "id": "ministry", "name": "Ministry of Health", "reliability": "C", "party": "north", "scale": "ipcc", "note": "n" },
            { "id": "wire", "relativeError": 0.05, "accuracy": 0.9 },
          ],
          "interests": [ { "source": "ministry", "subject": "north", "tends": "understate" } ],
          "quantities": [
            { "id": "killed", "name": "People killed", "unit": "people", "subject": "north", "kind": "total", "whole": true,
              "min": null, "max": 1e6, "drift": 0.1 },
            { "id": "deployed" },
          ],
          "relations": [ "killed <= deployed", { "rule": "killed <= 2 * deployed", "because": "so", "from": "2025", "to": "2025-02" } ],
          "claims": [
            { "quantity": "killed", "figure": "around 400", "source": "ministry", "via": ["wire", "radio"], "credibility": 2, "basis": "count",
              "asOf": "2025-03-01", "reported": "2025-03-02", "during": { "from": "2025-02", "to": "2025-03-01", "note": "d" }, "retracted": "2025-03-04",
              "supersedes": ["k"], "likelihood": "likely", "quote": "around 400 died", "url": "https://example.org/a", "x-page": { "n": 1.50 } },
            { "id": "k", "quantity": "killed", "figure": { "low": 0.1, "best": 0.2, "high": 0.3, "level": 0.9, "share": true, "x-f": 1 }, "source": "wire" },
          ],
        }
        """;

    [Fact]
    public void Every_property_of_the_format_is_read()
    {
        var dossier = Dossier.Parse(Everything);

        Assert.Equal(("Strike", new DateOnly(2025, 3, 5), true), (dossier.Title, dossier.AsOf, dossier.PartiesLean));
        Assert.Equal("top", dossier.Annotations.Note);
        Assert.Equal([new("$schema", "\"https://example.org/s.json\""), new("x-top", "[1,2]")], dossier.Annotations.Extensions);
        Assert.Equal(
            new Source { Id = "ministry", Name = "Ministry of Health", Reliability = Reliability.C, Party = "north", Scale = LikelihoodScale.Ipcc, Annotations = new("n", []) },
            dossier.Sources[0]);
        Assert.Equal(new Source { Id = "wire", RelativeError = 0.05, Accuracy = 0.9 }, dossier.Sources[1]);
        Assert.Equal([new Interest { Source = "ministry", Subject = "north", Tends = Tendency.Understate }], dossier.Interests);
        Assert.Equal(
            new Quantity
            {
                Id = "killed",
                Name = "People killed",
                Unit = "people",
                Subject = "north",
                Kind = QuantityKind.Total,
                Whole = true,
                Min = null,
                Max = 1e6,
                Drift = 0.1,
            },
            dossier.Quantities[0]);
        Assert.Equal(new Quantity { Id = "deployed" }, dossier.Quantities[1]);
        Assert.Equal(new Relation { Rule = "killed <= deployed" }, dossier.Relations[0]);
        Assert.Equal(
            new Relation { Rule = "killed <= 2 * deployed", Because = "so", From = new DateOnly(2025, 1, 1), To = new DateOnly(2025, 2, 28) },
            dossier.Relations[1]);
        Assert.Equal(
            new Claim
            {
                Id = "c1",
                Quantity = "killed",
                Figure = Figure.Parse("around 400"),
                Source = "ministry",
                Via = ["wire", "radio"],
                Credibility = Credibility.ProbablyTrue,
                Basis = Basis.Count,
                AsOf = new DateOnly(2025, 3, 1),
                Reported = new DateOnly(2025, 3, 2),
                During = new Period(new DateOnly(2025, 2, 1), new DateOnly(2025, 3, 1)),
                Retracted = Retraction.On(new DateOnly(2025, 3, 4)),
                Supersedes = ["k"],
                Likelihood = "likely",
                Quote = "around 400 died",
                Url = "https://example.org/a",
                Annotations = new(null, [new("x-page", "{\"n\":1.50}")]),
                DuringAnnotations = new("d", []),
            },
            dossier.Claims[0]);
        var share = dossier.Claims[1].Figure;
        Assert.Equal((true, 0.1, 0.2, 0.3), (share.IsShare, share.Low, share.Value, share.High));
        Assert.Equal([new("x-f", "1")], dossier.Claims[1].FigureAnnotations.Extensions);
    }

    [Fact]
    public void Parts_and_their_properties_know_their_lines()
    {
        var dossier = Dossier.Parse(Everything);

        Assert.Equal(1, dossier.Place.Line);
        Assert.Equal(4, dossier.Place.LineOf("asOf"));
        Assert.Equal((7, 7), (dossier.Sources[1].Place.Line, dossier.Sources[1].Place.LineOf("accuracy")));
        Assert.Equal((11, 12), (dossier.Quantities[0].Place.Line, dossier.Quantities[0].Place.LineOf("max")));
        Assert.Equal((15, 15), (dossier.Relations[0].Place.Line, dossier.Relations[1].Place.LineOf("because")));
        Assert.Equal((17, 17, 18, 19), (dossier.Claims[0].Place.Line, dossier.Claims[0].Place.LineOf("figure"), dossier.Claims[0].Place.LineOf("asOf"), dossier.Claims[0].Place.LineOf("url")));
    }

    [Theory]
    [InlineData("\"around 400\"", "around 400")]
    [InlineData("400", "400")]
    [InlineData("4e3", "4000")]
    [InlineData("3.250", "3.25")]
    [InlineData("1e15", "1000000000000000")]
    [InlineData("0.00001", "0.00001")]
    public void A_figure_that_is_a_number_reads_as_its_shortest_digits(string json, string phrase) =>
        Assert.Equal(Figure.Parse(phrase), Only($$"""{ "quantity": "q", "figure": {{json}}, "source": "s" }""").Figure);

    [Theory]
    [InlineData("""{ "low": 5 }""", "at least 5")]
    [InlineData("""{ "high": 5 }""", "at most 5")]
    [InlineData("""{ "best": 5 }""", "5")]
    [InlineData("""{ "low": 5, "high": 9 }""", "5–9")]
    [InlineData("""{ "low": 5, "best": 6, "high": 9 }""", "6 (95 % CI 5–9)")]
    [InlineData("""{ "best": 0.25, "share": true }""", "25 %")]
    public void A_figure_may_be_numbers(string json, string phrase) =>
        Assert.Equal(Figure.Parse(phrase), Only($$"""{ "quantity": "q", "figure": {{json}}, "source": "s" }""").Figure);

    [Fact]
    public void A_phrase_that_is_not_understood_is_left_to_validation() =>
        Assert.NotNull(Only("""{ "quantity": "q", "figure": "umpteen", "source": "s" }""").Figure.Error);

    [Theory]
    [InlineData("\"asOf\": \"2025\"", "", "2025-12-31")]
    [InlineData("\"asOf\": \"2024-02\"", "", "2024-02-29")]
    [InlineData("\"asOf\": \"2025\", \"reported\": \"2025-03-05\"", "", "2025-03-05")]
    [InlineData("\"reported\": \"2025-03-05\", \"asOf\": \"2025-03\"", "", "2025-03-05")]
    [InlineData("\"asOf\": \"2025\", \"reported\": \"2025-03\"", "", "2025-12-31")]
    [InlineData("\"asOf\": \"2025\"", "2025-06-30", "2025-06-30")]
    [InlineData("\"asOf\": \"2025\"", "2025-06", "2025-12-31")]
    [InlineData("\"asOf\": \"2025\", \"reported\": \"2025-09-01\"", "2025-06-30", "2025-06-30")]
    [InlineData("\"asOf\": \"2030\", \"reported\": \"2025-09-01\"", "", "2030-12-31")]
    [InlineData("\"asOf\": \"2025-07-01\"", "2025-06-30", "2025-07-01")]
    public void A_partial_date_is_its_last_day_but_no_later_than_a_full_date_inside_it(string dates, string dossierDay, string expected)
    {
        var day = dossierDay.Length == 0 ? "" : $"\"asOf\": \"{dossierDay}\"";
        var dossier = Dossier.Parse($$"""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", {{dates}} } ], {{day}} }""");

        Assert.Equal(DateOnly.Parse(expected, null), dossier.Claims[0].AsOf);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_retraction_may_be_without_a_day(string json, bool retracted) =>
        Assert.Equal(
            retracted ? Retraction.Always : default,
            Only($$"""{ "quantity": "q", "figure": 1, "source": "s", "retracted": {{json}} }""").Retracted);

    [Fact]
    public void A_byte_order_mark_is_accepted() => Assert.Equal(Dossier.Create(), Dossier.Parse("\uFEFF{ \"reconcile\": 1 }"));

    private static Claim Only(string claim) => Dossier.Parse($$"""{ "reconcile": 1, "claims": [ {{claim}} ] }""").Claims[0];
}
